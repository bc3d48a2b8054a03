import type { Member } from '../../platform/access/index.js';
import { newId } from '../../platform/database/index.js';
import { auditActor } from '../audit/index.js';
import type { Speech } from '../sessions/index.js';
import { handoffClaimed } from './handoff-events.js';
import { asActor } from './handoff-record.js';

/** Somebody who takes over a conversation, and what will have been said and recorded of it if they are the first. */
export interface Claim {
  readonly member: Member;
  readonly handoffId: string;
  /** What the visitor is told. */
  readonly line: Speech;
}

/** A claim that won: its line stands at `seq`, and all of it happened at `at`. */
export interface WonRow {
  readonly ord: number;
  readonly seq: number;
  readonly at: Date;
  readonly event_id: string;
}

/**
 * The one statement that claims, for a batch in which each handoff occurs at most once: the handoff, its session with a new
 * owner, epoch and message, the timeline, the audit log and the domain event, in one commit. A row comes back for each that won.
 */
export function claimStatement(claims: readonly Claim[]): { sql: string; params: unknown[] } {
  return { sql: CLAIM, params: [JSON.stringify(claims.map(toInput))] };
}

function toInput({ member, handoffId, line }: Claim, ord: number): object {
  const by = asActor(member);
  const audited = auditActor(member);
  const event = handoffClaimed(line, { handoffId, by, assigneeId: member.userId, takenFrom: null });
  return {
    ord,
    handoff_id: handoffId,
    session_id: line.sessionId,
    member_id: member.userId,
    member_name: member.name,
    line_id: line.messageId,
    line: line.text,
    line_event: line.event,
    entry_id: newId(),
    details: { assignee: { id: member.userId, name: member.name } },
    audit_id: newId(),
    audit_kind: audited.kind,
    audit_actor: audited.id,
    audit_name: audited.name,
    event_id: newId(),
    event_kind: event.kind,
    payload: event.payload,
    at: line.at.toISOString(),
  };
}

const CLAIM = /* sql */ `
with input as (
  select * from json_to_recordset($1::json) as i (
    ord int, handoff_id uuid, session_id uuid, member_id uuid, member_name text, line_id uuid, line text, line_event jsonb,
    entry_id uuid, details jsonb, audit_id uuid, audit_kind text, audit_actor uuid, audit_name text, event_id uuid, event_kind text,
    payload jsonb, at timestamptz)
  -- For the planner, which expects a single row then, as in the statement that writes messages.
  where i.ord between 0 and 32767
),
-- The session first and the handoff second, as everybody takes them, and in one order, so that two who hold some never wait
-- for each other. Who waited here does not stand before what it waited for.
held as (
  select i.*, greatest(i.at, s.last_activity_at) as moment, 'pending' as claimable
  from input i join session s on s.id = i.session_id order by s.id for update of s
),
-- Whoever comes first: this, not a look before it, decides. (Told of 'pending' itself, the planner would look through all that wait.)
won as (
  update handoff h set status = 'claimed', assignee_id = held.member_id, claimed_at = held.moment, updated_at = held.moment
  from held where h.id = held.handoff_id and h.status = held.claimable
  returning held.*, h.website_id
),
given as (
  update session s
  set owner = 'agent', owner_user_id = won.member_id, epoch = s.epoch + 1, closed_at = null, weak_streak = 0,
      last_seq = s.last_seq + 1, last_activity_at = won.moment
  from won where s.id = won.session_id
  returning won.*, s.last_seq as seq
),
said as (
  insert into message (session_id, seq, id, website_id, author_kind, text, event, created_at)
  select session_id, seq, line_id, website_id, 'system', line, line_event, moment from given
),
entered as (
  insert into handoff_event (id, website_id, handoff_id, kind, actor_kind, actor_id, actor_name, details, created_at)
  select entry_id, website_id, handoff_id, 'claimed', 'agent', member_id, member_name, details, moment from given
),
audited as (
  insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id, website_id, details)
  select audit_id, moment, audit_kind, audit_actor, audit_name, 'handoff.claimed', 'handoff', handoff_id, website_id, details from given
),
told as (
  insert into domain_event (id, kind, website_id, session_id, payload, occurred_at)
  select event_id, event_kind, website_id, session_id, payload, moment from given
)
select ord, seq, moment as at, event_id from given`;
