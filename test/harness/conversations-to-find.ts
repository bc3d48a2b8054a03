import { randomUUID } from 'node:crypto';
import { newId, type Database } from '../../apps/server/src/platform/database/index.js';
import { SpeechWriter } from '../../apps/server/src/modules/sessions/index.js';
import type { OpenDatabase } from './open-database.js';

export interface ConversationToFind {
  readonly sessionId: string;
  readonly websiteId: string;
  readonly visitorId: string;
  readonly handoffId: string;
  say(text: string, kind?: 'visitor' | 'agent' | 'system'): Promise<void>;
}

/** Handed over, and as Baton itself writes it. */
export async function conversationToFind(
  { database, given }: OpenDatabase,
  websiteId: string,
  texts: readonly string[] = [],
  openedAt = new Date(),
): Promise<ConversationToFind> {
  const session = await given.session({ websiteId, owner: 'queue' });
  await database.query(`update session set epoch = 2 where id = $1`, [session.id]);
  const handoffId = newId();
  await database.query(
    `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
     values ($1, $2, $3, 'pending', 'requested', 'asked_in_words', 'Asked', 0, $4, $4)`,
    [handoffId, websiteId, session.id, openedAt],
  );
  const writer = new SpeechWriter(database);
  const say: ConversationToFind['say'] = async (text, kind = 'visitor') => {
    await writer.write({
      messageId: newId(),
      sessionId: session.id,
      websiteId,
      author: { kind, id: null, name: null },
      text,
      attachments: [],
      clientId: kind === 'system' ? null : randomUUID(),
      event: null,
      ai: null,
      fence: { kind: 'none' },
      turnId: null,
      at: new Date(),
    });
  };
  for (const text of texts) await say(text);
  return { sessionId: session.id, websiteId, visitorId: session.visitorId, handoffId, say };
}

/** 1,800 conversations of one message: all hold one word, every second another, every hundredth a third. */
export async function conversationsToFind(database: Database, websites: readonly string[], began: number): Promise<void> {
  await database.query(
    `with given as (select n, gen_random_uuid() as visitor, gen_random_uuid() as session, $1::uuid[] as sites, to_timestamp($2::float8 / 1000 + n) as at
                    from generate_series(1, 1800) n),
     spread as (select *, sites[1 + n % cardinality(sites)] as site from given),
     v as (insert into visitor (id, website_id, created_at, updated_at) select visitor, site, at, at from spread),
     s as (insert into session (id, website_id, visitor_id, owner, epoch, last_seq, locale, last_activity_at, started_at)
           select session, site, visitor, 'queue', 2, 1, 'en', at, at from spread),
     m as (insert into message (session_id, seq, id, website_id, author_kind, text, created_at)
           select session, 1, gen_random_uuid(), site, 'visitor',
                  'common' || case when n % 2 = 0 then ' half' else '' end || case when n % 100 = 0 then ' rare' else '' end, at from spread)
     insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
     select gen_random_uuid(), site, session, 'pending', 'requested', 'asked_in_words', 'Asked', 1, at, at from spread`,
    [websites, began],
  );
}
