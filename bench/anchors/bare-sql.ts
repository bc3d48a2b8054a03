/**
 * What the database alone makes of the same work: `bare-sql.ts <database url>`, one statement for each step over 32
 * connections; no HTTP, no rules, nobody is told. `GET /<what>?atOnce=&seconds=` runs it for so long.
 *
 * - `post`: a message, numbered and fenced by its session, refused when it was sent before
 * - `create`: a visitor, their session and its token in one statement; then its first message
 * - `claim`: the handoff that waits longest, unless somebody else is taking it; `GET /refill?waiting=` puts so many there
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Pool } from 'pg';
import { closedLoop, type Done } from '../measure/closed-loop.js';
import { smallTalk } from '../stage/small-talk.js';

const CONNECTIONS = 32;
const SESSIONS = 1_000;
const WEBSITE = randomUUID();

const pool = new Pool({ connectionString: process.argv[2]!, max: CONNECTIONS });
await pool.query(`
  create table visitor (id uuid primary key, website_id uuid not null, locale text, created_at timestamptz not null);
  create table session (
    id uuid primary key, website_id uuid not null, visitor_id uuid not null references visitor (id), owner text not null, epoch int not null,
    last_seq int not null, locale text not null, last_message_text text, last_activity_at timestamptz not null, started_at timestamptz not null);
  create index on session (visitor_id, started_at desc);
  create index on session (website_id, last_activity_at desc, id desc);
  create table visitor_token (
    token_hash bytea primary key, session_id uuid not null references session (id), created_at timestamptz not null, expires_at timestamptz not null);
  create table message (
    session_id uuid not null references session (id), seq int not null, id uuid not null, author_kind text not null, text text not null,
    client_id uuid not null, created_at timestamptz not null, primary key (session_id, seq));
  create unique index on message (id);
  create unique index on message (session_id, client_id);
  create table handoff (
    id uuid primary key, website_id uuid not null, session_id uuid not null, status text not null, assignee_id uuid, opened_at timestamptz not null,
    claimed_at timestamptz, updated_at timestamptz not null);
  create index on handoff (website_id, opened_at, id) where status = 'pending';
  create index on handoff (assignee_id, opened_at, id) where status in ('pending', 'claimed');`);
const sessions = await Promise.all(Array.from({ length: SESSIONS }, openSession));

const WORK: Readonly<Record<string, (worker: number) => Promise<unknown>>> = {
  post: () => write(sessions[Math.floor(Math.random() * SESSIONS)]!),
  create: async () => write(await openSession()),
  claim,
};

async function openSession(): Promise<string> {
  const id = randomUUID();
  await pool.query({
    name: 'open',
    text: `with v as (insert into visitor (id, website_id, locale, created_at) values ($1, $2, 'en', now())),
                s as (insert into session (id, website_id, visitor_id, owner, epoch, last_seq, locale, last_activity_at, started_at)
                      values ($3, $2, $1, 'ai', 1, 0, 'en', now(), now()))
           insert into visitor_token (token_hash, session_id, created_at, expires_at) values ($4, $3, now(), now() + interval '90 days')`,
    values: [randomUUID(), WEBSITE, id, randomBytes(32)],
  });
  return id;
}

async function write(sessionId: string): Promise<void> {
  const text = smallTalk();
  const { rowCount } = await pool.query({
    name: 'write',
    text: `with bumped as (
             update session set last_seq = last_seq + 1, last_message_text = $4, last_activity_at = now()
             where id = $1 and owner <> 'nobody' and not exists (select from message where session_id = $1 and client_id = $3)
             returning id, last_seq)
           insert into message (session_id, seq, id, author_kind, text, client_id, created_at)
           select id, last_seq, $2, 'visitor', $4, $3, now() from bumped returning seq`,
    values: [sessionId, randomUUID(), randomUUID(), text],
  });
  if (rowCount !== 1) throw new Error('A message was not written.');
}

async function claim(worker: number): Promise<void> {
  const { rowCount } = await pool.query({
    name: 'claim',
    text: `update handoff set status = 'claimed', assignee_id = $2, claimed_at = now(), updated_at = now()
           where id = (select id from handoff where website_id = $1 and status = 'pending' order by opened_at, id limit 1 for update skip locked)
           returning *`,
    values: [WEBSITE, AGENTS[worker]],
  });
  if (rowCount !== 1) throw new Error('Nobody waits any more.');
}

const AGENTS = Array.from({ length: 64 }, () => randomUUID());

async function refill(waiting: number): Promise<void> {
  await pool.query('truncate handoff');
  await pool.query(
    `insert into handoff (id, website_id, session_id, status, opened_at, updated_at)
     select uuidv7(), $1, uuidv7(), 'pending', now() - n * interval '1 second', now() from generate_series(1, $2::int) n`,
    [WEBSITE, waiting],
  );
  await pool.query('vacuum analyze handoff');
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  const of = (name: string): number => Number(searchParams.get(name));
  const done: Promise<Done | void> =
    pathname === '/refill' ? refill(of('waiting')) : closedLoop(of('atOnce'), of('seconds'), WORK[pathname.slice(1)]!);
  done.then(
    (result) => response.end(JSON.stringify(result ?? {})),
    (error: Error) => response.writeHead(500).end(error.stack),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`ready http://127.0.0.1:${address.port}\n`);
});
