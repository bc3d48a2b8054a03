import { inject, Injectable, signal } from '@angular/core';
import { form, minLength, required, validate } from '@angular/forms/signals';
import type { LinkHolder, Me, ProblemBody } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';
import { PASSWORD_MIN_CHARS } from './user-draft';

/** A link on its way to a password. */
@Injectable()
export class Welcome {
  private readonly api = inject(PeopleApi);
  private readonly t = peopleTexts();
  private readonly found = signal<LinkHolder | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);
  private token = '';

  readonly form = form(signal({ password: '', again: '' }), (chosen) => {
    required(chosen.password, { message: () => this.t('me.freshMissing') });
    minLength(chosen.password, PASSWORD_MIN_CHARS, { message: () => this.t('me.atLeast', { count: PASSWORD_MIN_CHARS }) });
    validate(chosen.again, ({ value, valueOf }) =>
      value() === valueOf(chosen.password) ? null : { kind: 'differs', message: this.t('me.differs') },
    );
  });
  readonly draft = new Draft(this.form);
  /** Whose link it is; null until that is known. */
  readonly holder = this.found.asReadonly();
  /** Why it leads nowhere. */
  readonly problem = this.failure.asReadonly();

  async open(token: string): Promise<void> {
    this.token = token;
    this.failure.set(null);
    try {
      this.found.set(await this.api.look(token));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  async enter(): Promise<Me | null> {
    let me: Me | null = null;
    await this.draft.save(async ({ password }) => {
      try {
        me = await this.api.use({ token: this.token, password });
      } catch (error) {
        // Used or taken back meanwhile: there is nothing more to choose here.
        if (problemOf(error).code === 'link.not_found') this.failure.set(problemOf(error));
        throw error;
      }
    });
    return me;
  }
}
