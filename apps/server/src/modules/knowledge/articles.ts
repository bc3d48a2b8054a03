import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isISO8601, isUUID } from 'class-validator';
import type { KnowledgeArticle as ArticleBody, Page, Permission, SaveKnowledgeArticle } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Audit, type Actor } from '../audit/index.js';
import { ArticleQuestions } from './article-questions.js';
import { KnowledgeArticle } from './knowledge-article.entity.js';
import { knowledgeChanged } from './knowledge-events.js';
import type { ArticleQuery } from './knowledge.dto.js';

/** The articles themselves: who may read and write them, and who hears of it. */
@Injectable()
export class Articles {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** Latest change first. */
  async list(member: Member, query: ArticleQuery): Promise<Page<ArticleBody>> {
    const after = readCursor(query.cursor, isISO8601, (part) => isUUID(part));
    const visible = member.websitesWith('knowledge.view');
    const articles = await this.database.reader().find(
      KnowledgeArticle,
      {
        $and: [
          visible === 'all' ? {} : { websiteId: { $in: [...visible] } },
          query.websiteId === undefined ? {} : { websiteId: query.websiteId },
          query.published === undefined ? {} : { published: query.published },
          query.q === undefined ? {} : { id: { $in: await this.matching(query.q, query.websiteId) } },
          after ? { $or: [{ updatedAt: { $lt: new Date(after[0]!) } }, { updatedAt: new Date(after[0]!), id: { $lt: after[1]! } }] } : {},
        ],
      },
      { orderBy: { updatedAt: 'desc', id: 'desc' }, limit: query.limit + 1 },
    );
    const questions = await ArticleQuestions.of(
      this.database,
      articles.map((article) => article.id),
    );
    return pageOf(
      articles,
      query.limit,
      (article) => bodyOf(article, questions.get(article.id)),
      (article) => [article.updatedAt.toISOString(), article.id],
    );
  }

  async get(member: Member, id: string): Promise<ArticleBody> {
    const article = await this.database.reader().findOne(KnowledgeArticle, { id });
    if (!article || !member.can('knowledge.view', article.websiteId)) throw new NotFound('article');
    return this.withQuestions(this.database, article);
  }

  async create(member: Member, given: SaveKnowledgeArticle): Promise<ArticleBody> {
    this.mustEdit(member, given.websiteId, 'website');
    return this.database.transaction((tx) => this.write(tx, member, given));
  }

  /** Also for what writes articles by itself: demo data, drafts. */
  async write(tx: Transaction, actor: Actor, given: SaveKnowledgeArticle): Promise<ArticleBody> {
    const language = given.language ?? (await languageOf(tx, given.websiteId));
    const now = this.clock.now();
    const article = KnowledgeArticle.draft(newId(now.getTime()), given, language, now);
    await tx.em.persist(article).flush();
    await ArticleQuestions.replace(tx, article, given.questions ?? []);
    await this.tell(tx, actor, article, 'created');
    return this.withQuestions(tx, article);
  }

  async change(member: Member, id: string, given: Partial<Omit<SaveKnowledgeArticle, 'websiteId'>>): Promise<ArticleBody> {
    return this.database.transaction(async (tx) => {
      const article = await this.forUpdate(tx, member, id);
      article.change(given, this.clock.now());
      await tx.em.flush();
      if (given.questions) await ArticleQuestions.replace(tx, article, given.questions);
      await this.tell(tx, member, article, 'updated', { fields: Object.keys(given) });
      return this.withQuestions(tx, article);
    });
  }

  async remove(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const article = await this.forUpdate(tx, member, id);
      await tx.em.remove(article).flush();
      await this.tell(tx, member, article, 'deleted', { title: article.title });
    });
  }

  /** @throws NotFound when the member may not even know of it, Forbidden when looking is all they may do */
  mustEdit(member: Member, websiteId: string, what: string): void {
    if (!member.can('knowledge.view', websiteId)) throw new NotFound(what);
    if (!member.can('knowledge.edit' satisfies Permission, websiteId)) throw new Forbidden();
  }

  private async forUpdate(tx: Transaction, member: Member, id: string): Promise<KnowledgeArticle> {
    const article = await tx.em.findOne(KnowledgeArticle, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!article) throw new NotFound('article');
    this.mustEdit(member, article.websiteId, 'article');
    return article;
  }

  private async tell(
    tx: Transaction,
    actor: Actor,
    article: KnowledgeArticle,
    change: 'created' | 'updated' | 'deleted',
    details: object = {},
  ): Promise<void> {
    const { id, websiteId } = article;
    await this.audit.record(tx, {
      actor,
      action: `knowledge.${change}`,
      subject: { type: 'knowledge_article', id },
      websiteId,
      details: { ...details },
    });
    await this.outbox.record(tx, knowledgeChanged({ websiteId }, { articleId: id, change }));
    tx.afterCommit(() => this.doorbell.ring('knowledge-changed', websiteId));
  }

  /** Ids of the articles that contain `q` in their title, a question or the text. */
  private async matching(q: string, websiteId: string | undefined): Promise<string[]> {
    const pattern = `%${q.trim().replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.query<{ id: string }>(
      `select id from knowledge_article a
        where ($2::uuid is null or website_id = $2)
          and (title ilike $1 or body ilike $1 or exists (select 1 from knowledge_question q where q.article_id = a.id and q.text ilike $1))`,
      [pattern, websiteId ?? null],
    );
    return rows.map((row) => row.id);
  }

  private async withQuestions(database: Pick<Database, 'query'>, article: KnowledgeArticle): Promise<ArticleBody> {
    return bodyOf(article, (await ArticleQuestions.of(database, [article.id])).get(article.id));
  }
}

function bodyOf(article: KnowledgeArticle, questions: readonly string[] = []): ArticleBody {
  return {
    id: article.id,
    websiteId: article.websiteId,
    title: article.title,
    body: article.body,
    questions,
    language: article.language,
    url: article.url ?? null,
    published: article.published,
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
  };
}

/** A website's articles are in its own language unless they say otherwise. @throws NotFound */
async function languageOf(tx: Transaction, websiteId: string): Promise<string> {
  const [website] = await tx.query<{ locale: string }>(`select locale from website where id = $1 and deleted_at is null`, [websiteId]);
  if (!website) throw new NotFound('website');
  return website.locale;
}
