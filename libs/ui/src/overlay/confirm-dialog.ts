import { Component, inject } from '@angular/core';
import { BaButton } from '../button/button.js';
import { UI_TEXTS } from '../texts.js';
import { DIALOG_DATA, DialogRef } from './dialog-ref.js';
import { BaDialog } from './dialog.js';

export interface Question {
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly body: string;
  /** The verb on the button that goes ahead: "Delete website", never "OK". */
  readonly confirm: string;
  readonly look?: 'primary' | 'danger';
}

@Component({
  imports: [BaDialog, BaButton],
  template: `
    <ba-dialog [heading]="question.title">
      <p>{{ question.body }}</p>
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close(false)">{{ texts.cancel }}</button>
        <button ba-button type="button" [look]="question.look ?? 'primary'" (click)="ref.close(true)">{{ question.confirm }}</button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0;
      color: var(--text-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(DIALOG_DATA);
  protected readonly ref = inject<DialogRef<boolean>>(DialogRef);
  protected readonly texts = inject(UI_TEXTS);
}
