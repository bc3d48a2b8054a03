import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Conversation } from './conversations.js';
import { rows } from './rows.js';

/** Conversations as if they had been going on for a while: written at once, because starting ten thousand takes long. */
export async function seedConversations(database: string, websiteId: string, count: number): Promise<Conversation[]> {
  const conversations = Array.from({ length: count }, () => ({ sessionId: randomUUID(), token: `vt_${randomBytes(32).toString('base64url')}` }));
  const visitors = conversations.map(() => randomUUID());
  const sessions = conversations.map(({ sessionId }) => sessionId);
  await rows(database, `insert into visitor (id, website_id, created_at, updated_at) select id, $1, now(), now() from unnest($2::uuid[]) as id`, [
    websiteId,
    visitors,
  ]);
  await rows(
    database,
    `insert into session (id, website_id, visitor_id, locale, last_activity_at, started_at)
     select id, $1, visitor, 'en', now(), now() from unnest($2::uuid[], $3::uuid[]) as t (id, visitor)`,
    [websiteId, sessions, visitors],
  );
  await rows(
    database,
    `insert into visitor_token (token_hash, website_id, visitor_id, session_id, created_at, expires_at)
     select hash, $1, visitor, session, now(), now() + interval '1 day' from unnest($2::bytea[], $3::uuid[], $4::uuid[]) as t (hash, visitor, session)`,
    [websiteId, conversations.map(({ token }) => createHash('sha256').update(token).digest()), visitors, sessions],
  );
  return conversations;
}

/** Lets as many messages be written in each conversation of the website. */
export async function seedMessages(database: string, websiteId: string, perConversation: number): Promise<void> {
  await rows(
    database,
    `insert into message (session_id, seq, id, website_id, author_kind, author_name, text, created_at)
     select s.id, s.last_seq + n, gen_random_uuid(), s.website_id, 'agent', 'Ana', 'Your parcel leaves us today, and here is line ' || n, now()
     from session s, generate_series(1, $2::int) n where s.website_id = $1`,
    [websiteId, perConversation],
  );
  await rows(database, `update session set last_seq = last_seq + $2 where website_id = $1`, [websiteId, perConversation]);
  await rows(database, `analyze session, message, visitor_token`);
}
