import { inject, Injectable, signal } from '@angular/core';
import { form } from '@angular/forms/signals';
import type { KnowledgeArticle, ProblemBody } from '#contracts';
import { Draft } from '../../../editing/draft';
import { problemOf } from '../../../editing/problem';
import { articleSchema, draftOf, newArticle, toSave, type ArticleDraft } from './article-draft';
import { KnowledgeApi } from './knowledge-api';

/** One article being written, new or known. */
@Injectable()
export class ArticleEditor {
  private readonly api = inject(KnowledgeApi);
  private readonly current = signal<KnowledgeArticle | null>(null);
  private readonly failure = signal<ProblemBody | null>(null);

  private readonly model = signal<ArticleDraft>(newArticle('en'));
  readonly form = form(this.model, articleSchema);
  readonly draft = new Draft(this.form);

  /** As the server holds it; null while it is new or on its way. */
  readonly article = this.current.asReadonly();
  /** Why there is nothing to edit. */
  readonly loadProblem = this.failure.asReadonly();

  async open(id: string): Promise<void> {
    this.failure.set(null);
    try {
      this.show(await this.api.get(id));
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }

  /** @param websiteId where a new article belongs; a known one stays where it is */
  save(websiteId: string): Promise<boolean> {
    return this.draft.save(async (value) => {
      const known = this.current();
      this.show(known ? await this.api.change(known.id, toSave(known.websiteId, value)) : await this.api.create(toSave(websiteId, value)));
    });
  }

  async remove(): Promise<void> {
    const article = this.current();
    if (article) await this.api.remove(article.id);
    this.draft.begin(this.model());
  }

  private show(article: KnowledgeArticle): void {
    this.current.set(article);
    this.draft.begin(draftOf(article));
  }
}
