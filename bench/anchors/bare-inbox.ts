/**
 * What the database alone makes of the inbox: `bare-inbox.ts <database url> <website id> <user id>`, on the tables of Baton
 * itself. A page is one statement written by hand for its view, planned once, and the counts are another; both are asked for
 * at once. `GET /?atOnce=&seconds=` does so again and again, view after view.
 */
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { percentile } from '../measure/statistics.js';
import { closedLoop } from '../measure/closed-loop.js';

const [database, website, user] = process.argv.slice(2);
const pool = new Pool({ connectionString: database!, max: 16 });

const page = (where: string, order: string): string => `
  select h.id, h.session_id, h.website_id, w.name as website_name, h.status, h.trigger, h.cause, h.code, h.reason, h.priority,
         s.visitor_id, v.name as visitor_name, v.email as visitor_email, h.team_id, t.name as team_name, h.assignee_id,
         u.name as assignee_name, h.opened_at, h.claimed_at, h.first_response_at, h.resolved_at, h.cancelled_at, h.outcome,
         s.last_message_kind, s.last_message_text, s.last_message_at, s.last_activity_at, s.last_seq, s.team_read_seq
  from handoff h join session s on s.id = h.session_id join visitor v on v.id = s.visitor_id join website w on w.id = h.website_id
  left join team t on t.id = h.team_id left join app_user u on u.id = h.assignee_id
  where h.website_id = $1 and ${where} order by ${order} limit 50`;

const OLDEST = 'h.opened_at, h.id';
const VIEWS: readonly { readonly name: string; readonly text: string; readonly values: readonly unknown[] }[] = [
  { name: 'open', text: page(`h.status in ('pending', 'claimed')`, OLDEST), values: [website] },
  { name: 'unassigned', text: page(`h.status = 'pending' and not h.offline`, OLDEST), values: [website] },
  { name: 'mine', text: page(`h.assignee_id = $2 and h.status in ('pending', 'claimed')`, OLDEST), values: [website, user] },
  { name: 'resolved', text: page(`h.status in ('resolved', 'cancelled')`, 'h.ended_at desc, h.id desc'), values: [website] },
];
const COUNTS = {
  name: 'counts',
  text: `select status, offline, assignee_id is not distinct from $2::uuid as mine, sum(n)::int as n from handoff_tally
         where website_id = $1 group by 1, 2, 3`,
  values: [website, user],
};

let turn = 0;

async function look(took: number[]): Promise<void> {
  const began = performance.now();
  const view = VIEWS[turn++ % VIEWS.length]!;
  const [rows] = await Promise.all([pool.query({ ...view, values: [...view.values] }), pool.query(COUNTS)]);
  if (rows.rowCount !== 50) throw new Error(`The page of ${view.name} has ${rows.rowCount} rows.`);
  took.push(performance.now() - began);
}

const server = createServer((request, response) => {
  const { searchParams } = new URL(request.url!, 'http://localhost');
  const of = (name: string): number => Number(searchParams.get(name));
  const took: number[] = [];
  closedLoop(of('atOnce'), of('seconds'), () => look(took)).then(
    (done) => response.end(JSON.stringify({ ...done, p50: percentile(took, 50) })),
    (error: Error) => response.writeHead(500).end(error.stack),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`ready http://127.0.0.1:${address.port}\n`);
});
