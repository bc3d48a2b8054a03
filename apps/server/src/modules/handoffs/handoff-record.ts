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

/** Writes down what was done to a handoff: timeline, audit log and domain event, in the transaction that did it. */
@Injectable()
export class HandoffRecord {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  add(tx: Transaction, handoff: Recorded['handoff'], entry: Entry): Promise<void> {
    return this.addAll(tx, [{ handoff, entry }]);
  }

  /** Of many handoffs, in as few statements as of one. */
  async addAll(tx: Transaction, records: readonly Recorded[]): Promise<void> {
    await tx.query(
      `insert into handoff_event (id, website_id, handoff_id, kind, actor_kind, actor_id, actor_name, details, created_at)
       select * from json_to_recordset($1) as entry (
         id uuid, website_id uuid, handoff_id uuid, kind text, actor_kind text, actor_id uuid, actor_name text, details jsonb, at timestamptz)`,
      [JSON.stringify(records.map(toRow))],
    );
    await this.audit.record(
      tx,
      ...records.map(({ handoff, entry }) => ({
        actor: entry.member ?? actorOf(entry.actor),
        action: `handoff.${entry.kind}`,
        subject: { type: 'handoff', id: handoff.id },
        websiteId: handoff.websiteId,
        details: entry.details ?? {},
      })),
    );
    await this.outbox.record(tx, ...records.flatMap(({ entry }) => entry.event ?? []));
  }
}

function toRow({ handoff, entry }: Recorded): object {
  return {
    id: newId(),
    website_id: handoff.websiteId,
    handoff_id: handoff.id,
    kind: entry.kind,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    actor_name: entry.actor.name,
    details: entry.details ?? {},
    at: entry.at,
  };
}

function actorOf(actor: Actor): AuditActor {
  return actor.kind === 'visitor' && actor.id ? { kind: 'visitor', id: actor.id } : { kind: 'system' };
}

/** What was done, and to which handoff. */
export interface Recorded {
  readonly handoff: Pick<Handoff, 'id' | 'websiteId' | 'sessionId'>;
  readonly entry: Entry;
}

export interface Entry {
  readonly kind: TimelineKind;
  readonly actor: Actor;
  /** When a member of the team did it, so that the audit log also names the key it was done with. */
  readonly member?: Member;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly event?: DomainEvent;
  readonly at: Date;
}
