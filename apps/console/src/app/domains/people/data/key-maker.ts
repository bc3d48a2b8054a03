import { computed, inject, Injectable, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import type { CreatedApiKey, Permission } from '#contracts';
import { Draft } from '../../../editing/draft';
import { SignedIn } from '../../../shell';
import { peopleTexts } from '../texts';
import { KEY_PRESETS, type KeyPreset } from './permission-groups';
import { PeopleApi } from './people-api';
import { EVERYWHERE } from './user-draft';

const DAY_MS = 86_400_000;
export const EXPIRIES = { never: null, d30: 30, d90: 90, d365: 365 } as const;
export type Expiry = keyof typeof EXPIRIES;

export interface KeyDraft {
  name: string;
  websiteId: string;
  expiry: Expiry;
  permissions: Permission[];
}

/** A new API key on its way, and the one moment in which it can be seen. */
@Injectable()
export class KeyMaker {
  private readonly api = inject(PeopleApi);
  private readonly signedIn = inject(SignedIn);
  private readonly t = peopleTexts();
  private readonly made = signal<CreatedApiKey | null>(null);

  readonly form = form(signal<KeyDraft>({ name: '', websiteId: EVERYWHERE, expiry: 'never', permissions: [] }), (key) => {
    required(key.name, { message: () => this.t('keys.nameMissing') });
    validate(key.permissions, ({ value }) => (value().length === 0 ? { kind: 'none', message: this.t('keys.choose') } : null));
  });
  readonly draft = new Draft(this.form);
  readonly key = this.made.asReadonly();
  readonly permissions = computed(() => new Set<Permission>(this.form.permissions().value()));
  /** The preset that what is chosen amounts to; `own` for anything else. */
  readonly preset = computed<KeyPreset | 'own'>(() => {
    const chosen = [...this.permissions()].sort().join();
    return (Object.keys(KEY_PRESETS) as KeyPreset[]).find((preset) => this.within(preset).sort().join() === chosen) ?? 'own';
  });

  /** Nobody grants what they do not hold. */
  begin(preset: string): void {
    if (!Object.hasOwn(KEY_PRESETS, preset)) return;
    this.form.permissions().value.set(this.within(preset as KeyPreset));
    this.form.permissions().markAsDirty();
  }

  allow(permission: Permission, allowed: boolean): void {
    const permissions = this.form.permissions();
    permissions.value.update((all) => (allowed ? [...all, permission] : all.filter((each) => each !== permission)));
    permissions.markAsDirty();
  }

  make(): Promise<boolean> {
    return this.draft.save(async ({ name, websiteId, expiry, permissions }) => {
      const days = EXPIRIES[expiry];
      this.made.set(
        await this.api.createApiKey({
          name: name.trim(),
          permissions,
          ...(websiteId ? { websiteId } : {}),
          ...(days === null ? {} : { expiresAt: new Date(Date.now() + days * DAY_MS).toISOString() }),
        }),
      );
    });
  }

  private within(preset: KeyPreset): Permission[] {
    return KEY_PRESETS[preset].filter((permission) => this.signedIn.can(permission));
  }
}
