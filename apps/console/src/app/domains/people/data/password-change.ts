import { inject, Injectable, signal } from '@angular/core';
import { form, minLength, required, validate } from '@angular/forms/signals';
import { Draft } from '../../../editing/draft';
import { PeopleApi } from './people-api';
import { PASSWORD_MIN_CHARS } from './user-draft';

/** One's own password, from the old to a new one. */
@Injectable()
export class PasswordChange {
  private readonly api = inject(PeopleApi);
  private readonly empty = { currentPassword: '', newPassword: '', again: '' };

  readonly form = form(signal({ ...this.empty }), (password) => {
    required(password.currentPassword, { message: 'Your password of today' });
    required(password.newPassword, { message: 'Choose a new password' });
    minLength(password.newPassword, PASSWORD_MIN_CHARS, { message: `At least ${PASSWORD_MIN_CHARS} characters` });
    validate(password.again, ({ value, valueOf }) =>
      value() === valueOf(password.newPassword) ? null : { kind: 'differs', message: 'The two do not match' },
    );
  });
  readonly draft = new Draft(this.form);

  async change(): Promise<boolean> {
    const changed = await this.draft.save(({ currentPassword, newPassword }) => this.api.changePassword({ currentPassword, newPassword }));
    if (changed) this.draft.begin({ ...this.empty });
    return changed;
  }
}
