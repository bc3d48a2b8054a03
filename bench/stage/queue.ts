import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rows } from './rows.js';

/** Somebody who takes over conversations, and the key they do it with. */
export interface Agent {
  readonly id: string;
  readonly key: string;
}

/** Agents of a website, each with a key; by SQL, because passwords are made to be slow. */
export async function hireAgents(database: string, websiteId: string, count: number): Promise<Agent[]> {
  const agents = Array.from({ length: count }, (): Agent => ({ id: randomUUID(), key: `bk_${randomBytes(32).toString('base64url')}` }));
  await rows(
    database,
    `with hired as (select * from unnest($1::uuid[], $2::bytea[]) with ordinality as t (id, key_hash, n)),
     people as (
       insert into app_user (id, email, name, created_at, updated_at) select id, 'agent' || n || '@baton.bench', 'Agent ' || n, now(), now() from hired),
     members as (
       insert into membership (id, user_id, website_id, role, created_at) select uuidv7(), id, $3, 'agent', now() from hired)
     insert into api_key (id, name, key_hash, prefix, permissions, website_id, created_by, created_at)
     select uuidv7(), 'Bench', key_hash, 'bk_', array['handoff.view', 'handoff.claim'], $3, id, now() from hired`,
    [agents.map(({ id }) => id), agents.map(({ key }) => createHash('sha256').update(key).digest()), websiteId],
  );
  return agents;
}

/** Visitors who wrote something and wait for a person. @returns the handoffs, longest wait first */
export async function fillQueue(database: string, websiteId: string, count: number): Promise<string[]> {
  const waiting = await rows<{ id: string }>(
    database,
    `with line as materialized (
       select uuidv7() as visitor_id, uuidv7() as session_id, uuidv7() as handoff_id, now() - ($2::int - n) * interval '10 milliseconds' as at
       from generate_series(1, $2::int) n),
     v as (
       insert into visitor (id, website_id, locale, created_at, updated_at) select visitor_id, $1, 'en', at, at from line),
     s as (
       insert into session (id, website_id, visitor_id, owner, epoch, last_seq, locale, last_message_kind, last_message_text, last_message_at,
                            last_activity_at, started_at)
       select session_id, $1, visitor_id, 'queue', 2, 2, 'en', 'visitor', 'May I talk to somebody about my parcel?', at, at, at from line),
     m as (
       insert into message (session_id, seq, id, website_id, author_kind, text, client_id, created_at)
       select session_id, 1, uuidv7(), $1, 'visitor', 'May I talk to somebody about my parcel?', uuidv7(), at from line
       union all
       select session_id, 2, uuidv7(), $1, 'system', 'Somebody from the team will be with you.', null, at from line),
     h as (
       insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
       select handoff_id, $1, session_id, 'pending', 'requested', 'requested.words', 'The visitor asked for a person.', 1, at, at from line)
     select handoff_id as id from line order by at`,
    [websiteId, count],
  );
  return waiting.map(({ id }) => id);
}
