import { Injectable } from '@nestjs/common';
import type { SessionOwner, VisitorSession } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Queue, type QueuePlace } from './queue.js';

const MAX_BATCH = 128;

/** A session as its visitor sees it, with the place in the queue while one waits. */
@Injectable()
export class VisitorView {
  private readonly reading = new Gathering<string, Row | undefined>({
    keyOf: (sessionId) => sessionId,
    run: (batch) => this.readTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 2,
    // As in the transcript: what a page asks for when it comes back.
    apartMs: 8,
  });

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(sessionId: string): Promise<VisitorSession> {
    const row = await this.row(sessionId);
    const place = row.handoff_id && !row.offline ? await this.queue.placeOf(row.handoff_id, row.website_id, this.clock.now()) : null;
    return visitorSession(row, place);
  }

  /** Of many at once, with places the caller knows already; sessions that are gone are left out. */
  async at(places: readonly (QueuePlace & { readonly sessionId: string })[]): Promise<VisitorSession[]> {
    const rows = await this.rows(places.map(({ sessionId }) => sessionId));
    const placeOf = new Map(places.map((place) => [place.sessionId, place]));
    return rows.map((row) => visitorSession(row, placeOf.get(row.id)!));
  }

  private async row(sessionId: string): Promise<Row> {
    const row = await this.reading.add(sessionId);
    if (!row) throw new NotFound('session');
    return row;
  }

  private async readTogether(sessionIds: readonly string[]): Promise<readonly PromiseSettledResult<Row | undefined>[]> {
    const rows = new Map((await this.rows(sessionIds)).map((row) => [row.id, row]));
    return sessionIds.map((id) => ({ status: 'fulfilled', value: rows.get(id) }));
  }

  private rows(sessionIds: readonly string[]): Promise<Row[]> {
    return sessionIds.length === 0 ? Promise.resolve([]) : this.database.prepared<Row>(VIEW, [sessionIds]);
  }
}

interface Row {
  id: string;
  website_id: string;
  owner: SessionOwner;
  last_seq: number;
  team_read_seq: number;
  agent_name: string | null;
  handoff_id: string | null;
  offline: boolean | null;
  offer_id: string | null;
}

const VIEW = /* sql */ `
select s.id, s.website_id, s.owner, s.last_seq, s.team_read_seq, u.name as agent_name, h.id as handoff_id, h.offline, o.id as offer_id
from session s
left join app_user u on u.id = s.owner_user_id
left join handoff h on h.session_id = s.id and h.status = 'pending' and s.owner = 'queue'
left join handoff_offer o on o.session_id = s.id and o.state = 'open' and s.owner = 'ai'
where s.id = any ($1)`;

/** A session that was opened a moment ago, and in which nobody has done anything yet. */
export function newSession(id: string): VisitorSession {
  return { id, owner: 'ai', status: 'open', lastSeq: 0, readSeq: 0 };
}

function visitorSession(row: Row, place: QueuePlace | null): VisitorSession {
  return {
    id: row.id,
    owner: row.owner,
    status: row.owner === 'nobody' ? 'closed' : 'open',
    lastSeq: row.last_seq,
    readSeq: row.team_read_seq,
    ...(row.agent_name ? { agent: { name: row.agent_name } } : {}),
    ...(row.offline ? { away: true } : {}),
    ...(row.offer_id ? { offer: { id: row.offer_id } } : {}),
    ...(place && row.owner === 'queue' ? { position: place.position } : {}),
    ...(place && row.owner === 'queue' && place.etaSeconds !== null ? { etaSeconds: place.etaSeconds } : {}),
  };
}
