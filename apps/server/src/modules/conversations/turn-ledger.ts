import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering, type Transaction } from '../../platform/database/index.js';
import type { Speech } from '../sessions/index.js';
import type { KeptSituation } from '../triggers/index.js';
import { BegunTurns } from './begun-turns.js';
import type { Turn } from './turn.js';

/** How long a turn is this process's without a sign of life; a crash is noticed after that. */
const LEASE_MS = 4000;
export const LEASE_RENEWED_EVERY_MS = 1300;
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const MAX_BATCH = 128;
/** Messages wait for their own statement alone; these may gather a little. */
const APART_MS = 10;

/** Which answers are owed, who works on them, and what became of them. Turns of one session run one at a time. */
@Injectable()
export class TurnLedger implements BeforeApplicationShutdown {
  private readonly begunTurns = new BegunTurns();
  private readonly beginning = new Gathering<{ turnId: string; now: Date }, Turn | null>({
    keyOf: ({ turnId }) => turnId,
    run: (batch) => this.beginTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });
  private readonly ending = new Gathering<Ending, void>({
    keyOf: ({ turnId }) => turnId,
    run: (batch) => this.endTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });
  private readonly following = new Gathering<string, string | null>({
    keyOf: (sessionId) => sessionId,
    run: (batch) => this.nextTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of a turn that was begun together with its message: `begin` need not ask the database. */
  begun(turnId: string, message: Speech): void {
    this.begunTurns.note(turnId, message);
  }

  /** Takes an owed turn, or one whose process died. @returns null when it is not ours to take */
  async begin(turnId: string, now: Date): Promise<Turn | null> {
    return this.begunTurns.take(turnId, now) ?? this.beginning.add({ turnId, now });
  }

  /** What was begun and not worked on is anybody's at once, not only when its lease runs out. */
  async beforeApplicationShutdown(): Promise<void> {
    const left = this.begunTurns.takeAll();
    if (left.length > 0)
      await this.database.query(`update ai_turn set lease_until = $2 where id = any ($1) and state = 'running'`, [left, this.clock.now()]);
  }

  async renew(turnId: string, now: Date): Promise<void> {
    await this.database.query(`update ai_turn set lease_until = $2 where id = $1 and state = 'running'`, [turnId, leaseFrom(now)]);
  }

  async finish(tx: Transaction, { id, situation }: Turn, now: Date): Promise<void> {
    await tx.query(`update ai_turn set state = 'done', finished_at = $3, lease_until = null, situation = coalesce($2, situation) where id = $1`, [
      id,
      situation && JSON.stringify(situation),
      now,
    ]);
  }

  /** All there was to do is done, and nothing else changes with it. */
  settle({ id, situation }: Turn, now: Date): Promise<void> {
    return this.ending.add({ turnId: id, state: 'done', situation, now });
  }

  /** Nobody needs this answer any more. */
  drop({ id, situation }: Turn, now: Date): Promise<void> {
    return this.ending.add({ turnId: id, state: 'dropped', situation, now });
  }

  /** To be asked after the session's turn has ended: what was rung for while it ran is found here. */
  nextOf(sessionId: string): Promise<string | null> {
    return this.following.add(sessionId);
  }

  /** Turns that nobody works on though they are due: their process died, or the ring was lost. */
  async stranded(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(STRANDED, [now, new Date(now.getTime() - UNNOTICED_MS)]);
    return rows.map((row) => row.id);
  }

  private async beginTogether(batch: readonly { turnId: string; now: Date }[]): Promise<readonly PromiseSettledResult<Turn | null>[]> {
    try {
      const turns = await this.take(
        batch.map(({ turnId }) => turnId),
        batch[0]!.now,
      );
      return batch.map(({ turnId }) => fulfilled(turns.get(turnId) ?? null));
    } catch (error) {
      if (!isContended(error)) throw error;
      // Another turn of this session was begun at the same moment; its end rings for ours.
      if (batch.length === 1) return [fulfilled(null)];
      return (await Promise.all(batch.map((one) => this.beginTogether([one])))).flat();
    }
  }

  private async take(turnIds: readonly string[], now: Date): Promise<Map<string, Turn>> {
    const rows = await this.database.prepared<{ id: string; session_id: string; website_id: string; attempts: number }>(BEGIN, [
      turnIds,
      now,
      leaseFrom(now),
    ]);
    return new Map(
      rows.map((row) => [
        row.id,
        { id: row.id, sessionId: row.session_id, websiteId: row.website_id, attempt: row.attempts, situation: null, offer: null },
      ]),
    );
  }

  private async endTogether(batch: readonly Ending[]): Promise<readonly PromiseSettledResult<void>[]> {
    try {
      await this.database.prepared(END, [
        batch.map(({ turnId }) => turnId),
        batch.map(({ state }) => state),
        batch[0]!.now,
        batch.map(({ situation }) => situation && JSON.stringify(situation)),
      ]);
      return batch.map(() => fulfilled(undefined));
    } catch (error) {
      if (!isContended(error) || batch.length === 1) throw error;
      return (await Promise.all(batch.map((one) => this.endTogether([one])))).flat();
    }
  }

  private async nextTogether(sessionIds: readonly string[]): Promise<readonly PromiseSettledResult<string | null>[]> {
    const rows = await this.database.prepared<{ id: string; session_id: string }>(
      `select id, session_id from ai_turn where session_id = any ($1) and state = 'owed'`,
      [sessionIds],
    );
    const next = new Map(rows.map((row) => [row.session_id, row.id]));
    return sessionIds.map((sessionId) => fulfilled(next.get(sessionId) ?? null));
  }
}

interface Ending {
  readonly turnId: string;
  readonly state: 'done' | 'dropped';
  readonly situation: KeptSituation | null;
  readonly now: Date;
}

function fulfilled<T>(value: T): PromiseFulfilledResult<T> {
  return { status: 'fulfilled', value };
}

/** Somebody else changed the same rows at the same moment: one by one they go through. */
function isContended(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === UNIQUE_VIOLATION || code === DEADLOCK;
}

/** A ring normally arrives within milliseconds; only after this is it taken for lost. */
const UNNOTICED_MS = 1000;

export function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

/**
 * A begin or an end of its own does not wait for the disk: messages do, and these would make them wait twice as long. What
 * is written later is never kept without what was written before it, so a crash of the database's machine can only make a
 * turn owed again that nothing has followed from yet.
 */
const WITHOUT_WAITING = /* sql */ `unhurried as materialized (select set_config('synchronous_commit', 'off', true) as on_disk_later)`;

/** What a message is joining at this moment is left to that message, which rings after its commit: a begin waits for nobody. */
const BEGIN = /* sql */ `
with ${WITHOUT_WAITING},
free as materialized (select id from ai_turn where id = any ($1) for update skip locked)
update ai_turn t set state = 'running', attempts = t.attempts + 1, lease_until = $3
from unhurried, free
where t.id = free.id and unhurried.on_disk_later is not null
  and (t.state = 'owed' or (t.state = 'running' and t.lease_until < $2))
  and not exists (select from ai_turn o where o.session_id = t.session_id and o.id <> t.id and o.state = 'running')
returning t.id, t.session_id, t.website_id, t.attempts`;

const END = /* sql */ `
with ${WITHOUT_WAITING}
update ai_turn t set state = e.state, finished_at = $3, lease_until = null, situation = coalesce(e.situation, t.situation)
from unhurried, unnest($1::uuid[], $2::text[], $4::jsonb[]) as e (id, state, situation)
where t.id = e.id and t.state in ('owed', 'running') and unhurried.on_disk_later is not null`;

const STRANDED = /* sql */ `
select t.id from ai_turn t
where (t.state = 'running' and t.lease_until < $1)
   or (t.state = 'owed' and t.due_at < $2
       and not exists (select from ai_turn o where o.session_id = t.session_id and o.state = 'running'))
order by t.due_at limit 200`;
