import { Injectable } from '@nestjs/common';
import type { EarlierSession, EvidenceNode, Handoff, HandoffPromise, TimelineEntry } from '#contracts';
import { Database } from '../../platform/database/index.js';
import { Notes } from '../notes/index.js';
import { Sessions, Suggestions, Transcript } from '../sessions/index.js';
import { Visitors } from '../visitors/index.js';
import { SELECT_SUMMARY, summary, type SummaryRow } from './handoff-summaries.js';

const TRANSCRIPT_MESSAGES = 100;

/** Everything an agent needs to take over without asking again. */
@Injectable()
export class HandoffDetails {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly transcript: Transcript,
    private readonly suggestions: Suggestions,
    private readonly notes: Notes,
    private readonly visitors: Visitors,
  ) {}

  async of(handoffId: string): Promise<Handoff | null> {
    const [row] = await this.database.query<DetailRow>(DETAIL, [handoffId]);
    if (!row) return null;
    const [session, messages, suggestions, notes, timeline, visitor, earlierSessions] = await Promise.all([
      this.sessions.teamView(row.session_id),
      this.transcript.forTeam(row.session_id, { limit: TRANSCRIPT_MESSAGES }),
      this.suggestions.ofSession(row.session_id),
      this.notes.ofSession(row.session_id),
      this.timeline(handoffId),
      this.visitors.details(row.visitor_id),
      this.earlierSessions(row.visitor_id, row.session_id),
    ]);
    return {
      ...summary(row),
      rule: row.rule_id && row.rule_version ? { id: row.rule_id, name: row.rule_name ?? '', version: row.rule_version } : null,
      evidence: row.evidence,
      promise: promise(row),
      preferredAssignee: row.preferred_id ? { id: row.preferred_id, name: row.preferred_name ?? '' } : null,
      visitor,
      session,
      messages,
      suggestions,
      notes,
      timeline,
      earlierSessions,
      crm: null,
      page: session.page,
    };
  }

  private async timeline(handoffId: string): Promise<TimelineEntry[]> {
    const rows = await this.database.query<TimelineRow>(`select * from handoff_event where handoff_id = $1 order by created_at, id limit 500`, [
      handoffId,
    ]);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      at: row.created_at.toISOString(),
      actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
      details: row.details,
    }));
  }

  private async earlierSessions(visitorId: string, sessionId: string): Promise<EarlierSession[]> {
    const rows = await this.database.query<EarlierRow>(EARLIER, [visitorId, sessionId]);
    return rows.map((row) => ({
      id: row.id,
      startedAt: row.started_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
      messages: row.last_seq,
      lastText: row.last_message_text,
      handoff: row.handoff_id ? { id: row.handoff_id, trigger: row.trigger!, status: row.status!, assignee: row.assignee_name } : null,
    }));
  }
}

type DetailRow = SummaryRow & {
  evidence: EvidenceNode | null;
  rule_id: string | null;
  rule_version: number | null;
  rule_name: string | null;
  preferred_id: string | null;
  preferred_name: string | null;
  promise_position: number | null;
  promise_eta_seconds: number | null;
  promise_made_at: Date | null;
};

interface TimelineRow {
  id: string;
  kind: TimelineEntry['kind'];
  actor_kind: TimelineEntry['actor']['kind'];
  actor_id: string | null;
  actor_name: string | null;
  details: Record<string, unknown>;
  created_at: Date;
}

interface EarlierRow {
  id: string;
  started_at: Date;
  closed_at: Date | null;
  last_seq: number;
  last_message_text: string | null;
  handoff_id: string | null;
  trigger: string | null;
  status: string | null;
  assignee_name: string | null;
}

const DETAIL = /* sql */ `
select d.*, h.evidence, h.rule_id, h.rule_version, r.name as rule_name, h.preferred_assignee_id as preferred_id, pu.name as preferred_name,
       h.promise_position, h.promise_eta_seconds, h.promise_made_at
from (${SELECT_SUMMARY} where h.id = $1) d
join handoff h on h.id = d.id
left join trigger_rule r on r.id = h.rule_id
left join app_user pu on pu.id = h.preferred_assignee_id`;

const EARLIER = /* sql */ `
select s.id, s.started_at, s.closed_at, s.last_seq, s.last_message_text, h.id as handoff_id, h.trigger, h.status, u.name as assignee_name
from session s
left join lateral (select * from handoff where session_id = s.id order by opened_at desc limit 1) h on true
left join app_user u on u.id = h.assignee_id
where s.visitor_id = $1 and s.id <> $2 and s.started_at < (select started_at from session where id = $2)
order by s.started_at desc limit 10`;

/** Kept or broken is known once a person has answered, or the time is over. */
function promise(row: DetailRow): HandoffPromise | null {
  if (row.promise_position === null || !row.promise_made_at) return null;
  const due = row.promise_eta_seconds === null ? null : row.promise_made_at.getTime() + row.promise_eta_seconds * 1000;
  return {
    position: row.promise_position,
    etaSeconds: row.promise_eta_seconds,
    madeAt: row.promise_made_at.toISOString(),
    kept: due === null || !row.first_response_at ? null : row.first_response_at.getTime() <= due,
  };
}
