import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { BaAvatar, BaButton, BaCallout, BaChip, BaField, BaInput, BaPage, BaPanel, Toasts } from '#ui';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { SignedIn } from '../../../shell';
import { PasswordChange } from '../data/password-change';
import { WebsiteNames } from '../../../editing/website-names';
import { PeopleNav } from '../ui/people-nav';
import { ROLE_WORDS } from '../ui/role-words';

@Component({
  imports: [BaAvatar, BaButton, BaCallout, BaChip, BaField, BaInput, BaPage, BaPanel, FormField, PeopleNav],
  providers: [PasswordChange, WebsiteNames],
  templateUrl: './profile.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .me {
      display: flex;
      gap: 14px;
      align-items: center;
    }
    .me b {
      display: block;
      font-size: 14px;
      font-weight: 600;
    }
    .me span {
      color: var(--text-3);
    }
    .roles {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 14px;
    }
    form {
      max-width: 380px;
    }
  `,
})
export default class ProfilePage implements Editing {
  protected readonly user = inject(SignedIn).user;
  protected readonly names = inject(WebsiteNames);
  protected readonly password = inject(PasswordChange);
  protected readonly roles = ROLE_WORDS;
  private readonly toasts = inject(Toasts);

  constructor() {
    guardWindow(this);
  }

  hasUnsavedChanges(): boolean {
    return this.password.draft.changed();
  }

  protected async change(): Promise<void> {
    if (await this.password.change()) this.toasts.done('Password changed. You were signed out everywhere else.');
  }
}
