import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { newId, type Transaction } from '../database/index.js';
import { Doorbell } from '../realtime/index.js';
import type { DomainEvent } from './domain-event.js';

/** Where news is written down, in the transaction that made it true. The relay carries it on. */
@Injectable()
export class Outbox {
  constructor(
    private readonly clock: Clock,
    private readonly doorbell: Doorbell,
  ) {}

  async record(tx: Transaction, event: DomainEvent): Promise<void> {
    const id = newId();
    await tx.query(`insert into domain_event (id, kind, website_id, session_id, payload, occurred_at) values ($1, $2, $3, $4, $5, $6)`, [
      id,
      event.kind,
      event.websiteId,
      event.sessionId,
      JSON.stringify(event.payload),
      this.clock.now(),
    ]);
    tx.afterCommit(() => this.doorbell.ring('outbox', id));
  }
}
