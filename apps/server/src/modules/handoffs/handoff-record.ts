import { Injectable } from '@nestjs/common';
import type { TimelineEntry, TimelineKind } from '#contracts';
import { Audit, type Actor as AuditActor } from '../audit/index.js';
import type { Member } from '../../platform/access/index.js';
import { newId, type Transaction } from '../../platform/database/index.js';
import { Outbox, type DomainEvent } from '../../platform/outbox/index.js';
import type { Handoff } from './handoff.entity.js';

export type Actor = TimelineEntry['actor'];

export const SYSTEM: Actor = { kind: 'system', id: null, name: null };
export function visitorActor(visitorId: string): Actor {
  return { kind: 'visitor', id: visitorId, name: null };
}
export function asActor(member: Member): Actor {
  return { kind: 'agent', id: member.userId, name: member.name };
}

/**
 * Writes down what was done to a handoff: timeline, audit log and domain event, in the transaction that did it. A claim does so
 * in its own statement.
 */
@Injectable()
export class HandoffRecord {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async add(tx: Transaction, handoff: Recorded, entry: Entry): Promise<void> {
    await tx.query(
      `insert into handoff_event (id, website_id, handoff_id, kind, actor_kind, actor_id, actor_name, details, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        handoff.websiteId,
        handoff.id,
        entry.kind,
        entry.actor.kind,
        entry.actor.id,
        entry.actor.name,
        JSON.stringify(entry.details ?? {}),
        entry.at,
      ],
    );
    await this.audit.record(tx, {
      actor: entry.member ?? actorOf(entry.actor),
      action: `handoff.${entry.kind}`,
      subject: { type: 'handoff', id: handoff.id },
      websiteId: handoff.websiteId,
      details: entry.details ?? {},
    });
    if (entry.event) await this.outbox.record(tx, entry.event);
  }
}

function actorOf(actor: Actor): AuditActor {
  return actor.kind === 'visitor' && actor.id ? { kind: 'visitor', id: actor.id } : { kind: 'system' };
}

type Recorded = Pick<Handoff, 'id' | 'websiteId'>;

export interface Entry {
  readonly kind: TimelineKind;
  readonly actor: Actor;
  /** When a member of the team did it, so that the audit log also names the key it was done with. */
  readonly member?: Member;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly event?: DomainEvent;
  readonly at: Date;
}
