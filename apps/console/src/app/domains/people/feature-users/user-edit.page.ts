import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaCopyable, BaEmpty, BaField, BaIconButton, BaInput, BaPage, BaPanel, BaSkeleton, BaSwitch, Toasts } from '#ui';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { SignedIn } from '../../../shell';
import { inventPassword } from '../data/user-draft';
import { UserEditor } from '../data/user-editor';
import { WebsiteNames } from '../../../editing/website-names';
import { RoleFields } from '../ui/role-fields';

@Component({
  imports: [
    BaButton,
    BaCallout,
    BaCopyable,
    BaEmpty,
    BaField,
    BaIconButton,
    BaInput,
    BaPage,
    BaPanel,
    BaSkeleton,
    BaSwitch,
    FormField,
    RoleFields,
    RouterLink,
  ],
  providers: [UserEditor, WebsiteNames],
  templateUrl: './user-edit.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    ba-copyable {
      margin-top: 8px;
    }
    .password {
      display: flex;
      gap: 8px;
    }
    .password button {
      height: auto;
    }
  `,
})
export default class UserEditPage implements Editing {
  /** From the route; absent for somebody new. */
  readonly id = input<string>();

  protected readonly editor = inject(UserEditor);
  protected readonly names = inject(WebsiteNames);
  private readonly signedIn = inject(SignedIn);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly draft = this.editor.draft;
  protected readonly ready = computed(() => !this.id() || this.editor.user() !== null);
  protected readonly heading = computed(() => this.editor.user()?.name ?? (this.id() ? '' : 'Add a person'));
  protected readonly isOneself = computed(() => this.id() !== undefined && this.id() === this.signedIn.userId());
  /** A password made up here is shown until the page is left, because somebody has to hand it over. */
  protected readonly invented = signal<string | null>(null);

  constructor() {
    guardWindow(this);
    effect(() => {
      const id = this.id();
      untracked(() => {
        if (id && this.editor.user()?.id !== id) void this.editor.open(id);
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected invent(): void {
    const password = inventPassword();
    const field = this.editor.form.password();
    field.value.set(password);
    field.markAsDirty();
    this.invented.set(password);
  }

  protected addRole(): void {
    this.editor.addRole(this.names.websites().map(({ id }) => id));
  }

  protected async save(): Promise<void> {
    const isNew = !this.id();
    if (!(await this.editor.save())) return;
    const name = this.editor.user()?.name ?? '';
    this.toasts.done(isNew ? `${name} can sign in now` : `${name} was saved`);
    if (isNew && !this.invented()) await this.router.navigate(['/people']);
  }
}
