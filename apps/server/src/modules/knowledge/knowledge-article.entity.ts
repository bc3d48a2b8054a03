import { defineEntity, p } from '@mikro-orm/postgresql';
import type { ChangeKnowledgeArticle, SaveKnowledgeArticle } from '#contracts';

const KnowledgeArticleSchema = defineEntity({
  name: 'KnowledgeArticle',
  tableName: 'knowledge_article',
  properties: {
    id: p.uuid().primary(),
    websiteId: p.uuid(),
    title: p.text(),
    body: p.text(),
    language: p.text(),
    url: p.text().nullable(),
    published: p.boolean(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    updatedBy: p.uuid().nullable(),
    updatedByName: p.text().nullable(),
  },
});

/** Who changes an article; null when Baton does it by itself. */
export type Author = { readonly id: string; readonly name: string } | null;

/** What the AI may say about one matter. Its alternative questions are rows of their own, see `ArticleQuestions`. */
export class KnowledgeArticle extends KnowledgeArticleSchema.class {
  static draft(id: string, given: SaveKnowledgeArticle, language: string, author: Author, now: Date): KnowledgeArticle {
    const article = Object.assign(new KnowledgeArticle(), {
      id,
      websiteId: given.websiteId,
      title: '',
      body: '',
      language,
      url: null,
      published: false,
      createdAt: now,
      updatedAt: now,
      updatedBy: null,
      updatedByName: null,
    } satisfies Partial<KnowledgeArticle>);
    article.change(given, author, now);
    return article;
  }

  /** Absent keeps. */
  change(given: ChangeKnowledgeArticle, author: Author, now: Date): void {
    if (given.title !== undefined) this.title = given.title.trim();
    if (given.body !== undefined) this.body = given.body.trim();
    if (given.language !== undefined) this.language = Intl.getCanonicalLocales(given.language)[0]!;
    if (given.url !== undefined) this.url = given.url;
    if (given.published !== undefined) this.published = given.published;
    this.updatedAt = now;
    this.updatedBy = author?.id ?? null;
    this.updatedByName = author?.name ?? null;
  }

  get lastAuthor(): Author {
    return this.updatedBy ? { id: this.updatedBy, name: this.updatedByName ?? '' } : null;
  }
}
KnowledgeArticleSchema.setClass(KnowledgeArticle);
