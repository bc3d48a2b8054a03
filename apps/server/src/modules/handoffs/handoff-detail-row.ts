import type { EarlierSession, EvidenceNode, HandoffPromise, TimelineEntry } from '#contracts';
import { notesOf, type NoteRow } from '../notes/index.js';
import { newestMessagesOf, suggestionsOf, type MessageJson, type SessionRow, type SuggestionRow } from '../sessions/index.js';
import type { VisitorJson } from '../visitors/index.js';
import { SELECT_SUMMARY, type SummaryRow } from './handoff-summaries.js';
import { instantFrom } from './instant-text.js';

const TRANSCRIPT_MESSAGES = 100;

/** A handoff with all that belongs to it; what there may be many of comes as JSON. */
export type DetailRow = SummaryRow & {
  readonly evidence: EvidenceNode | null;
  readonly rule_id: string | null;
  readonly rule_version: number | null;
  readonly rule_name: string | null;
  readonly preferred_id: string | null;
  readonly preferred_name: string | null;
  readonly promise_position: number | null;
  readonly promise_eta_seconds: number | null;
  readonly promise_made_at: Date | null;
  readonly session: SessionRow;
  readonly owner_name: string | null;
  readonly visitor: VisitorJson;
  readonly messages: readonly MessageJson[] | null;
  readonly suggestions: readonly SuggestionRow[] | null;
  readonly notes: readonly NoteRow[] | null;
  readonly timeline: readonly TimelineRow[] | null;
  readonly earlier: readonly EarlierRow[] | null;
};

interface TimelineRow {
  readonly id: string;
  readonly kind: TimelineEntry['kind'];
  readonly actor_kind: TimelineEntry['actor']['kind'];
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly details: Record<string, unknown>;
  readonly created_at: string;
}

interface EarlierRow {
  readonly id: string;
  readonly started_at: string;
  readonly closed_at: string | null;
  readonly last_seq: number;
  readonly last_message_text: string | null;
  readonly handoff_id: string | null;
  readonly trigger: string | null;
  readonly status: string | null;
  readonly assignee_name: string | null;
}

export function timelineEntry(row: TimelineRow): TimelineEntry {
  return {
    id: row.id,
    kind: row.kind,
    at: new Date(row.created_at).toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    details: row.details,
  };
}

export function earlierSession(row: EarlierRow): EarlierSession {
  return {
    id: row.id,
    startedAt: new Date(row.started_at).toISOString(),
    closedAt: row.closed_at && new Date(row.closed_at).toISOString(),
    messages: row.last_seq,
    lastText: row.last_message_text,
    handoff: row.handoff_id ? { id: row.handoff_id, trigger: row.trigger!, status: row.status!, assignee: row.assignee_name } : null,
  };
}

/** Kept or broken is known once a person has answered, or the time is over. */
export function promise(row: DetailRow): HandoffPromise | null {
  if (row.promise_position === null || !row.promise_made_at) return null;
  const due = row.promise_eta_seconds === null ? null : row.promise_made_at.getTime() + row.promise_eta_seconds * 1000;
  return {
    position: row.promise_position,
    etaSeconds: row.promise_eta_seconds,
    madeAt: row.promise_made_at.toISOString(),
    kept: due === null || !row.first_response_at ? null : Date.parse(instantFrom(row.first_response_at)) <= due,
  };
}

const TIMELINE = /* sql */ `(
    select json_agg(e) from (
      select id, kind, actor_kind, actor_id, actor_name, details, created_at
      from handoff_event where handoff_id = d.id order by created_at, id limit 500) e)`;

/** What the visitor had said before this session. */
const EARLIER = /* sql */ `(
    select json_agg(e) from (
      select before.id, before.started_at, before.closed_at, before.last_seq, before.last_message_text,
             h.id as handoff_id, h.trigger, h.status, u.name as assignee_name
      from (
        select * from session b where b.visitor_id = s.visitor_id and b.id <> s.id and b.started_at < s.started_at
        order by b.started_at desc limit 10) before
      left join lateral (select * from handoff where session_id = before.id order by opened_at desc limit 1) h on true
      left join app_user u on u.id = h.assignee_id
      order by before.started_at desc) e)`;

/** One statement for all of it: what a statement costs by itself is more than what most of these parts hold. */
export const DETAIL = /* sql */ `
select d.*, h.evidence, h.rule_id, h.rule_version, r.name as rule_name, h.preferred_assignee_id as preferred_id, pu.name as preferred_name,
       h.promise_position, h.promise_eta_seconds, h.promise_made_at,
       row_to_json(s) as session, ou.name as owner_name, row_to_json(v) as visitor,
       ${newestMessagesOf('d.session_id', TRANSCRIPT_MESSAGES)} as messages,
       ${suggestionsOf('d.session_id')} as suggestions,
       ${notesOf('d.session_id')} as notes,
       ${TIMELINE} as timeline,
       ${EARLIER} as earlier
from (${SELECT_SUMMARY} where h.id = any ($1)) d
join handoff h on h.id = d.id
join session s on s.id = d.session_id
join visitor v on v.id = d.visitor_id
left join trigger_rule r on r.id = h.rule_id
left join app_user pu on pu.id = h.preferred_assignee_id
left join app_user ou on ou.id = s.owner_user_id`;
