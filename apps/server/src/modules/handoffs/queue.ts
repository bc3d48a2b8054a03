import { Injectable } from '@nestjs/common';
import type { QueuePulse } from '#contracts';
import { Database, type Transaction } from '../../platform/database/index.js';
import { waitEstimate, type Departure } from './wait-estimate.js';

/** A place in a website's queue, from 1, and the typical wait from there. */
export interface QueuePlace {
  readonly position: number;
  readonly etaSeconds: number | null;
}

/** Who waits, in which order, and how fast the queue moves. Order: priority, then age. */
@Injectable()
export class Queue {
  constructor(private readonly database: Database) {}

  /** The place of a handoff that is pending. @param tx when the handoff is not committed yet */
  async placeOf(handoffId: string, websiteId: string, now: Date, tx?: Transaction): Promise<QueuePlace> {
    const ask = tx ?? this.database;
    const [ahead] = await ask.query<{ n: number }>(AHEAD, [handoffId, FARTHEST_PLACE]);
    const departures = await this.departures(ask, websiteId);
    const position = (ahead?.n ?? 0) + 1;
    return { position, etaSeconds: waitEstimate(position, departures, now) };
  }

  /** Everybody who waits on a website, first to last; the first 500 of them. */
  async places(websiteId: string, now: Date): Promise<readonly (QueuePlace & { readonly sessionId: string })[]> {
    const waiting = await this.database.query<{ session_id: string }>(WAITING, [websiteId, FARTHEST_PLACE]);
    const departures = await this.departures(this.database, websiteId);
    return waiting.map((row, index) => ({
      sessionId: row.session_id,
      position: index + 1,
      etaSeconds: waitEstimate(index + 1, departures, now),
    }));
  }

  async waiting(websiteId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      `select coalesce(sum(n), 0)::int as n from handoff_tally where website_id = $1 and status = 'pending'`,
      [websiteId],
    );
    return row?.n ?? 0;
  }

  /** @param websiteIds null: all */
  async pulse(websiteIds: readonly string[] | null, now: Date): Promise<QueuePulse> {
    const [row] = await this.database.query<{
      waiting: number;
      oldest: Date | null;
      typical: number | null;
      online: number;
      agents: number;
    }>(PULSE, [websiteIds, new Date(now.getTime() - PULSE_SECONDS * 1000)]);
    return {
      waiting: row!.waiting,
      longestWaitSeconds: row!.oldest ? Math.max(0, Math.round((now.getTime() - row!.oldest.getTime()) / 1000)) : null,
      typicalFirstReplySeconds: row!.typical === null ? null : Math.round(row!.typical),
      agentsOnline: row!.online,
      agents: row!.agents,
    };
  }

  private departures(ask: Pick<Database, 'query'>, websiteId: string): Promise<Departure[]> {
    return ask.query<Departure>(DEPARTURES, [websiteId]);
  }
}

/** Beyond this nobody counts; the place is then at least this. */
const FARTHEST_PLACE = 500;
const PULSE_SECONDS = 7 * 24 * 3600;

const AHEAD = /* sql */ `
select count(*)::int as n from (
  select from handoff me
  join handoff h on h.website_id = me.website_id and h.status = 'pending' and not h.offline
   and (h.priority_rank, h.opened_at, h.id) < (me.priority_rank, me.opened_at, me.id)
  where me.id = $1 limit $2
) ahead`;

const WAITING = /* sql */ `
select session_id from handoff
where website_id = $1 and status = 'pending' and not offline
order by priority_rank, opened_at, id limit $2`;

const DEPARTURES = /* sql */ `
select opened_at as "openedAt", claimed_at as "claimedAt", coalesce(promise_position, 1) as place from handoff
where website_id = $1 and claimed_at is not null order by claimed_at desc limit 20`;

const PULSE = /* sql */ `
select
  (select coalesce(sum(n), 0)::int from handoff_tally
   where status = 'pending' and not offline and ($1::uuid[] is null or website_id = any ($1))) as waiting,
  (select min(opened_at) from handoff
   where status = 'pending' and not offline and ($1::uuid[] is null or website_id = any ($1))) as oldest,
  (select percentile_cont(0.5) within group (order by extract(epoch from first_response_at - opened_at)) from (
     select first_response_at, opened_at from handoff
     where first_response_at is not null and claimed_at > $2 and ($1::uuid[] is null or website_id = any ($1))
     order by claimed_at desc limit 200) recent) as typical,
  count(*) filter (where u.presence = 'online')::int as online,
  count(*)::int as agents
from app_user u
where u.active and exists (
  select from agent_membership m where m.user_id = u.id and (m.website_id is null or $1::uuid[] is null or m.website_id = any ($1)))`;
