import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isISO8601, isUUID } from 'class-validator';
import type { ChangeKnowledgeArticle, KnowledgeArticle as ArticleBody, KnowledgeSummary, Page, Permission, SaveKnowledgeArticle } from '#contracts';
import { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Audit, type Actor } from '../audit/index.js';
import { ArticleQuestions } from './article-questions.js';
import { ArticleUse } from './article-use.js';
import { ArticleChanged } from './article.problems.js';
import { KnowledgeArticle, type Author } from './knowledge-article.entity.js';
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
    private readonly use: ArticleUse,
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
          query.language === undefined ? {} : { language: query.language },
          query.q === undefined ? {} : { id: { $in: await this.matching(query.q, query.websiteId) } },
          after ? { $or: [{ updatedAt: { $lt: new Date(after[0]!) } }, { updatedAt: new Date(after[0]!), id: { $lt: after[1]! } }] } : {},
        ],
      },
      { orderBy: { updatedAt: 'desc', id: 'desc' }, limit: query.limit + 1 },
    );
    const ids = articles.map((article) => article.id);
    const [questions, uses] = await Promise.all([ArticleQuestions.of(this.database, ids), this.use.recent(this.database, ids, this.clock.now())]);
    return pageOf(
      articles,
      query.limit,
      (article) => bodyOf(article, questions.get(article.id), uses.get(article.id)),
      (article) => [article.updatedAt.toISOString(), article.id],
    );
  }

  /** @param websiteId narrows to one website */
  async summary(member: Member, websiteId?: string): Promise<Omit<KnowledgeSummary, 'learning'>> {
    const visible = member.websitesWith('knowledge.view');
    const rows = await this.database.query<{ language: string; published: boolean; n: number }>(
      `select language, published, count(*)::int as n from knowledge_article
        where ($1::uuid[] is null or website_id = any ($1)) and ($2::uuid is null or website_id = $2) group by 1, 2`,
      [visible === 'all' ? null : visible, websiteId ?? null],
    );
    const sum = (matching: typeof rows): number => matching.reduce((total, { n }) => total + n, 0);
    const byLanguage = [...Map.groupBy(rows, ({ language }) => language)].map(([language, own]) => ({ language, articles: sum(own) }));
    return {
      published: sum(rows.filter(({ published }) => published)),
      drafts: sum(rows.filter(({ published }) => !published)),
      languages: byLanguage.toSorted((a, b) => b.articles - a.articles || a.language.localeCompare(b.language)),
    };
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
    const article = KnowledgeArticle.draft(newId(now.getTime()), given, language, authorOf(actor), now);
    await tx.em.persist(article).flush();
    await ArticleQuestions.replace(tx, article, given.questions ?? []);
    await this.tell(tx, actor, article, 'created');
    return this.withQuestions(tx, article);
  }

  /** @throws ArticleChanged when it is no longer what the change was made on */
  async change(member: Member, id: string, { ifUpdatedAt, ...given }: ChangeKnowledgeArticle): Promise<ArticleBody> {
    return this.database.transaction(async (tx) => {
      const article = await this.forUpdate(tx, member, id);
      if (ifUpdatedAt !== undefined && Date.parse(ifUpdatedAt) !== article.updatedAt.getTime()) {
        throw new ArticleChanged(article.lastAuthor, article.updatedAt);
      }
      article.change(given, authorOf(member), this.clock.now());
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
    const [questions, uses] = [await ArticleQuestions.of(database, [article.id]), await this.use.recent(database, [article.id], this.clock.now())];
    return bodyOf(article, questions.get(article.id), uses.get(article.id));
  }
}

/** By the name that the change will be known under, also after the person was renamed. */
function authorOf(actor: Actor): Author {
  if (!(actor instanceof Member)) return null;
  return { id: actor.userId, name: actor.via ? `${actor.via.name} (${actor.name})` : actor.name };
}

function bodyOf(article: KnowledgeArticle, questions: readonly string[] = [], uses = 0): ArticleBody {
  return {
    id: article.id,
    websiteId: article.websiteId,
    title: article.title,
    body: article.body,
    questions,
    language: article.language,
    url: article.url ?? null,
    published: article.published,
    uses,
    createdAt: article.createdAt.toISOString(),
    updatedAt: article.updatedAt.toISOString(),
    updatedBy: article.lastAuthor,
  };
}

/** A website's articles are in its own language unless they say otherwise. @throws NotFound */
async function languageOf(tx: Transaction, websiteId: string): Promise<string> {
  const [website] = await tx.query<{ locale: string }>(`select locale from website where id = $1 and deleted_at is null`, [websiteId]);
  if (!website) throw new NotFound('website');
  return website.locale;
}
