import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/index.js';

/** An answer the AI owes, begun by this process. */
export interface Turn {
  readonly id: string;
  readonly sessionId: string;
  readonly websiteId: string;
  /** How often it was begun, this time included. */
  readonly attempt: number;
}

/** How long a turn is this process's without a sign of life; a crash is noticed after that. */
const LEASE_MS = 4000;
export const LEASE_RENEWED_EVERY_MS = 1300;
const UNIQUE_VIOLATION = '23505';

/** Which answers are owed, who works on them, and what became of them. Turns of one session run one at a time. */
@Injectable()
export class TurnLedger {
  constructor(private readonly database: Database) {}

  /** Takes an owed turn, or one whose process died. @returns null when it is not ours to take */
  async begin(turnId: string, now: Date): Promise<Turn | null> {
    try {
      const [row] = await this.database.query<{ id: string; session_id: string; website_id: string; attempts: number }>(BEGIN, [
        turnId,
        now,
        leaseFrom(now),
      ]);
      return row ? { id: row.id, sessionId: row.session_id, websiteId: row.website_id, attempt: row.attempts } : null;
    } catch (error) {
      // Another turn of this session was begun at the same moment; its end rings for this one.
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return null;
      throw error;
    }
  }

  async renew(turnId: string, now: Date): Promise<void> {
    await this.database.query(`update ai_turn set lease_until = $2 where id = $1 and state = 'running'`, [turnId, leaseFrom(now)]);
  }

  async finish(tx: Transaction, turnId: string, now: Date): Promise<void> {
    await tx.query(`update ai_turn set state = 'done', finished_at = $2, lease_until = null where id = $1`, [turnId, now]);
  }

  /** Nobody needs this answer any more. */
  async drop(turnId: string, now: Date): Promise<void> {
    await this.database.query(
      `update ai_turn set state = 'dropped', finished_at = $2, lease_until = null where id = $1 and state in ('owed', 'running')`,
      [turnId, now],
    );
  }

  async nextOf(sessionId: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(`select id from ai_turn where session_id = $1 and state = 'owed'`, [sessionId]);
    return row?.id ?? null;
  }

  /** Turns that nobody works on though they are due: their process died, or the ring was lost. */
  async stranded(now: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(STRANDED, [now, new Date(now.getTime() - UNNOTICED_MS)]);
    return rows.map((row) => row.id);
  }
}

/** A ring normally arrives within milliseconds; only after this is it taken for lost. */
const UNNOTICED_MS = 1000;

function leaseFrom(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

const BEGIN = /* sql */ `
update ai_turn t set state = 'running', attempts = t.attempts + 1, lease_until = $3
where t.id = $1
  and (t.state = 'owed' or (t.state = 'running' and t.lease_until < $2))
  and not exists (select from ai_turn o where o.session_id = t.session_id and o.id <> t.id and o.state = 'running')
returning t.id, t.session_id, t.website_id, t.attempts`;

const STRANDED = /* sql */ `
select t.id from ai_turn t
where (t.state = 'running' and t.lease_until < $1)
   or (t.state = 'owed' and t.due_at < $2
       and not exists (select from ai_turn o where o.session_id = t.session_id and o.state = 'running'))
order by t.due_at limit 200`;
