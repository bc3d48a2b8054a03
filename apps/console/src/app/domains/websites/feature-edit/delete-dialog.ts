import { Component, inject, signal } from '@angular/core';
import { BaButton, BaDialog, BaField, BaInput, DIALOG_DATA, DialogRef, UI_TEXTS } from '#ui';
import { websitesTexts } from '../texts';

/** Deletes only for who types the website's name: closes with true then. */
@Component({
  imports: [BaButton, BaDialog, BaField, BaInput],
  template: `
    <form novalidate (submit)="$event.preventDefault(); confirm()">
      <ba-dialog [heading]="t('danger.title', { name })">
        <p>{{ t('danger.body') }}</p>
        <ba-field [label]="t('danger.type', { name })" [error]="wrong() ? t('danger.mismatch') : null">
          <input #input ba-input autocomplete="off" spellcheck="false" [value]="typed()" (input)="type(input.value)" />
        </ba-field>
        <ng-container actions>
          <button ba-button type="button" (click)="ref.close(false)">{{ parts.cancel }}</button>
          <button ba-button look="danger" type="submit">{{ t('danger.delete') }}</button>
        </ng-container>
      </ba-dialog>
    </form>
  `,
  styles: `
    p {
      margin: 0 0 16px;
      color: var(--text-2);
    }
  `,
})
export class DeleteWebsiteDialog {
  protected readonly t = websitesTexts();
  protected readonly parts = inject(UI_TEXTS);
  protected readonly name = inject<string>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly typed = signal('');
  protected readonly wrong = signal(false);

  protected type(text: string): void {
    this.typed.set(text);
    this.wrong.set(false);
  }

  protected confirm(): void {
    if (this.typed().trim() === this.name.trim()) this.ref.close(true);
    else this.wrong.set(true);
  }
}
