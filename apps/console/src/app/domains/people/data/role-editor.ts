import { computed, inject, Injectable, signal } from '@angular/core';
import { form, readonly, required, validate } from '@angular/forms/signals';
import type { Permission, ProblemBody, RoleInfo, SaveRole } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { SignedIn } from '../../../shell';
import { peopleTexts } from '../texts';
import { ALL_PERMISSIONS } from './permission-groups';
import { PeopleApi } from './people-api';

export interface RoleDraft {
  name: string;
  description: string;
  permissions: Permission[];
}

/** One role being looked at, made or changed. */
@Injectable()
export class RoleEditor {
  private readonly api = inject(PeopleApi);
  private readonly t = peopleTexts();
  private readonly current = signal<RoleInfo | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  readonly mayEdit = inject(SignedIn).can('role.edit');
  /** It can be looked at only. */
  readonly locked = computed(() => !this.mayEdit || this.current()?.builtIn === true);

  readonly form = form(signal<RoleDraft>({ name: '', description: '', permissions: [] }), (role) => {
    readonly(role, () => this.locked());
    required(role.name, { message: () => this.t('roles.nameMissing') });
    validate(role.permissions, ({ value }) => (value().length === 0 ? { kind: 'none', message: this.t('roles.choose') } : null));
  });
  readonly draft = new Draft(this.form);
  readonly role = this.current.asReadonly();
  readonly loadProblem = this.failure.asReadonly();
  readonly permissions = computed(() => new Set<Permission>(this.form.permissions().value()));

  async open(id: string): Promise<void> {
    this.failure.set(null);
    try {
      this.show(await this.api.role(id));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  /** Begins a new one with what another may do, as far as one may give it. */
  async beginLike(id: string, nameOf: (role: RoleInfo) => string, mayGive: (permission: Permission) => boolean): Promise<void> {
    try {
      const model = await this.api.role(id);
      this.form().value.set({ name: nameOf(model), description: '', permissions: inOrder(model.permissions.filter(mayGive)) });
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  allow(permission: Permission, allowed: boolean): void {
    const permissions = this.form.permissions();
    permissions.value.update((all) => (allowed ? inOrder([...all, permission]) : all.filter((each) => each !== permission)));
    permissions.markAsDirty();
    permissions.markAsTouched();
  }

  save(): Promise<boolean> {
    return this.draft.save(async ({ name, description, permissions }) => {
      const known = this.current();
      const role: SaveRole = { name: name.trim(), description: description.trim(), permissions };
      this.show(known ? await this.api.changeRole(known.id, role) : await this.api.createRole(role));
    });
  }

  remove(): Promise<void> {
    return this.api.removeRole(this.current()!.id);
  }

  private show(role: RoleInfo): void {
    this.current.set(role);
    this.draft.begin({ name: role.name, description: role.description, permissions: inOrder(role.permissions) });
  }
}

/** In one order, so that taking a permission out and in again is no change. */
const inOrder = (permissions: readonly Permission[]): Permission[] => ALL_PERMISSIONS.filter((permission) => permissions.includes(permission));
