import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import {
  BaButton,
  BaCallout,
  BaEmpty,
  BaField,
  BaIconButton,
  BaInput,
  BaMarkdown,
  BaPage,
  BaPanel,
  BaSkeleton,
  BaSwitch,
  BaTextList,
  BaTime,
  Dialogs,
  Toasts,
} from '#ui';
import { languageChoices } from '../../../editing/regions';
import { problemOf } from '../../../editing/problem';
import { guardWindow, type Editing } from '../../../editing/unsaved-changes';
import { WebsiteNames } from '../../../editing/website-names';
import { SignedIn } from '../../../shell';
import { ArticleEditor } from '../data/article-editor';
import { ChosenWebsite } from '../data/chosen-website';
import { Inquiry } from '../data/inquiry';
import { InquiryBox } from '../ui/inquiry-box';

@Component({
  imports: [
    BaButton,
    BaCallout,
    BaEmpty,
    BaField,
    BaIconButton,
    BaInput,
    BaMarkdown,
    BaPage,
    BaPanel,
    BaSkeleton,
    BaSwitch,
    BaTextList,
    BaTime,
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
    .changed {
      color: var(--text-3);
      font-size: 12px;
    }
  `,
})
export default class ArticleEditPage implements Editing {
  /** From the route; absent for a new article. */
  readonly id = input<string>();

  protected readonly editor = inject(ArticleEditor);
  protected readonly inquiry = inject(Inquiry);
  private readonly chosen = inject(ChosenWebsite);
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);

  protected readonly draft = this.editor.draft;
  protected readonly mayEdit = inject(SignedIn).can('knowledge.edit');
  protected readonly ready = computed(() => !this.id() || this.editor.article() !== null);
  protected readonly heading = computed(() => this.editor.article()?.title ?? (this.id() ? '' : 'New article'));
  protected readonly websiteId = computed(() => this.editor.article()?.websiteId ?? this.chosen.id());
  protected readonly websiteName = computed(() => this.chosen.websites().find(({ id }) => id === this.websiteId())?.name ?? '');
  protected readonly languages = computed(() => languageChoices(this.editor.form.language().value()));

  constructor() {
    guardWindow(this);
    effect(() => {
      const id = this.id();
      untracked(() => {
        if (id && this.editor.article()?.id !== id) void this.editor.open(id);
      });
    });
  }

  hasUnsavedChanges(): boolean {
    return this.draft.changed();
  }

  protected async save(): Promise<void> {
    if (!(await this.editor.save(this.websiteId()))) return;
    const article = this.editor.article();
    this.toasts.done(article?.published ? 'Saved; visitors get this answer from now on' : 'Draft saved');
    if (!this.id() && article) await this.router.navigate(['/knowledge', article.id], { replaceUrl: true });
  }

  protected async remove(title: string): Promise<void> {
    const sure = await this.dialogs.confirm({
      title: 'Delete this article?',
      body: `“${title}” will no longer answer visitors. This cannot be undone.`,
      confirm: 'Delete article',
      look: 'danger',
    });
    if (!sure) return;
    try {
      await this.editor.remove();
      this.toasts.done('Article deleted');
      await this.router.navigate(['/knowledge']);
    } catch (error) {
      this.toasts.fail(problemOf(error).detail);
    }
  }
}
