import { Component, inject } from '@angular/core';
import { BaButton, BaDialog, BaField, BaInput, DialogRef } from '../index.js';

/** A dialog with something to fill in and buttons that end it. */
@Component({
  imports: [BaButton, BaDialog, BaField, BaInput],
  template: `
    <ba-dialog heading="Resolve with a note">
      <ba-field label="Note" hint="The team sees it, the visitor does not."><textarea ba-input rows="3"></textarea></ba-field>
      <ng-container actions>
        <button ba-button type="button" (click)="ref.close()">Cancel</button>
        <button ba-button look="primary" type="button" (click)="ref.close()">Resolve</button>
      </ng-container>
    </ba-dialog>
  `,
})
export class GalleryDialog {
  protected readonly ref = inject(DialogRef);
}
