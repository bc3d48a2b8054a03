import { Injectable } from '@nestjs/common';
import type { PageInfo, SessionOwner, VisitorDetails } from '#contracts';
import { Database, Gathering } from '../../platform/database/index.js';
import { RecentMessages, type MessageThen, type Recent } from './recent-messages.js';

/** How much of a conversation the AI is given, and rules look back over. */
const LOOK_BACK_MESSAGES = 40;
const MAX_BATCH = 64;
/** An answer takes much longer. */
const APART_MS = 5;

/** Reads conversations at the moment of a decision. Of their messages only those are read that were not read before. */
@Injectable()
export class SceneReader {
  private readonly recent = new RecentMessages();
  /** Many conversations are at such a moment at once: one statement reads them all. */
  private readonly reading = new Gathering<string, SceneRow | null>({
    keyOf: (sessionId) => sessionId,
    run: (batch) => this.readTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 2,
    apartMs: APART_MS,
  });

  constructor(private readonly database: Database) {}

  /** null when there is no such session */
  read(sessionId: string): Promise<SceneRow | null> {
    return this.reading.add(sessionId);
  }

  private async readTogether(sessionIds: readonly string[]): Promise<readonly PromiseSettledResult<SceneRow | null>[]> {
    const known = sessionIds.map((id) => this.recent.of(id));
    const rows = await this.readAfter(
      sessionIds,
      known.map((recent) => recent?.upTo ?? 0),
    );
    return Promise.all(sessionIds.map(async (id, i) => ({ status: 'fulfilled', value: await this.completed(rows.get(id), known[i]) })));
  }

  private async completed(row: SceneRow | undefined, known: Recent = NOTHING_KNOWN): Promise<SceneRow | null> {
    if (!row) return null;
    const { id, last_seq, messages: added } = row;
    // What is missing or too much was taken out or put back by hand: then nothing that is remembered counts.
    if (added.length !== Math.min(last_seq - known.upTo, LOOK_BACK_MESSAGES) && known.upTo > 0) {
      return this.completed((await this.readAfter([id], [0])).get(id));
    }
    const messages = [...known.messages, ...added].slice(-LOOK_BACK_MESSAGES);
    const visitorMessages = known.visitorMessages + row.visitor_messages;
    this.recent.keep(id, { upTo: last_seq, visitorMessages, messages });
    return { ...row, visitor_messages: visitorMessages, messages };
  }

  /** With no messages but those after a `seq`, and none of the others counted. */
  private async readAfter(sessionIds: readonly string[], seqs: readonly number[]): Promise<Map<string, SceneRow>> {
    const rows = await this.database.prepared<SceneRow>(SCENES, [sessionIds, seqs, LOOK_BACK_MESSAGES]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

export interface SceneRow {
  readonly id: string;
  readonly website_id: string;
  readonly owner: SessionOwner;
  readonly epoch: number;
  readonly last_seq: number;
  readonly locale: string;
  readonly weak_streak: number;
  readonly started_at: Date;
  readonly tags: string[];
  readonly page: PageInfo | null;
  readonly email: string | null;
  readonly verified: boolean;
  readonly attributes: VisitorDetails['attributes'];
  readonly visitor_messages: number;
  readonly handoffs: number;
  readonly offer_id: string | null;
  readonly messages: readonly MessageThen[];
}

const NOTHING_KNOWN: Recent = { upTo: 0, visitorMessages: 0, messages: [] };

const SCENES = /* sql */ `
select s.id, s.website_id, s.owner, s.epoch, s.last_seq, s.locale, s.weak_streak, s.started_at, s.tags, s.page,
       v.email, v.verified, v.attributes,
       (select count(*)::int from message m where m.session_id = s.id and m.seq > known.seq and m.author_kind = 'visitor') as visitor_messages,
       (select count(*)::int from handoff h where h.session_id = s.id) as handoffs,
       (select o.id from handoff_offer o where o.session_id = s.id and o.state = 'open') as offer_id,
       coalesce((
         select json_agg(json_build_object('seq', m.seq, 'author', m.author_kind, 'text', m.text, 'event', m.event, 'answersSeq', m.ai_answers_seq) order by m.seq)
         from (select * from message where session_id = s.id and seq > known.seq order by seq desc limit $3) m
       ), '[]') as messages
from unnest($1::uuid[], $2::int[]) as known (session_id, seq)
join session s on s.id = known.session_id
join visitor v on v.id = s.visitor_id`;
