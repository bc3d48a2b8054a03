import { afterNextRender, Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { BaButton, BaDialog, BaField, BaInput, BaKbd, DialogRef } from '#ui';

/** Closes with `{ note }` when the agent goes ahead. */
export interface Resolution {
  readonly note: string;
}

@Component({
  selector: 'baton-resolve-dialog',
  imports: [BaButton, BaDialog, BaField, BaInput, BaKbd],
  template: `
    <ba-dialog heading="Resolve this conversation">
      <p>The conversation is closed. The visitor can open it again by writing.</p>
      <ba-field label="Note" optional="optional" hint="Only your team sees it.">
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
        <button ba-button type="button" (click)="ref.close()">Cancel</button>
        <button ba-button look="primary" type="button" (click)="resolve()">Resolve <ba-kbd keys="mod+enter" /></button>
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
