import { Injectable } from '@nestjs/common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../../platform/jobs/index.js';
import { sessionDocument, type Said } from './session-document.js';

/** How much one transaction takes, and how long a sweep goes on while there is more. */
const PER_TRANSACTION = 200;
const SWEEP_MS = 800;
/** Of a conversation without end the newest messages are found. */
const MOST_MESSAGES = 3_000;

/**
 * Keeps the words of conversations that were handed over, so that they are found by anything said in them. What is due is
 * noted by the statements that change something; reading and writing it down waits until then, away from whoever writes.
 */
@Injectable()
@Sweeps({ name: 'session-words', everySeconds: 1 })
export class KeepSessionWords implements Sweep {
  constructor(private readonly database: Database) {}

  async sweep(): Promise<void> {
    const until = performance.now() + SWEEP_MS;
    while ((await this.database.transaction((tx) => this.some(tx))) && performance.now() < until);
  }

  /** @returns whether there may be more */
  private async some(tx: Transaction): Promise<boolean> {
    const [turn] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock($1) as mine`, [LOCK]);
    if (!turn!.mine) return false;
    const due = await tx.query<{ session_id: string }>(TAKE_DUE, [PER_TRANSACTION]);
    if (due.length === 0) return false;
    const sessions = await tx.query<SessionRow>(READ, [due.map(({ session_id }) => session_id), MOST_MESSAGES]);
    const documents: string[] = [];
    for (const { website_id, visitor, said } of sessions) {
      documents.push(sessionDocument(website_id, visitor, said));
      // Requests come first.
      await nextTurn();
    }
    await tx.query(WRITE, [sessions.map(({ id }) => id), sessions.map(({ website_id }) => website_id), documents]);
    return true;
  }
}

/** One process at a time: of two that read the same conversation, the one that writes last might have read first. */
const LOCK = 4_100_003;

interface SessionRow {
  readonly id: string;
  readonly website_id: string;
  readonly visitor: (string | null)[];
  readonly said: Said[];
}

const TAKE_DUE = /* sql */ `
with taken as (
  delete from session_words_due where ctid = any (array(select ctid from session_words_due limit $1)) returning session_id
)
select distinct session_id from taken`;

const READ = /* sql */ `
select s.id, s.website_id, array[v.name, v.email, v.phone] as visitor,
       (select coalesce(json_agg(json_build_object('seq', m.seq, 'text', m.text) order by m.seq desc), '[]') from (
          select seq, text from message where session_id = s.id and author_kind <> 'system' order by seq desc limit $2) m) as said
from session s join visitor v on v.id = s.visitor_id
where s.id = any ($1) and exists (select from handoff h where h.session_id = s.id)
order by s.id`;

const WRITE = /* sql */ `
insert into session_words (session_id, website_id, words)
select * from unnest($1::uuid[], $2::uuid[], $3::tsvector[])
on conflict (session_id) do update set words = excluded.words where session_words.words <> excluded.words`;
