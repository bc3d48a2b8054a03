import { afterNextRender, Component, computed, inject } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import type { CreatedApiKey, Permission } from '#contracts';
import { BaButton, BaCallout, BaCopyable, BaDialog, BaField, BaInput, BaSegmented, DialogRef } from '#ui';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { EXPIRIES, KeyMaker, type Expiry } from '../data/key-maker';
import { KEY_PRESETS, type KeyPreset } from '../data/permission-groups';
import { EVERYWHERE } from '../data/user-draft';
import { peopleTexts } from '../texts';
import { PermissionFields } from '../ui/permission-fields';

@Component({
  imports: [BaButton, BaCallout, BaCopyable, BaDialog, BaField, BaInput, BaSegmented, FormField, PermissionFields],
  providers: [KeyMaker, WebsiteNames],
  templateUrl: './new-key-dialog.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .permissions-head {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
      margin-bottom: 14px;
    }
    .label {
      font-weight: 500;
    }
    .error {
      margin: 8px 0 0;
      font-size: 12px;
      font-weight: 500;
      color: var(--bad);
    }
    .error:empty {
      display: none;
    }
    .lead {
      margin: 0 0 12px;
    }
    h3 {
      margin: 16px 0 6px;
      font-size: 13px;
      font-weight: 600;
    }
  `,
})
export class NewKeyDialog {
  protected readonly t = peopleTexts();
  protected readonly ref = inject(DialogRef);
  protected readonly maker = inject(KeyMaker);
  protected readonly names = inject(WebsiteNames);
  private readonly signedIn = inject(SignedIn);

  protected readonly everywhere = EVERYWHERE;
  protected readonly expiries = Object.keys(EXPIRIES) as Expiry[];
  protected readonly form = this.maker.form;
  /** Nobody grants what they do not hold. */
  protected readonly mayGive = (permission: Permission): boolean => this.signedIn.can(permission);
  protected readonly presets = computed(() => [
    ...(Object.keys(KEY_PRESETS) as KeyPreset[]).map((value) => ({ value, label: this.t(`keys.presets.${value}`) })),
    { value: 'own', label: this.t('keys.presets.own') },
  ]);
  protected readonly permissionsError = computed(() => {
    const { touched, errors } = this.form.permissions();
    return touched() ? (errors()[0]?.message ?? '') : '';
  });

  constructor() {
    afterNextRender(() => this.form.name().focusBoundControl());
  }

  protected expiryWords(expiry: Expiry): string {
    return this.t(`keys.expiries.${expiry}`);
  }

  /** Asks who it is: allowed to every key. */
  protected sampleOf({ key }: CreatedApiKey): string {
    return `curl -H "Authorization: Bearer ${key}" \\\n  ${location.origin}/api/v1/auth/me`;
  }
}
