import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Database } from '../../platform/database/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Answerer, type ArticleText } from './answering/answerer.js';
import { inSlices } from './answering/learning.js';

/** How long this process may not know of an article that another one published. */
const LOOK_AGAIN_MS = 1000;
/** A visitor waits this long for what was just published; then the answer comes from what was known before. */
const PATIENCE_MS = 500;
const MOST_WEBSITES = 200;

interface Learned {
  /** Of the articles it knows. */
  readonly version: string;
  readonly answerer: Answerer;
}

/** One answerer per website, learned from its published articles when it is first asked and again when they change. */
@Injectable()
export class LearnedAnswerers implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(LearnedAnswerers.name);
  private readonly versions = new BriefMemory<string>(LOOK_AGAIN_MS);
  private readonly learned = new Map<string, Learned>();
  private readonly learning = new Map<string, { readonly version: string; readonly outcome: Promise<Learned> }>();
  private stopListening = (): void => undefined;

  constructor(
    private readonly database: Database,
    private readonly doorbell: Doorbell,
  ) {}

  onModuleInit(): void {
    this.stopListening = this.doorbell.answer('knowledge-changed', (websiteId) => this.versions.forget(websiteId));
  }

  onModuleDestroy(): void {
    this.stopListening();
  }

  async of(websiteId: string): Promise<Answerer> {
    const version = await this.versions.recall(websiteId, () => this.versionOf(websiteId));
    const known = this.learned.get(websiteId);
    if (known?.version === version) return known.answerer;
    const coming = this.learn(websiteId, version).then(
      ({ answerer }) => answerer,
      (error: unknown) => {
        if (!known) throw error;
        this.logger.error(error, `Learning the articles of website ${websiteId} failed; the earlier ones are still answered from.`);
        return known.answerer;
      },
    );
    return known ? Promise.race([coming, delay(PATIENCE_MS, known.answerer, { ref: false })]) : coming;
  }

  private learn(websiteId: string, version: string): Promise<Learned> {
    const running = this.learning.get(websiteId);
    if (running?.version === version) return running.outcome;
    const outcome = this.articlesOf(websiteId).then(async (articles) => ({ version, answerer: await inSlices(Answerer.learn(articles)) }));
    const entry = { version, outcome };
    this.learning.set(websiteId, entry);
    void outcome
      .then((learned) => this.learning.get(websiteId) === entry && this.keep(websiteId, learned))
      .catch(() => undefined)
      .finally(() => this.learning.get(websiteId) === entry && this.learning.delete(websiteId));
    return outcome;
  }

  private keep(websiteId: string, learned: Learned): void {
    this.learned.delete(websiteId);
    this.learned.set(websiteId, learned);
    if (this.learned.size > MOST_WEBSITES) this.learned.delete(this.learned.keys().next().value!);
  }

  /** Changes with every article that is published, changed or taken away. */
  private async versionOf(websiteId: string): Promise<string> {
    const [row] = await this.database.query<{ version: string }>(
      `select count(*) || ':' || coalesce(sum(hashtextextended(id::text || updated_at::text, 0)), 0) as version
         from knowledge_article where website_id = $1 and published`,
      [websiteId],
    );
    return row!.version;
  }

  private articlesOf(websiteId: string): Promise<ArticleText[]> {
    return this.database.query<ArticleText & object>(
      `select a.id, a.title, a.body, a.url, lower(split_part(a.language, '-', 1)) as language,
              coalesce((select array_agg(q.text order by q.position) from knowledge_question q where q.article_id = a.id), '{}') as questions
         from knowledge_article a where a.website_id = $1 and a.published order by a.id`,
      [websiteId],
    );
  }
}
