import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { rows } from './rows.js';

export const PER_CONVERSATION = 10;
const AT_ONCE = 10_000;
const WITHIN_MS = 900_000;

/**
 * Conversations that were handed over, of ten messages each, in which words of every frequency stand: one in every message,
 * some in every tenth conversation, in every thousandth, and a number that only one of them has. Returns once Baton itself
 * has gathered their words.
 */
export async function seedArchive(database: string, websiteId: string, conversations: number): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    for (let from = 0; from < conversations; from += AT_ONCE)
      await client.query(SEED, [websiteId, from, Math.min(conversations, from + AT_ONCE) - 1]);
  } finally {
    await client.end();
  }
  for (const until = performance.now() + WITHIN_MS; ; await sleep(500)) {
    const [left] = await rows<{ n: number }>(database, 'select count(*)::int as n from session_words_due');
    if (left!.n === 0) break;
    if (performance.now() > until) throw new Error(`Of ${conversations} conversations the words of ${left!.n} were not gathered in time.`);
  }
  await rows(database, 'vacuum analyze');
}

/** `scattered` keeps words of neighbouring numbers apart, as people who ask the same do not write one after the other. */
const SEED = /* sql */ `
with line as materialized (
  select uuidv7() as visitor, uuidv7() as session, uuidv7() as handoff, date_trunc('second', now()) - interval '90 days' + n * interval '30 seconds' as at, n,
         hashint4(n) & 1048575 as scattered
  from generate_series($2::int, $3::int) n
),
v as (
  insert into visitor (id, website_id, name, email, locale, created_at, updated_at)
  select visitor, $1, 'Visitor ' || n, 'visitor' || n || '@shop.bench', 'en', at, at from line
),
s as (
  insert into session (id, website_id, visitor_id, owner, epoch, last_seq, locale, last_message_kind, last_message_text, last_message_at,
                       last_activity_at, started_at, closed_at)
  select session, $1, visitor, 'nobody', 3, ${PER_CONVERSATION}, 'en', 'agent', 'You are welcome', at, at, at, at from line
),
m as (
  insert into message (session_id, seq, id, website_id, author_kind, text, client_id, created_at)
  select session, seq, gen_random_uuid(), $1, case seq % 2 when 1 then 'visitor' else 'agent' end,
         case seq
           when 1 then 'Hello, this is about order o' || n || ' from last week'
           when 3 then 'It has a topic' || scattered % 10 || ' and a detail' || scattered % 1000
           when 5 then 'The shop said model' || scattered % 100 || ' would fit, in ' ||
                       (array['red', 'green', 'blue', 'white', 'black', 'silver', 'golden'])[1 + scattered % 7]
           else (array['Thank you for writing to us', 'I have looked it up for you', 'Could you say a little more about it',
                       'The parcel should be with you soon', 'I am sorry to hear that', 'Please wait a moment while I ask a colleague'])
                [1 + (scattered + seq) % 6]
         end,
         gen_random_uuid(), at + seq * interval '20 seconds'
  from line, generate_series(1, ${PER_CONVERSATION}) seq
)
insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, claimed_at, resolved_at, outcome, updated_at)
select handoff, $1, session, 'resolved', 'requested', 'asked_in_words', 'The visitor asked for a person.', 1, at, at, at, 'resolved', at
from line`;
