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

  async record(tx: Transaction, ...events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const at = this.clock.now();
    const rows = events.map(({ kind, websiteId, sessionId, payload }) => ({
      id: newId(),
      kind,
      website_id: websiteId,
      session_id: sessionId,
      payload,
      at,
    }));
    await tx.query(RECORD, [JSON.stringify(rows)]);
    // The relay looks for everything that waits: one ring is enough.
    tx.afterCommit(() => this.doorbell.ring('outbox', rows[0]!.id));
  }
}

const RECORD = /* sql */ `
insert into domain_event (id, kind, website_id, session_id, payload, occurred_at)
select * from json_to_recordset($1) as event (id uuid, kind text, website_id uuid, session_id uuid, payload jsonb, at timestamptz)`;
