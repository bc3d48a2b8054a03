import { Injectable } from '@nestjs/common';
import { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { newId, type Transaction } from '../../platform/database/index.js';

/** Who did it. A member acting through an API key is recorded as the key. */
export type Actor = Member | { readonly kind: 'system' } | { readonly kind: 'visitor'; readonly id: string; readonly name?: string | null };

export interface AuditRecord {
  readonly actor: Actor;
  /** Dotted, past tense: `website.updated`. */
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string | null };
  readonly websiteId?: string | null;
  /** Where the request came from. */
  readonly address?: string | null;
  /** Never secrets, never message texts. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes who did what, in the transaction that did it. The table refuses changes afterwards. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: Transaction, ...entries: readonly AuditRecord[]): Promise<void> {
    const at = this.clock.now();
    await tx.query(RECORD, [JSON.stringify(entries.map((entry) => toRow(entry, at)))]);
  }
}

const RECORD = /* sql */ `
insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, website_id, address, details)
select * from json_to_recordset($1) as entry (
  id uuid, at timestamptz, actor_kind text, actor_id uuid, actor_name text, action text, subject_type text, subject_id uuid,
  website_id uuid, address text, details jsonb)`;

function toRow(entry: AuditRecord, at: Date): object {
  const actor = auditActor(entry.actor);
  return {
    id: newId(),
    at,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    action: entry.action,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    website_id: entry.websiteId ?? null,
    address: entry.address ?? null,
    details: entry.details ?? {},
  };
}

/** As the log names whoever did it. */
export function auditActor(actor: Actor): { kind: string; id: string | null; name: string | null } {
  if (!(actor instanceof Member))
    return actor.kind === 'system' ? { kind: 'system', id: null, name: null } : { kind: 'visitor', id: actor.id, name: actor.name ?? null };
  if (actor.via) return { kind: 'api_key', id: actor.via.apiKeyId, name: `${actor.via.name} (${actor.name})` };
  return { kind: 'user', id: actor.userId, name: actor.name };
}
