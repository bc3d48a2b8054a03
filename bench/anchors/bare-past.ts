/**
 * Reads the rows that a replay reads, and makes nothing of them: `bare-past.ts <database url> <website id>`. `GET /` reads all
 * sessions of the website, a hundred at a time, with their messages, turns and handoffs.
 */
import { createServer } from 'node:http';
import { Pool } from 'pg';

const [database, website] = process.argv.slice(2);
const pool = new Pool({ connectionString: database!, max: 4 });
const AT_ONCE = 100;

const SESSIONS = `
  select s.id, s.started_at, s.closed_at, s.tags, v.email, v.attributes, s.started_at::text as key
  from session s join visitor v on v.id = s.visitor_id
  where s.website_id = $1 and ($2::timestamptz is null or (s.started_at, s.id) < ($2, $3::uuid)) order by s.started_at desc, s.id desc limit ${AT_ONCE}`;
const OF_SESSIONS = [
  `select session_id, seq, author_kind, text, created_at, ai_confidence, ai_responder, ai_answers_seq from message where session_id = any ($1)`,
  `select session_id, situation from ai_turn where session_id = any ($1) and situation is not null`,
  `select session_id, opened_seq, opened_at, ended_at, trigger, code from handoff where session_id = any ($1)`,
];

async function read(): Promise<{ sessions: number; seconds: number }> {
  const began = performance.now();
  let sessions = 0;
  let before: { key: string; id: string } | undefined;
  for (;;) {
    const { rows } = await pool.query<{ id: string; key: string }>(SESSIONS, [website, before?.key ?? null, before?.id ?? null]);
    if (rows.length === 0) return { sessions, seconds: (performance.now() - began) / 1000 };
    const ids = rows.map(({ id }) => id);
    await Promise.all(OF_SESSIONS.map((text) => pool.query(text, [ids])));
    sessions += rows.length;
    before = rows.at(-1);
  }
}

const server = createServer((_request, response) => {
  read().then(
    (done) => response.end(JSON.stringify(done)),
    (error: Error) => response.writeHead(500).end(error.stack),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`ready http://127.0.0.1:${address.port}\n`);
});
