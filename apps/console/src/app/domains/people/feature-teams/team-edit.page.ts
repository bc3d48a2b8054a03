import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { BaAvatar, BaButton, BaCallout, BaEmpty, BaField, BaIconButton, BaInput, BaPage, BaPanel, BaSearch, BaSkeleton, Dialogs, Toasts } from '#ui';
import { problemOf } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { TeamEditor } from '../data/team-editor';
import { EVERYWHERE } from '../data/user-draft';
import { UserList } from '../data/user-list';
import { peopleTexts } from '../texts';

@Component({
  imports: [BaAvatar, BaButton, BaCallout, BaEmpty, BaField, BaIconButton, BaInput, BaPage, BaPanel, BaSearch, BaSkeleton, FormField, RouterLink],
  providers: [TeamEditor, UserList, WebsiteNames],
  templateUrl: './team-edit.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .search {
      display: block;
      margin-bottom: 10px;
      max-width: 320px;
    }
    ul {
      margin: 0 -8px;
      padding: 0;
      list-style: none;
      max-height: 420px;
      overflow: auto;
    }
    .ba-check {
      display: flex;
      align-items: center;
      padding: 6px 8px;
      min-height: 36px;
      border-radius: var(--r-s);
    }
    .ba-check:hover {
      background: var(--hover);
    }
    .ba-check > input {
      margin: 0;
    }
    .person {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .person b {
      font-weight: 500;
    }
    .person span {
      margin-left: 8px;
      color: var(--text-3);
    }
    .foot {
      display: flex;
      justify-content: flex-end;
    }
    .none {
      padding: 6px 8px;
      color: var(--text-3);
    }
    @media (pointer: coarse) {
      .ba-check {
        min-height: 44px;
      }
    }
  `,
})
export default class TeamEditPage implements Editing {
  /** From the route; absent for a new one. */
  readonly id = input<string>();

  protected readonly t = peopleTexts();
  protected readonly editor = inject(TeamEditor);
  protected readonly people = inject(UserList);
  protected readonly websites = inject(WebsiteNames);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly everywhere = EVERYWHERE;
  protected readonly draft = this.editor.draft;
  protected readonly query = signal('');
  protected readonly ready = computed(() => !this.id() || this.editor.team() !== null);
  protected readonly heading = computed(() => this.editor.team()?.name ?? (this.id() ? '' : this.t('teams.add')));
  protected readonly candidates = computed(() => this.people.all().filter((person) => this.editor.mayJoin(person)));
  protected readonly chosen = computed(() => this.candidates().filter(({ id }) => this.editor.memberIds().has(id)));
  protected readonly found = computed(() => {
    const words = this.query().trim().toLocaleLowerCase();
    return this.candidates().filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(words));
  });

  constructor() {
    guardWindow(this);
    effect(() => {
      const id = this.id();
      untracked(() => {
        if (id && this.editor.team()?.id !== id) void this.editor.open(id);
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected include(id: string, event: Event): void {
    this.editor.include(id, (event.target as HTMLInputElement).checked);
  }

  protected async save(): Promise<void> {
    if (!(await this.editor.save(this.people.all()))) return;
    this.toasts.done(this.t('teams.saved', { name: this.editor.team()!.name }));
    if (!this.id()) await this.router.navigate(['/people/teams']);
  }

  protected async remove(): Promise<void> {
    const { name } = this.editor.team()!;
    const sure = await this.dialogs.confirm({
      title: this.t('teams.removeTitle', { name }),
      body: this.t('teams.removeBody'),
      confirm: this.t('teams.remove'),
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.editor.remove();
      this.toasts.done(this.t('teams.removed', { name }));
      await this.router.navigate(['/people/teams']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
