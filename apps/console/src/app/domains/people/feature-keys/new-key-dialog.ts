import { DialogRef } from '@angular/cdk/dialog';
import { afterNextRender, Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { PERMISSIONS, type Permission } from '#contracts';
import { BaButton, BaCallout, BaCopyable, BaDialog, BaField, BaInput } from '#ui';
import { SignedIn } from '../../../shell';
import { KeyMaker } from '../data/key-maker';
import { EVERYWHERE } from '../data/user-draft';
import { WebsiteNames } from '../../../editing/website-names';

@Component({
  imports: [BaButton, BaCallout, BaCopyable, BaDialog, BaField, BaInput, FormField],
  providers: [KeyMaker, WebsiteNames],
  templateUrl: './new-key-dialog.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      font-weight: 500;
      margin-bottom: 6px;
    }
    .permissions {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
      gap: 4px 16px;
    }
    .error {
      margin: 4px 0 0;
      font-size: 12px;
      font-weight: 500;
      color: var(--bad);
    }
    .lead {
      margin: 0 0 12px;
    }
  `,
})
export class NewKeyDialog {
  protected readonly ref = inject(DialogRef);
  protected readonly maker = inject(KeyMaker);
  protected readonly names = inject(WebsiteNames);
  private readonly signedIn = inject(SignedIn);

  protected readonly everywhere = EVERYWHERE;
  protected readonly form = this.maker.form;
  /** Nobody grants what they do not hold. */
  protected readonly permissions = (Object.keys(PERMISSIONS) as Permission[])
    .filter((permission) => this.signedIn.can(permission))
    .map((permission) => ({ permission, label: PERMISSIONS[permission] }));
  protected readonly permissionsError = computed(() => {
    const { touched, errors } = this.form.permissions();
    return touched() ? errors()[0]?.message : undefined;
  });

  constructor() {
    afterNextRender(() => this.form.name().focusBoundControl());
  }

  protected allow(permission: Permission, event: Event): void {
    this.maker.allow(permission, (event.target as HTMLInputElement).checked);
  }
}
