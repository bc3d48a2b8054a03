import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import type { ArticleText } from '../answering/answerer.js';
import { Model } from '../answering/model.js';
import { ARTICLES_HASH } from './articles-hash.js';

/** What there is to answer from, by marks that change when it changes. */
export interface Stock {
  /** Of the published articles. */
  readonly hash: string;
  readonly empty: boolean;
  readonly model: {
    readonly id: string;
    readonly articlesHash: string;
    readonly size: number;
    readonly version: number;
    readonly madeAt: Date;
  } | null;
}

const ARTICLES_AT_ONCE = 200;

/** Reads models and the articles they speak of, in steps small enough to hold nobody up. */
@Injectable()
export class ModelStore {
  constructor(private readonly database: Database) {}

  async look(websiteId: string): Promise<Stock> {
    const [row] = await this.database.query<{ hash: string; id: string | null; articles_hash: string; size: number; version: number; made_at: Date }>(
      `select ${ARTICLES_HASH} as hash, model.id, model.articles_hash, model.size, model.version, model.made_at
         from (select 1) one left join lateral
              (select * from knowledge_model where website_id = $1 order by version desc limit 1) model on true`,
      [websiteId],
    );
    const { hash, id, articles_hash: articlesHash, size, version, made_at: madeAt } = row!;
    return { hash, empty: hash.split(':')[1] === '0', model: id === null ? null : { id, articlesHash, size, version, madeAt } };
  }

  /** @returns null when it is gone or damaged; then it is removed, so that it is made again */
  async read({ id, size }: NonNullable<Stock['model']>): Promise<Model | null> {
    const bytes = new Uint8Array(size);
    let filled = 0;
    for (let position = 0; filled < size; position++) {
      const [part] = await this.database.query<{ bytes: Buffer }>(`select bytes from knowledge_model_part where model_id = $1 and position = $2`, [
        id,
        position,
      ]);
      if (!part || filled + part.bytes.length > size) break;
      bytes.set(part.bytes, filled);
      filled += part.bytes.length;
    }
    try {
      if (filled < size) throw new Error('Parts of this model are missing.');
      return Model.stored(bytes);
    } catch {
      await this.database.query(`delete from knowledge_model where id = $1`, [id]);
      return null;
    }
  }

  /** The published articles, without the questions: those are in the model. */
  async articles(websiteId: string): Promise<ArticleText[]> {
    const articles: ArticleText[] = [];
    for (let after = '00000000-0000-0000-0000-000000000000'; ; after = articles.at(-1)!.id) {
      const some = await this.database.query<ArticleText & object>(
        `select id, title, body, url, lower(split_part(language, '-', 1)) as language, '{}'::text[] as questions
           from knowledge_article where website_id = $1 and published and id > $2 order by id limit ${ARTICLES_AT_ONCE}`,
        [websiteId, after],
      );
      articles.push(...some);
      if (some.length < ARTICLES_AT_ONCE) return articles;
    }
  }

  async failure(websiteId: string): Promise<{ readonly failedAt: Date; readonly problem: string } | null> {
    const [row] = await this.database.query<{ failedAt: Date; problem: string }>(
      `select failed_at as "failedAt", problem from knowledge_training_failure where website_id = $1`,
      [websiteId],
    );
    return row ?? null;
  }
}
