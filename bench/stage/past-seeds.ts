import { Client } from 'pg';

const AT_ONCE = 10_000;
export const PER_SESSION = 8;
/** One in so many was handed over. */
export const HANDED_OVER_EVERY = 10;
/** One in so many of the visitor's messages asks for a refund. */
export const REFUND_EVERY = 25;

/** Past sessions of the last 30 days: eight messages each, half of them the visitor's, and what rules were told at each. */
export async function seedPast(database: string, websiteId: string, sessions: number): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    for (let from = 0; from < sessions; from += AT_ONCE) await client.query(SEED, [websiteId, from, Math.min(sessions, from + AT_ONCE) - 1]);
    await client.query('vacuum analyze session, message, ai_turn, handoff, visitor');
  } finally {
    await client.end();
  }
}

/** The situation is what a turn keeps: the question's place, a plan of the visitor's, and the AI's confidence. */
const SEED = /* sql */ `
with line as materialized (
  select uuidv7() as visitor, uuidv7() as session, now() - interval '29 days' + n * interval '4 minutes' as at, n from generate_series($2::int, $3::int) n
),
v as (
  insert into visitor (id, website_id, name, locale, attributes, created_at, updated_at)
  select visitor, $1, 'Visitor ' || n, 'en', jsonb_build_object('plan', case n % 3 when 0 then 'gold' else 'free' end), at, at from line
),
s as (
  insert into session (id, website_id, visitor_id, owner, epoch, last_seq, locale, last_activity_at, started_at, closed_at)
  select session, $1, visitor, 'nobody', 2, ${PER_SESSION}, 'en', at + interval '5 minutes', at, at + interval '5 minutes' from line
),
m as (
  insert into message (session_id, seq, id, website_id, author_kind, text, ai_confidence, ai_responder, ai_answers_seq, created_at)
  select session, seq, gen_random_uuid(), $1, case seq % 2 when 1 then 'visitor' else 'ai' end,
         case when seq % 2 = 0 then 'Orders arrive within three working days.'
              when (n * ${PER_SESSION / 2} + seq / 2) % ${REFUND_EVERY} = 0 then 'I want a refund for order ' || n
              else 'Where is the parcel of order ' || n || '?' end,
         case seq % 2 when 0 then 0.8 end, case seq % 2 when 0 then 'knowledge' end, case seq % 2 when 0 then seq - 1 end,
         at + seq * interval '20 seconds'
  from line, generate_series(1, ${PER_SESSION}) seq
),
t as (
  insert into ai_turn (id, website_id, session_id, epoch, after_seq, state, attempts, due_at, created_at, finished_at, situation)
  select gen_random_uuid(), $1, session, 1, seq, 'done', 1, at, at, at,
         jsonb_build_object('at', (extract(epoch from at + seq * interval '20 seconds') * 1000)::bigint,
                            'answeredAt', (extract(epoch from at + seq * interval '21 seconds') * 1000)::bigint, 'from', seq - 1, 'to', seq,
                            'facts', jsonb_build_object('message.language', 'en', 'visitor.plan', case n % 3 when 0 then 'gold' else 'free' end,
                                                        'ai.confidence', 0.8, 'ai.complexity', 0.1))
  from line, generate_series(1, ${PER_SESSION}, 2) seq
)
insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, claimed_at, resolved_at, outcome, updated_at)
select gen_random_uuid(), $1, session, 'resolved', 'requested', 'asked_in_words', 'The visitor asked for a person.', ${PER_SESSION},
       at + interval '4 minutes', at + interval '4 minutes', at + interval '5 minutes', 'resolved', at + interval '5 minutes'
from line where n % ${HANDED_OVER_EVERY} = 0`;
