import { afterNextRender, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { BaButton, BaDialog, BaField, BaInput, BaKbd, DialogRef } from '#ui';
import { inboxTexts } from '../texts';

/** Closes with `{ note }` when the agent goes ahead. */
export interface Resolution {
  readonly note: string;
}

@Component({
  selector: 'baton-resolve-dialog',
  imports: [BaButton, BaDialog, BaField, BaInput, BaKbd],
  template: `
    <ba-dialog [heading]="t('resolve.heading')">
      <p>{{ t('resolve.body') }}</p>
      <ba-field [label]="t('resolve.note')" [optional]="t('resolve.optional')" [hint]="t('resolve.noteHint')">
        <textarea
          ba-input
          rows="3"
          [value]="note()"
          #field
          (input)="note.set(field.value)"
          (keydown.control.enter)="resolve()"
          (keydown.meta.enter)="resolve()"
        ></textarea>
      </ba-field>
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close()">{{ t('resolve.cancel') }}</button>
        <button ba-button look="primary" type="button" (click)="resolve()">{{ t('resolve.submit') }} <ba-kbd keys="mod+enter" /></button>
      </ng-container>
    </ba-dialog>
  `,
  styles: `
    p {
      margin: 0 0 12px;
      color: var(--text-2);
    }
  `,
})
export class ResolveDialog {
  protected readonly t = inboxTexts();
  protected readonly ref = inject<DialogRef<Resolution>>(DialogRef);
  protected readonly note = signal('');
  private readonly field = viewChild.required<ElementRef<HTMLTextAreaElement>>('field');

  constructor() {
    afterNextRender(() => this.field().nativeElement.focus());
  }

  protected resolve(): void {
    this.ref.close({ note: this.note().trim() });
  }
}
