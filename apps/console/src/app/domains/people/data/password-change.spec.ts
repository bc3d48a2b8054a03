import { TestBed } from '@angular/core/testing';
import { PasswordChange } from './password-change';
import { PeopleApi, type ChangePassword } from './people-api';

describe('PasswordChange', () => {
  function setup() {
    const sent: ChangePassword[] = [];
    TestBed.configureTestingModule({
      providers: [
        PasswordChange,
        { provide: PeopleApi, useValue: { changePassword: async (passwords: ChangePassword) => void sent.push(passwords) } },
      ],
    });
    return { change: TestBed.inject(PasswordChange), sent };
  }

  it('sends old and new, and forgets both', async () => {
    const { change, sent } = setup();
    change.form().value.set({ currentPassword: 'old password', newPassword: 'new password', again: 'new password' });
    expect(await change.change()).toBe(true);
    expect(sent).toEqual([{ currentPassword: 'old password', newPassword: 'new password' }]);
    expect(change.form().value()).toEqual({ currentPassword: '', newPassword: '', again: '' });
  });

  it('does not send what was mistyped', async () => {
    const { change, sent } = setup();
    change.form().value.set({ currentPassword: 'old password', newPassword: 'new password', again: 'new passwort' });
    expect(await change.change()).toBe(false);
    expect(change.form.again().errors()[0]?.message).toBe('The two do not match');
    expect(sent).toEqual([]);
  });
});
