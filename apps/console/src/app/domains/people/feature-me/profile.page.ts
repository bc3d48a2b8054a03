import { Component, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { BaAvatar, BaButton, BaCallout, BaChip, BaField, BaInput, BaPage, BaPanel, BaSwitch, Toasts } from '#ui';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { AlertChoices, PreferenceFields, SignedIn } from '../../../shell';
import { PasswordChange } from '../data/password-change';
import { ProfileEditor } from '../data/profile-editor';
import { RoleNames } from '../data/role-names';
import { peopleTexts } from '../texts';
import { PeopleNav } from '../ui/people-nav';
import { Devices } from './devices';

@Component({
  imports: [BaAvatar, BaButton, BaCallout, BaChip, BaField, BaInput, BaPage, BaPanel, BaSwitch, Devices, FormField, PeopleNav, PreferenceFields],
  providers: [PasswordChange, ProfileEditor, RoleNames, WebsiteNames],
  templateUrl: './profile.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .columns {
      grid-template-columns: minmax(0, 1fr) 340px;
    }
    .me {
      display: flex;
      gap: 14px;
      align-items: center;
      margin-bottom: 16px;
    }
    .me b {
      display: block;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .roles {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      margin-top: 4px;
    }
    form {
      max-width: 400px;
    }
    .with-button {
      display: flex;
      gap: 8px;
    }
    .with-button button {
      height: auto;
    }
    @media (max-width: 1080px) {
      .columns {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export default class ProfilePage implements Editing {
  protected readonly t = peopleTexts();
  protected readonly user = inject(SignedIn).user;
  protected readonly names = inject(WebsiteNames);
  protected readonly roles = inject(RoleNames);
  protected readonly profile = inject(ProfileEditor);
  protected readonly password = inject(PasswordChange);
  protected readonly alerts = inject(AlertChoices);
  private readonly toasts = inject(Toasts);

  constructor() {
    guardWindow(this);
  }

  hasUnsavedChanges(): boolean {
    return this.password.draft.changed() || this.profile.draft.changed();
  }

  protected async rename(): Promise<void> {
    if (await this.profile.rename()) this.toasts.done(this.t('me.saved'));
  }

  protected async change(): Promise<void> {
    if (await this.password.change()) this.toasts.done(this.t('me.changed'));
  }

  protected async turnDesktop(on: boolean): Promise<void> {
    if (!(await this.alerts.switchDesktop(on))) this.toasts.fail(this.t('me.desktopRefused'));
  }
}
