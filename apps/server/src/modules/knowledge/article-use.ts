import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';

/** How long counts gather before they are written together: a popular article must not be a row that every answer waits for. */
const GATHER_MS = 2_000;
const USES_COUNT_FOR_DAYS = 30;

/** How often articles answered visitors, by day. A number to steer by: what a killed process had not written yet is not made up for. */
@Injectable()
export class ArticleUse implements OnModuleDestroy {
  private readonly logger = new Logger(ArticleUse.name);
  private gathered = new Map<string, { articleId: string; day: string; answers: number }>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  /** An answer that a visitor got came from these articles. */
  answered(articleIds: readonly string[], at: Date): void {
    if (articleIds.length === 0) return;
    const day = at.toISOString().slice(0, 10);
    for (const articleId of new Set(articleIds)) {
      const key = `${day} ${articleId}`;
      const entry = this.gathered.get(key) ?? { articleId, day, answers: 0 };
      this.gathered.set(key, { ...entry, answers: entry.answers + 1 });
    }
    this.timer ??= setTimeout(() => void this.write(), GATHER_MS).unref();
  }

  /** Of the last 30 days; articles that were not used are left out. */
  async recent(database: Pick<Database, 'query'>, articleIds: readonly string[], now: Date): Promise<ReadonlyMap<string, number>> {
    const rows = await database.query<{ article_id: string; answers: number }>(
      `select article_id, sum(answers)::int as answers from knowledge_use
        where article_id = any ($1::uuid[]) and day > $2::date - $3::int group by article_id`,
      [articleIds, now.toISOString().slice(0, 10), USES_COUNT_FOR_DAYS],
    );
    return new Map(rows.map((row) => [row.article_id, row.answers]));
  }

  onModuleDestroy(): Promise<void> {
    return this.write();
  }

  /** Resolves when everything counted so far is stored. */
  write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const rows = [...this.gathered.values()];
    this.gathered = new Map();
    if (rows.length > 0) this.writing = this.writing.then(() => this.store(rows));
    return this.writing;
  }

  private async store(rows: readonly { articleId: string; day: string; answers: number }[]): Promise<void> {
    try {
      // A model may name an article that was deleted meanwhile. Always in one order, so that two processes never wait for each other.
      await this.database.query(
        `insert into knowledge_use (article_id, day, answers)
         select given.article_id, given.day, given.answers
           from unnest($1::uuid[], $2::date[], $3::int[]) as given (article_id, day, answers)
           join knowledge_article a on a.id = given.article_id
          order by given.article_id, given.day
         on conflict (article_id, day) do update set answers = knowledge_use.answers + excluded.answers`,
        [rows.map((row) => row.articleId), rows.map((row) => row.day), rows.map((row) => row.answers)],
      );
    } catch (error) {
      this.logger.warn({ err: error }, 'it could not be counted which articles answered');
    }
  }
}
