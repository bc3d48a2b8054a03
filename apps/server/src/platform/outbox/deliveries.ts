import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { RecordedEvent } from './domain-event.js';

/** An attempt to tell one reaction of one event. */
export interface Delivery {
  readonly reaction: string;
  /** Counting this one. */
  readonly attempts: number;
  readonly event: RecordedEvent;
}

/** How long a taken delivery is left alone; the taker renews it, and a killed taker cannot. */
const LEASE_SECONDS = 4;
const RENEW_MS = 1_500;
const FIRST_PAUSE_SECONDS = 1;
const LONGEST_PAUSE_SECONDS = 3_600;
/** About a day of trying. */
const ATTEMPTS = 32;

interface Row {
  id: string;
  kind: string;
  website_id: string | null;
  session_id: string | null;
  payload: object;
  occurred_at: Date;
  reaction: string;
  attempts: number;
}

/**
 * The table `reaction_delivery`. Time here is the database's, the one clock that all processes share; a lease must not
 * depend on whose clock is right.
 */
@Injectable()
export class Deliveries {
  constructor(private readonly database: Database) {}

  /** Takes what is due for the named reactions; others belong to a newer version that runs elsewhere. */
  async take(limit: number, reactions: readonly string[]): Promise<Delivery[]> {
    const rows = await this.database.query<Row>(
      `with due as (
         select event_id, reaction from reaction_delivery
         where state = 'due' and next_attempt_at <= now() and reaction = any ($2)
         order by next_attempt_at, event_id limit $1 for update skip locked
       ), taken as (
         update reaction_delivery d set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => $3)
         from due where d.event_id = due.event_id and d.reaction = due.reaction
         returning d.event_id, d.reaction, d.attempts
       )
       select e.id, e.kind, e.website_id, e.session_id, e.payload, e.occurred_at, taken.reaction, taken.attempts
       from taken join domain_event e on e.id = taken.event_id order by e.occurred_at, e.id`,
      [limit, reactions, LEASE_SECONDS],
    );
    return rows.map((row) => ({
      reaction: row.reaction,
      attempts: row.attempts,
      event: { id: row.id, kind: row.kind, websiteId: row.website_id, sessionId: row.session_id, payload: row.payload, occurredAt: row.occurred_at },
    }));
  }

  /** Does `work` for each, and meanwhile keeps other processes off those that are not finished. */
  async holding(taken: readonly Delivery[], work: (delivery: Delivery) => Promise<void>): Promise<void> {
    const open = new Set(taken);
    const renewal = setInterval(() => void this.renew([...open]).catch(() => undefined), RENEW_MS);
    try {
      await Promise.all(taken.map((delivery) => work(delivery).finally(() => open.delete(delivery))));
    } finally {
      clearInterval(renewal);
    }
  }

  async done({ event, reaction }: Delivery): Promise<void> {
    await this.database.query(
      `update reaction_delivery set state = 'done', finished_at = now(), last_error = null where event_id = $1 and reaction = $2`,
      [event.id, reaction],
    );
  }

  /** @returns what becomes of it */
  async failed({ event, reaction, attempts }: Delivery, error: Error): Promise<'will be tried again' | 'given up'> {
    const isLast = attempts >= ATTEMPTS;
    await this.database.query(
      `update reaction_delivery set last_error = $3, state = $4, finished_at = case when $4 = 'dead' then now() end, next_attempt_at = now() + make_interval(secs => $5)
       where event_id = $1 and reaction = $2`,
      [event.id, reaction, String(error.message ?? error).slice(0, 1_000), isLast ? 'dead' : 'due', pauseAfter(attempts)],
    );
    return isLast ? 'given up' : 'will be tried again';
  }

  private async renew(taken: readonly Delivery[]): Promise<void> {
    await this.database.query(
      `update reaction_delivery d set next_attempt_at = now() + make_interval(secs => $3)
       from unnest($1::uuid[], $2::text[]) as mine (event_id, reaction)
       where d.event_id = mine.event_id and d.reaction = mine.reaction and d.state = 'due'`,
      [taken.map(({ event }) => event.id), taken.map(({ reaction }) => reaction), LEASE_SECONDS],
    );
  }
}

/** @returns seconds, doubling with every failure */
function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
}
