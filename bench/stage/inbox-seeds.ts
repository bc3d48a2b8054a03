import { Client } from 'pg';

/** Of a hundred handoffs so many wait, and so many are in somebody's hands; the others have ended. */
const WAITING = 3;
const CLAIMED = 3;
/** Every so many waiting ones is an offline capture. */
const OFFLINE_EVERY = 5;
const AT_ONCE = 50_000;

/**
 * The past of a busy website: handoffs of every status, each with its visitor, its session and what its list row shows. The
 * triggers that keep counts and words are left out, and the counts written down at the end: a million rows must come quickly.
 *
 * @param userIds who has them, in turn
 */
export async function seedInbox(database: string, websiteId: string, userIds: readonly string[], count: number): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    await client.query(`set session_replication_role = replica`);
    for (let from = 0; from < count; from += AT_ONCE) await client.query(SEED, [websiteId, userIds, from, Math.min(count, from + AT_ONCE) - 1]);
    await client.query(`insert into handoff_tally (website_id, status, offline, assignee_id, n)
      select website_id, status, offline, assignee_id, count(*) from handoff group by 1, 2, 3, 4`);
    await client.query(`vacuum analyze`);
  } finally {
    await client.end();
  }
}

const SEED = /* sql */ `
with line as materialized (
  select uuidv7() as visitor, uuidv7() as session, uuidv7() as handoff, date_trunc('second', now()) - interval '30 days' + n * interval '700 milliseconds' as at, n,
         case when n % 100 < ${WAITING} then 'pending' when n % 100 < ${WAITING + CLAIMED} then 'claimed'
              when n % 10 = 9 then 'cancelled' else 'resolved' end as status,
         ($2::uuid[])[1 + n / 100 % cardinality($2::uuid[])] as person
  from generate_series($3::int, $4::int) n
),
v as (
  insert into visitor (id, website_id, name, email, locale, created_at, updated_at)
  select visitor, $1, 'Visitor ' || n, 'visitor' || n || '@shop.bench', 'en', at, at from line
),
s as (
  insert into session (id, website_id, visitor_id, owner, owner_user_id, epoch, last_seq, locale, last_message_kind, last_message_text,
                       last_message_at, last_activity_at, started_at, closed_at)
  select session, $1, visitor,
         case status when 'pending' then 'queue' when 'claimed' then 'agent' else 'nobody' end,
         case status when 'claimed' then person end, 2, 4, 'en', 'visitor', 'The parcel has not come yet; the order is number ' || n, at, at, at,
         case when status in ('resolved', 'cancelled') then at end
  from line
)
insert into handoff (id, website_id, session_id, status, trigger, code, reason, offline, assignee_id, opened_seq, opened_at, claimed_at,
                     resolved_at, cancelled_at, outcome, updated_at)
select handoff, $1, session, status, 'requested', 'asked_in_words', 'The visitor asked for a person.',
       status = 'pending' and n / 100 % ${OFFLINE_EVERY} = 0, case when status <> 'pending' then person end, 1, at,
       case when status <> 'pending' then at + interval '1 minute' end,
       case status when 'resolved' then at + interval '9 minutes' end,
       case status when 'cancelled' then at + interval '5 minutes' end,
       case status when 'resolved' then 'resolved' when 'cancelled' then 'closed' end, at
from line`;
