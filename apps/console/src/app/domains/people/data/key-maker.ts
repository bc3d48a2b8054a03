import { inject, Injectable, signal } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import type { CreatedApiKey, Permission } from '#contracts';
import { Draft } from '../../../editing/draft';
import { PeopleApi } from './people-api';
import { EVERYWHERE } from './user-draft';

export interface KeyDraft {
  name: string;
  websiteId: string;
  permissions: Permission[];
}

/** A new API key on its way, and the one moment in which it can be seen. */
@Injectable()
export class KeyMaker {
  private readonly api = inject(PeopleApi);
  private readonly made = signal<CreatedApiKey | null>(null);

  private readonly model = signal<KeyDraft>({ name: '', websiteId: EVERYWHERE, permissions: [] });
  readonly form = form(this.model, (key) => {
    required(key.name, { message: 'Name the program that will use it' });
    validate(key.permissions, ({ value }) => (value().length === 0 ? { kind: 'none', message: 'Choose what it may do' } : null));
  });
  readonly draft = new Draft(this.form);
  readonly key = this.made.asReadonly();

  allow(permission: Permission, allowed: boolean): void {
    const permissions = this.form.permissions();
    permissions.value.update((all) => (allowed ? [...all, permission] : all.filter((each) => each !== permission)));
    permissions.markAsDirty();
  }

  make(): Promise<boolean> {
    return this.draft.save(async ({ name, websiteId, permissions }) => {
      this.made.set(await this.api.createApiKey({ name: name.trim(), permissions, ...(websiteId ? { websiteId } : {}) }));
    });
  }
}
