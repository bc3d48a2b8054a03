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
    this.broadcaster.toVisitor(row.session_id, 'message.created', { message: visitorMessage(row) });
    this.broadcaster.toSessionTeam(row.session_id, 'message.created', { message: teamMessage(row) });
    this.doorbell.ring('session-touched', row.session_id);
  }
}
