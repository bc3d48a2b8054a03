import { inject, Injectable, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { KnowledgeArticle, ProblemBody } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { knowledgeTexts } from '../texts';
import { articleSchema, draftOf, newArticle, toSave, type ArticleDraft } from './article-draft';
import { KnowledgeApi } from './knowledge-api';

/** One article being written, new or known. */
@Injectable()
export class ArticleEditor {
  private readonly api = inject(KnowledgeApi);
  private readonly current = signal<KnowledgeArticle | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);
  private readonly rival = signal<KnowledgeArticle | null>(null);
  /** Changes with each article that comes here: a late answer about another one replaces nothing. */
  private beginning = {};

  private readonly model = signal<ArticleDraft>(newArticle('en'));
  readonly form = form(this.model, articleSchema(knowledgeTexts()));
  readonly draft = new Draft(this.form);

  /** As the server holds it; null while it is new or on its way. */
  readonly article = this.current.asReadonly();
  /** What somebody else has made of it since it was opened; while it stands here nothing was saved. */
  readonly theirs = this.rival.asReadonly();
  /** Why there is nothing to edit. */
  readonly loadProblem = this.failure.asReadonly();

  async open(id: string): Promise<void> {
    const article = await this.asked(id);
    if (article) this.show(article);
  }

  /** A new article, whatever stood here before. */
  begin(language: string): void {
    this.beginning = {};
    this.current.set(null);
    this.rival.set(null);
    this.failure.set(null);
    this.draft.begin(newArticle(language));
  }

  /** The language of a new article, as long as nothing of it is written. */
  suggest(language: string): void {
    if (!this.current() && !this.draft.changed()) this.draft.begin(newArticle(language));
  }

  /** A new article that begins as a copy of another one, and as a draft. */
  async copyOf(id: string, titled: (title: string) => string): Promise<void> {
    const article = await this.asked(id);
    if (!article) return;
    const original = draftOf(article);
    this.form().value.set({ ...original, title: titled(original.title), published: false });
  }

  /**
   * @param websiteId where a new article belongs; a known one stays where it is
   * @returns whether it was saved, and is still what stands here
   */
  async save(websiteId: string): Promise<boolean> {
    const { beginning } = this;
    const saved = await this.draft.save(async (value) => {
      const known = this.current();
      try {
        const article = known
          ? await this.api.change(known.id, toSave(known.websiteId, value), known.updatedAt)
          : await this.api.create(toSave(websiteId, value));
        if (beginning === this.beginning) this.show(article);
      } catch (error) {
        if (known && problemOf(error).code === 'article.changed') this.rival.set(await this.api.get(known.id));
        throw error;
      }
    });
    return saved && beginning === this.beginning;
  }

  /** What is written here stays, and the next saving puts it over theirs. */
  keepMine(): void {
    this.current.set(this.rival() ?? this.current());
    this.rival.set(null);
  }

  takeTheirs(): void {
    const theirs = this.rival();
    if (theirs) this.show(theirs);
  }

  /** @returns what was there, to bring it back with */
  async remove(): Promise<KnowledgeArticle | null> {
    const article = this.current();
    if (article) await this.api.remove(article.id);
    this.draft.begin(this.model());
    return article;
  }

  /** null when there is none, or when another has come here meanwhile. */
  private async asked(id: string): Promise<KnowledgeArticle | null> {
    this.failure.set(null);
    const beginning = (this.beginning = {});
    try {
      const article = await this.api.get(id);
      return beginning === this.beginning ? article : null;
    } catch (error) {
      if (beginning === this.beginning) this.failure.set(problemOf(error));
      return null;
    }
  }

  private show(article: KnowledgeArticle): void {
    this.current.set(article);
    this.rival.set(null);
    this.draft.begin(draftOf(article));
  }
}
