import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { CreatedLink } from '#contracts';
import { BaButton, BaCallout, BaEmpty, BaField, BaIcon, BaIconButton, BaInput, BaPage, BaPanel, BaSkeleton, BaTime, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { SignedIn } from '../../../shell';
import { RoleNames } from '../data/role-names';
import { UserEditor } from '../data/user-editor';
import { peopleTexts } from '../texts';
import { PresenceMark } from '../ui/presence-mark';
import { RoleFields } from '../ui/role-fields';
import { DeactivateDialog, type Leaving } from './deactivate-dialog';
import { LinkDialog, type HandedLink } from './link-dialog';

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
    BaTime,
    FormField,
    PresenceMark,
    RoleFields,
    RouterLink,
  ],
  providers: [RoleNames, UserEditor, WebsiteNames],
  templateUrl: './user-edit.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .access p {
      margin: 0 0 12px;
      max-width: 66ch;
      color: var(--text-2);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    .acts [look='danger'] {
      margin-left: auto;
    }
  `,
})
export default class UserEditPage implements Editing {
  /** From the route; absent for somebody new. */
  readonly id = input<string>();

  protected readonly t = peopleTexts();
  protected readonly editor = inject(UserEditor);
  protected readonly names = inject(WebsiteNames);
  private readonly texts = inject(Texts);
  private readonly signedIn = inject(SignedIn);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly draft = this.editor.draft;
  protected readonly ready = computed(() => !this.id() || this.editor.user() !== null);
  protected readonly heading = computed(() => this.editor.user()?.name ?? (this.id() ? '' : this.t('titles.invite')));
  protected readonly isOneself = computed(() => this.id() !== undefined && this.id() === this.signedIn.userId());
  protected readonly busy = signal(false);

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

  protected moment(iso: string): string {
    return new Date(iso).toLocaleString(this.texts.locale(), { dateStyle: 'medium', timeStyle: 'short' });
  }

  protected addRole(): void {
    this.editor.addRole(this.names.websites().map(({ id }) => id));
  }

  /** Whoever is new gets their link at once, and from then on this is the page about them. */
  protected async save(): Promise<void> {
    const isNew = this.editor.user() === null;
    if (!(await this.editor.save())) return;
    const { id, name } = this.editor.user()!;
    if (!isNew) {
      this.toasts.done(this.t('person.saved', { name }));
      return;
    }
    await this.makeLink();
    await this.router.navigate(['/people', id], { replaceUrl: true });
  }

  protected async makeLink(): Promise<void> {
    const link = await this.attempt(() => this.editor.makeLink());
    if (link) await this.dialogs.open<void, HandedLink>(LinkDialog, { ...(link as CreatedLink), name: this.editor.user()!.name }, 560);
  }

  protected async revokeLink(): Promise<void> {
    if (await this.attempt(() => this.editor.revokeLink().then(() => true))) this.toasts.done(this.t('person.linkRevoked'));
  }

  protected async deactivate(): Promise<void> {
    const { id, name } = this.editor.user()!;
    const leaving = await this.dialogs.open<Leaving, { id: string; name: string }>(DeactivateDialog, { id, name });
    if (!leaving) return;
    const done = await this.attempt(() => this.editor.deactivate(leaving.releaseHandoffs).then(() => true));
    if (done) this.toasts.done(this.t('deactivate.done', { name }));
  }

  protected async reactivate(): Promise<void> {
    const { name } = this.editor.user()!;
    if (await this.attempt(() => this.editor.reactivate().then(() => true))) this.toasts.done(this.t('list.reactivated', { name }));
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T | null> {
    this.busy.set(true);
    try {
      return await act();
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
      return null;
    } finally {
      this.busy.set(false);
    }
  }
}
