import { Injectable } from '@nestjs/common';
import { SYNC_PAGE_MESSAGES, type Message, type TeamMessage } from '#contracts';
import { Database, Gathering } from '../../platform/database/index.js';
import { teamMessage, visitorMessage } from './message-views.js';
import type { MessageRow } from './speech.js';

/** Which part of a session: after a seq (ascending from there), before one (the newest below it), or neither (the newest). */
export interface Span {
  readonly afterSeq?: number;
  readonly beforeSeq?: number;
  /** At most 200. */
  readonly limit?: number;
}

const MAX_BATCH = 64;

interface Missed {
  readonly sessionId: string;
  readonly afterSeq: number;
  readonly beforeSeq: number;
  readonly limit: number;
}

/** Reads of what was said, always in the order of seq. */
@Injectable()
export class Transcript {
  /** Pages that come back ask for what they missed, many at once. */
  private readonly catchingUp = new Gathering<Missed, MessageRow[]>({
    keyOf: ({ sessionId, afterSeq }) => `${sessionId} ${afterSeq}`,
    run: (batch) => this.catchUpTogether(batch),
    maxBatch: MAX_BATCH,
    lanes: 2,
    // All pages come back at once after a cut; one that comes alone waits for nobody.
    apartMs: 8,
  });

  constructor(private readonly database: Database) {}

  async forVisitor(sessionId: string, span: Span): Promise<Message[]> {
    return (await this.rows(sessionId, span)).map(visitorMessage);
  }

  async forTeam(sessionId: string, span: Span): Promise<TeamMessage[]> {
    return (await this.rows(sessionId, span)).map(teamMessage);
  }

  private async rows(sessionId: string, { afterSeq, beforeSeq, limit = SYNC_PAGE_MESSAGES }: Span): Promise<MessageRow[]> {
    const count = Math.min(limit, SYNC_PAGE_MESSAGES);
    if (afterSeq !== undefined) {
      return this.catchingUp.add({ sessionId, afterSeq, beforeSeq: beforeSeq ?? MAX_SEQ, limit: count });
    }
    const newestFirst = await this.database.query<MessageRow>(`select * from message where session_id = $1 and seq < $2 order by seq desc limit $3`, [
      sessionId,
      beforeSeq ?? MAX_SEQ,
      count,
    ]);
    return newestFirst.reverse();
  }

  private async catchUpTogether(batch: readonly Missed[]): Promise<readonly PromiseSettledResult<MessageRow[]>[]> {
    const rows = await this.database.query<MessageRow & { readonly asked: number }>(CATCH_UP, [
      batch.map(({ sessionId }) => sessionId),
      batch.map(({ afterSeq }) => afterSeq),
      batch.map(({ beforeSeq }) => beforeSeq),
      batch.map(({ limit }) => limit),
    ]);
    const found = batch.map((): MessageRow[] => []);
    for (const row of rows) found[row.asked - 1]!.push(row);
    return found.map((value) => ({ status: 'fulfilled', value }));
  }
}

const CATCH_UP = /* sql */ `
select m.*, missed.asked::int as asked
from unnest($1::uuid[], $2::int[], $3::int[], $4::int[]) with ordinality as missed (session_id, after_seq, before_seq, most, asked)
cross join lateral (
  select * from message where session_id = missed.session_id and seq > missed.after_seq and seq < missed.before_seq order by seq limit missed.most
) m
order by missed.asked, m.seq`;

/**
 * SQL for the newest messages of a session as JSON, for a statement that reads more than them; `teamMessagesIn` reads it.
 * @param sessionId an SQL expression
 * @param limit at most 200
 */
export function newestMessagesOf(sessionId: string, limit: number): string {
  return /* sql */ `(
    select json_agg(m) from (
      select session_id, seq, id, author_kind, author_id, author_name, text, attachments, client_id, event, ai_confidence, ai_sources,
             ai_responder, created_at
      from message where session_id = ${sessionId} order by seq desc limit ${limit}) m)`;
}

/** In the order of seq. @param newest null when there are none */
export function teamMessagesIn(newest: readonly MessageJson[] | null): TeamMessage[] {
  return (newest ?? []).map((row) => teamMessage({ ...row, created_at: new Date(row.created_at) })).reverse();
}

export type MessageJson = Omit<MessageRow, 'created_at'> & { readonly created_at: string };

const MAX_SEQ = 2_147_483_647;
