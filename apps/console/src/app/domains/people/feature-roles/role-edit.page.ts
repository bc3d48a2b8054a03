import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { Permission, RoleInfo } from '#contracts';
import { BaButton, BaCallout, BaEmpty, BaField, BaIcon, BaIconButton, BaInput, BaPage, BaPanel, BaSkeleton, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { SignedIn } from '../../../shell';
import { RoleEditor } from '../data/role-editor';
import { isBuiltIn } from '../data/role-names';
import { peopleTexts } from '../texts';
import { PermissionFields } from '../ui/permission-fields';

@Component({
  imports: [
    BaButton,
    BaCallout,
    BaEmpty,
    BaField,
    BaIcon,
    BaIconButton,
    BaInput,
    BaPage,
    BaPanel,
    BaSkeleton,
    FormField,
    PermissionFields,
    RouterLink,
  ],
  providers: [RoleEditor],
  templateUrl: './role-edit.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .error {
      margin: 8px 0 0;
      font-size: 12px;
      font-weight: 500;
      color: var(--bad);
    }
    .error:empty {
      display: none;
    }
    .foot {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: space-between;
    }
    .effect {
      margin-top: 16px;
    }
  `,
})
export default class RoleEditPage implements Editing {
  /** From the route; absent for a new one. */
  readonly id = input<string>();
  /** From the query: the role whose permissions a new one begins with. */
  readonly like = input<string>();

  protected readonly t = peopleTexts();
  protected readonly editor = inject(RoleEditor);
  private readonly signedIn = inject(SignedIn);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly draft = this.editor.draft;
  protected readonly ready = computed(() => !this.id() || this.editor.role() !== null);
  protected readonly heading = computed(() => {
    const role = this.editor.role();
    return role ? this.nameOf(role) : this.id() ? '' : this.t('roles.add');
  });
  protected readonly meaning = computed(() => {
    const id = this.editor.role()?.id ?? '';
    return isBuiltIn(id) ? this.t(`role.${id}.meaning`) : '';
  });
  protected readonly permissionsError = computed(() => {
    const { touched, errors } = this.editor.form.permissions();
    return touched() ? (errors()[0]?.message ?? '') : '';
  });

  /** A courtesy: the server knows on which websites one holds what, and refuses the rest. */
  protected readonly mayGive = (permission: Permission): boolean => this.signedIn.can(permission);

  constructor() {
    guardWindow(this);
    effect(() => {
      const [id, like] = [this.id(), this.like()];
      untracked(() => {
        if (id) {
          if (this.editor.role()?.id !== id) void this.editor.open(id);
        } else if (like) {
          void this.editor.beginLike(like, (role) => this.t('roles.copyOf', { name: this.nameOf(role) }), this.mayGive);
        }
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected async save(): Promise<void> {
    if (!(await this.editor.save())) return;
    this.toasts.done(this.t('roles.saved', { name: this.editor.role()!.name }));
    if (!this.id()) await this.router.navigate(['/people/roles']);
  }

  protected async remove(): Promise<void> {
    const { name, people } = this.editor.role()!;
    if (people) {
      this.toasts.fail(this.t('roles.inUse', { count: people }));
      return;
    }
    const sure = await this.dialogs.confirm({
      title: this.t('roles.removeTitle', { name }),
      body: this.t('roles.removeBody'),
      confirm: this.t('roles.remove'),
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.editor.remove();
      this.toasts.done(this.t('roles.removed', { name }));
      await this.router.navigate(['/people/roles']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  private nameOf({ id, name }: RoleInfo): string {
    return isBuiltIn(id) ? this.t(`role.${id}.name`) : name;
  }
}
