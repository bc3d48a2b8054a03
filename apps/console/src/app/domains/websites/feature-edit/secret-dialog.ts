import { Component, inject } from '@angular/core';
import { BaButton, BaCallout, BaCopyable, BaDialog, DIALOG_DATA, DialogRef } from '#ui';
import { websitesTexts } from '../texts';

/** The new secret, this once. */
@Component({
  imports: [BaButton, BaCallout, BaCopyable, BaDialog],
  template: `
    <ba-dialog [heading]="t('identity.shownTitle')">
      <ba-callout tone="warn">{{ t('identity.shownBody') }}</ba-callout>
      <ba-copyable [label]="t('identity.secret')" [text]="secret" />
      <button actions ba-button look="primary" type="button" (click)="ref.close()">{{ t('identity.stored') }}</button>
    </ba-dialog>
  `,
  styles: `
    ba-copyable {
      margin-top: 12px;
    }
  `,
})
export class SecretDialog {
  protected readonly t = websitesTexts();
  protected readonly secret = inject<string>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<void>>(DialogRef);
}
