import { Injectable } from '@nestjs/common';
import { Broadcaster, Doorbell } from '../../platform/realtime/index.js';
import { teamMessage, visitorMessage } from './message-views.js';
import type { MessageRow } from './speech.js';

/** Tells both sides of a conversation about a message that was committed. */
@Injectable()
export class MessageNews {
  constructor(
    private readonly broadcaster: Broadcaster,
    private readonly doorbell: Doorbell,
  ) {}

  created(row: MessageRow): void {
    this.saidWithChange(row);
    this.doorbell.ring('session-touched', row.session_id);
  }

  /** The same for a line whose change tells the inbox of the session by itself. */
  saidWithChange(row: MessageRow): void {
    this.broadcaster.toVisitor(row.session_id, 'message.created', { message: visitorMessage(row) });
    this.broadcaster.toSessionTeam(row.session_id, 'message.created', { message: teamMessage(row) });
  }
}
