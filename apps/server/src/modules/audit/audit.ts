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

  async record(tx: Transaction, entry: AuditRecord): Promise<void> {
    const actor = described(entry.actor);
    await tx.query(
      `insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, website_id, address, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        newId(),
        this.clock.now(),
        actor.kind,
        actor.id,
        actor.name,
        entry.action,
        entry.subject.type,
        entry.subject.id,
        entry.websiteId ?? null,
        entry.address ?? null,
        JSON.stringify(entry.details ?? {}),
      ],
    );
  }
}

function described(actor: Actor): { kind: string; id: string | null; name: string | null } {
  if (!(actor instanceof Member))
    return actor.kind === 'system' ? { kind: 'system', id: null, name: null } : { kind: 'visitor', id: actor.id, name: actor.name ?? null };
  if (actor.via) return { kind: 'api_key', id: actor.via.apiKeyId, name: `${actor.via.name} (${actor.name})` };
  return { kind: 'user', id: actor.userId, name: actor.name };
}
