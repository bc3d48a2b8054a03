import { Injectable } from '@nestjs/common';
import { Member } from '../../platform/access/index.js';
import { Database } from '../../platform/database/index.js';
import { ReactsTo, type EventKind, type Reaction, type RecordedEvent } from '../../platform/outbox/index.js';
import { personLeftTheirHandoffs } from '../team/index.js';
import { Handoffs } from './handoffs.service.js';

type Left = typeof personLeftTheirHandoffs extends EventKind<infer Payload> ? Payload : never;

/** Conversations do not wait for somebody who will not come back. */
@Injectable()
@ReactsTo(personLeftTheirHandoffs)
export class ReleaseHandoffsOfSomebodyWhoLeft implements Reaction<Left> {
  constructor(
    private readonly database: Database,
    private readonly handoffs: Handoffs,
  ) {}

  /** One after the other: each is a change of its own, and what was given on by then stays where it is. */
  async react({ payload: { userId, by } }: RecordedEvent<Left>): Promise<void> {
    const held = await this.database.query<{ id: string }>(
      `select id from handoff where assignee_id = $1 and status = 'claimed' order by opened_at`,
      [userId],
    );
    for (const { id } of held) await this.handoffs.takeBackFrom(userId, id, new Member(by.id, by.name, []));
  }
}
