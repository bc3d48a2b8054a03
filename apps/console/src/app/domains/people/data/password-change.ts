import { inject, Injectable, signal } from '@angular/core';
import { form, minLength, required, validate } from '@angular/forms/signals';
import { Draft } from '../../../editing/draft';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';
import { PASSWORD_MIN_CHARS } from './user-draft';

/** One's own password, from the old to a new one. */
@Injectable()
export class PasswordChange {
  private readonly api = inject(PeopleApi);
  private readonly t = peopleTexts();
  private readonly empty = { currentPassword: '', newPassword: '', again: '' };

  readonly form = form(signal({ ...this.empty }), (password) => {
    required(password.currentPassword, { message: () => this.t('me.currentMissing') });
    required(password.newPassword, { message: () => this.t('me.freshMissing') });
    minLength(password.newPassword, PASSWORD_MIN_CHARS, { message: () => this.t('me.atLeast', { count: PASSWORD_MIN_CHARS }) });
    validate(password.again, ({ value, valueOf }) =>
      value() === valueOf(password.newPassword) ? null : { kind: 'differs', message: this.t('me.differs') },
    );
  });
  readonly draft = new Draft(this.form);

  async change(): Promise<boolean> {
    const changed = await this.draft.save(async ({ currentPassword, newPassword }) => {
      await this.api.changePassword({ currentPassword, newPassword });
    });
    if (changed) this.draft.begin({ ...this.empty });
    return changed;
  }
}
