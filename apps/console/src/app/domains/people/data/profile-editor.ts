import { inject, Injectable, signal } from '@angular/core';
import { form, required } from '@angular/forms/signals';
import { Draft } from '../../../editing/draft';
import { SignedIn } from '../../../shell';
import { peopleTexts } from '../texts';
import { PeopleApi } from './people-api';

/** One's own name. */
@Injectable()
export class ProfileEditor {
  private readonly api = inject(PeopleApi);
  private readonly signedIn = inject(SignedIn);
  private readonly t = peopleTexts();

  readonly form = form(signal({ name: this.signedIn.user()?.name ?? '' }), (me) => {
    required(me.name, { message: () => this.t('me.nameMissing') });
  });
  readonly draft = new Draft(this.form);

  rename(): Promise<boolean> {
    return this.draft.save(async ({ name }) => {
      const me = await this.api.rename(name.trim());
      this.signedIn.changed(me);
      this.draft.begin({ name: me.user.name });
    });
  }
}
