import { Client } from 'pg';
import { randomUUID } from 'node:crypto';
import type { Lore } from '../answering/lore.js';
import { Model } from '../answering/model.js';
import { ARTICLES_HASH } from './articles-hash.js';

export interface TrainingOrder {
  readonly databaseUrl: string;
  readonly websiteId: string;
}

/** `made`: there is a new model. `current`: somebody else had made it meanwhile. */
export type TrainingOutcome = { readonly kind: 'made'; readonly version: number } | { readonly kind: 'current' };

/** Small enough to be read in steps that hold nobody up. Bytes. */
const PART = 256 * 1024;
/** An older one may still be on its way into another process. */
const VERSIONS_KEPT = 3;

/**
 * Learns a website's published articles and stores the model as the next version. Has a connection of its own and one
 * transaction, whose advisory lock lets one process at a time learn a website; whoever waited finds the work done. Runs
 * in a thread of its own: nothing here is quick.
 */
export async function train({ databaseUrl, websiteId }: TrainingOrder): Promise<TrainingOutcome> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'baton learning', keepAlive: true });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtext('knowledge-model'), hashtext($1))`, [websiteId]);
    // The hash first: what changes before the articles are read makes them look older than they are, never newer.
    const { rows } = await client.query<{ hash: string; newest: string | null; version: number }>(
      `select ${ARTICLES_HASH} as hash, newest.articles_hash as newest, coalesce(newest.version, 0) as version
         from (select 1) one left join lateral
              (select version, articles_hash from knowledge_model where website_id = $1 order by version desc limit 1) newest on true`,
      [websiteId],
    );
    const { hash, newest, version } = rows[0]!;
    if (newest === hash) return { kind: 'current' };
    const articles = await client.query<Lore & object>(
      `select a.id, a.title, a.body,
              coalesce((select array_agg(q.text order by q.position) from knowledge_question q where q.article_id = a.id), '{}') as questions
         from knowledge_article a where a.website_id = $1 and a.published order by a.id`,
      [websiteId],
    );
    const began = performance.now();
    const bytes = Model.learn(articles.rows).bytes();
    await store(client, { websiteId, version: version + 1, hash, bytes, millis: Math.round(performance.now() - began) });
    await client.query('commit');
    return { kind: 'made', version: version + 1 };
  } finally {
    // What was not committed is rolled back with the connection.
    await client.end();
  }
}

interface NewModel {
  readonly websiteId: string;
  readonly version: number;
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly millis: number;
}

async function store(client: Client, { websiteId, version, hash, bytes, millis }: NewModel): Promise<void> {
  const id = randomUUID();
  await client.query(
    `insert into knowledge_model (id, website_id, version, articles_hash, size, millis, made_at) values ($1, $2, $3, $4, $5, $6, now())`,
    [id, websiteId, version, hash, bytes.length, millis],
  );
  for (let from = 0, position = 0; from < bytes.length; from += PART, position++) {
    await client.query(`insert into knowledge_model_part (model_id, position, bytes) values ($1, $2, $3)`, [
      id,
      position,
      Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(PART, bytes.length - from)),
    ]);
  }
  await client.query(`delete from knowledge_model where website_id = $1 and version <= $2`, [websiteId, version - VERSIONS_KEPT]);
  await client.query(`delete from knowledge_training_failure where website_id = $1`, [websiteId]);
}
