import { Component, computed, DestroyRef, effect, inject, input, untracked, viewChild } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import type { KnowledgeArticle } from '#contracts';
import {
  BaButton,
  BaCallout,
  BaEmpty,
  BaField,
  BaIcon,
  BaIconButton,
  BaInput,
  BaMarkdown,
  BaPage,
  BaPanel,
  BaSkeleton,
  BaSwitch,
  BaTime,
  Dialogs,
  Toasts,
} from '#ui';
import { BaTextList } from '#ui/text-list';
import { problemOf } from '../../../editing/problem';
import { languageChoices } from '../../../editing/regions';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { Texts } from '../../../i18n';
import { Shortcuts, SignedIn } from '../../../shell';
import { draftOf, toSave } from '../data/article-draft';
import { ArticleEditor } from '../data/article-editor';
import { ChosenWebsite } from '../../../editing/chosen-website';
import { Inquiry } from '../data/inquiry';
import { KnowledgeApi } from '../data/knowledge-api';
import { knowledgeTexts } from '../texts';
import { ConflictPanel } from '../ui/conflict-panel';
import { InquiryBox } from '../ui/inquiry-box';

@Component({
  imports: [
    BaButton,
    BaCallout,
    BaEmpty,
    BaField,
    BaIcon,
    BaIconButton,
    BaInput,
    BaMarkdown,
    BaPage,
    BaPanel,
    BaSkeleton,
    BaSwitch,
    BaTextList,
    BaTime,
    ConflictPanel,
    FormField,
    InquiryBox,
    RouterLink,
  ],
  providers: [ArticleEditor, ChosenWebsite, Inquiry, WebsiteNames],
  templateUrl: './article-edit.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    .preview {
      min-height: 72px;
    }
    .none,
    .fact {
      margin: 0;
      color: var(--text-2);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-top: 12px;
    }
    .small {
      margin: 8px 0 0;
      font-size: 12px;
      color: var(--text-3);
    }
  `,
})
export default class ArticleEditPage implements Editing {
  /** From the route; absent for a new article. */
  readonly id = input<string>();
  /** From the address: which article a new one begins as a copy of. */
  readonly from = input<string>();

  protected readonly t = knowledgeTexts();
  protected readonly editor = inject(ArticleEditor);
  protected readonly inquiry = inject(Inquiry);
  private readonly api = inject(KnowledgeApi);
  private readonly chosen = inject(ChosenWebsite);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly box = viewChild(InquiryBox);

  protected readonly draft = this.editor.draft;
  protected readonly mayEdit = inject(SignedIn).can('knowledge.edit');
  protected readonly ready = computed(() => !this.id() || this.editor.article() !== null);
  protected readonly heading = computed(() => this.editor.article()?.title ?? (this.id() ? '' : this.t('edit.heading')));
  protected readonly websiteId = computed(() => this.editor.article()?.websiteId ?? this.chosen.id());
  protected readonly languages = computed(() => languageChoices(this.editor.form.language().value(), this.texts.locale()));

  /** Where the article belongs, and whether what is written here is kept. */
  protected readonly saveState = computed(() => {
    const website = this.chosen.websites().find(({ id }) => id === this.websiteId())?.name;
    return [website, this.mayEdit && this.ready() ? this.kept() : ''].filter(Boolean).join(' · ');
  });

  constructor() {
    guardWindow(this);
    inject(DestroyRef).onDestroy(this.registerCommands());
    effect(() => {
      const [id, from] = [this.id(), this.from()];
      untracked(() => {
        // A new article that was saved has come to its address: it stays, and so does what is being typed.
        if (id) return this.editor.article()?.id === id ? undefined : void this.editor.open(id);
        this.editor.begin(this.chosen.locale());
        if (from) void this.editor.copyOf(from, (title) => this.t('edit.copyOf', { title }));
      });
    });
    effect(() => {
      const locale = this.chosen.locale();
      untracked(() => !this.id() && !this.from() && this.editor.suggest(locale));
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected async save(): Promise<void> {
    if (this.draft.saving() || !(await this.editor.save(this.websiteId()))) return;
    const article = this.editor.article();
    this.toasts.done(article?.published ? this.t('edit.publishedToast') : this.t('edit.draftToast'));
    if (!this.id() && article) await this.router.navigate(['/knowledge', article.id], { replaceUrl: true });
  }

  protected async keepMine(): Promise<void> {
    this.editor.keepMine();
    await this.save();
  }

  /** Somebody else's state is newer than what one would go back to. */
  protected discard(): void {
    if (this.editor.theirs()) this.editor.takeTheirs();
    else this.draft.discard();
  }

  protected async remove(title: string): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: this.t('edit.deleteTitle'),
      body: this.t('edit.deleteBody', { title }),
      confirm: this.t('edit.delete'),
      look: 'danger',
    });
    if (!sure) return;
    try {
      const removed = await this.editor.remove();
      const undo = removed && { label: this.t('edit.undo'), run: () => void this.bringBack(removed) };
      this.toasts.done(this.t('edit.deleted'), undo);
      await this.router.navigate(['/knowledge']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  /** Under a new id: what is deleted is gone on the server. */
  private async bringBack(article: KnowledgeArticle): Promise<void> {
    try {
      const { id } = await this.api.create(toSave(article.websiteId, draftOf(article)));
      this.toasts.done(this.t('edit.restored'));
      await this.router.navigate(['/knowledge', id]);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }

  private kept(): string {
    if (this.draft.saving()) return this.t('edit.saving');
    if (this.draft.changed()) return this.t('edit.unsaved');
    return this.id() ? this.t('edit.saved') : '';
  }

  private registerCommands(): () => void {
    const group = () => this.t('commands.group');
    return inject(Shortcuts).add(
      {
        id: 'knowledge.save',
        key: 'mod+s',
        label: () => this.t('commands.save'),
        group,
        when: () => this.mayEdit && this.draft.changed(),
        run: () => void this.save(),
      },
      { id: 'knowledge.ask', label: () => this.t('commands.ask'), group, icon: 'spark', run: () => this.box()?.focus() },
      {
        id: 'knowledge.duplicate',
        label: () => this.t('commands.duplicate'),
        group,
        icon: 'copy',
        when: () => this.mayEdit && this.editor.article() !== null,
        run: () => void this.router.navigate(['/knowledge/new'], { queryParams: { from: this.editor.article()?.id } }),
      },
    );
  }
}
