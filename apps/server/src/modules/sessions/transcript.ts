import { Injectable } from '@nestjs/common';
import { SYNC_PAGE_MESSAGES, type Message, type TeamMessage } from '#contracts';
import { Database } from '../../platform/database/index.js';
import { teamMessage, visitorMessage } from './message-views.js';
import type { MessageRow } from './speech.js';

/** Which part of a session: after a seq (ascending from there), before one (the newest below it), or neither (the newest). */
export interface Span {
  readonly afterSeq?: number;
  readonly beforeSeq?: number;
  /** At most 200. */
  readonly limit?: number;
}

/** Reads of what was said, always in the order of seq. */
@Injectable()
export class Transcript {
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
      return this.database.query<MessageRow>(`select * from message where session_id = $1 and seq > $2 and seq < $3 order by seq limit $4`, [
        sessionId,
        afterSeq,
        beforeSeq ?? MAX_SEQ,
        count,
      ]);
    }
    const newestFirst = await this.database.query<MessageRow>(`select * from message where session_id = $1 and seq < $2 order by seq desc limit $3`, [
      sessionId,
      beforeSeq ?? MAX_SEQ,
      count,
    ]);
    return newestFirst.reverse();
  }
}

const MAX_SEQ = 2_147_483_647;
