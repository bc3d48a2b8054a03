import { Injectable } from '@nestjs/common';
import type { EarlierSession, EvidenceNode, Handoff, HandoffPromise, TimelineEntry } from '#contracts';
import { Database, Gathering } from '../../platform/database/index.js';
import { Notes } from '../notes/index.js';
import { Sessions, Suggestions, Transcript } from '../sessions/index.js';
import { Visitors } from '../visitors/index.js';
import { SELECT_SUMMARY, summary, type SummaryRow } from './handoff-summaries.js';

const TRANSCRIPT_MESSAGES = 100;
const MAX_BATCH = 64;
/** Those who claimed together come here one after the other. */
const APART_MS = 5;

/** Everything an agent needs to take over without asking again. */
@Injectable()
export class HandoffDetails {
  /** Asked for by everybody who claims, and claims come together. */
  private readonly reading = new Gathering<string, Handoff | null>({
    keyOf: (handoffId) => handoffId,
    run: (batch) => this.read(batch),
    maxBatch: MAX_BATCH,
    lanes: 1,
    apartMs: APART_MS,
  });

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly transcript: Transcript,
    private readonly suggestions: Suggestions,
    private readonly notes: Notes,
    private readonly visitors: Visitors,
  ) {}

  of(handoffId: string): Promise<Handoff | null> {
    // As it comes back from Postgres, which reads capital letters, too.
    return this.reading.add(handoffId.toLowerCase());
  }

  /** In as many statements as one needs. */
  private async read(handoffIds: readonly string[]): Promise<readonly PromiseSettledResult<Handoff | null>[]> {
    const rows = await this.database.prepared<DetailRow>(DETAIL, [handoffIds]);
    const sessionIds = rows.map((row) => row.session_id);
    const [sessions, messages, suggestions, notes, timelines, visitors, earlier] = await Promise.all([
      this.sessions.teamViewsOf(sessionIds),
      this.transcript.newestForTeam(sessionIds, TRANSCRIPT_MESSAGES),
      this.suggestions.ofSessions(sessionIds),
      this.notes.ofSessions(sessionIds),
      this.timelines(handoffIds),
      this.visitors.detailsOf(rows.map((row) => row.visitor_id)),
      this.sessionsBefore(sessionIds),
    ]);
    const found = new Map(
      rows.flatMap((row): [string, Handoff][] => {
        const session = sessions.get(row.session_id);
        const visitor = visitors.get(row.visitor_id);
        if (!session || !visitor) return [];
        const handoff: Handoff = {
          ...summary(row),
          rule: row.rule_id && row.rule_version ? { id: row.rule_id, name: row.rule_name ?? '', version: row.rule_version } : null,
          evidence: row.evidence,
          promise: promise(row),
          preferredAssignee: row.preferred_id ? { id: row.preferred_id, name: row.preferred_name ?? '' } : null,
          visitor,
          session,
          messages: messages.get(session.id) ?? [],
          suggestions: suggestions.get(session.id) ?? [],
          notes: notes.get(session.id) ?? [],
          timeline: timelines.get(row.id)?.map(toEntry) ?? [],
          earlierSessions: earlier.get(session.id)?.map(toEarlierSession) ?? [],
          crm: null,
          page: session.page,
        };
        return [[row.id, handoff]];
      }),
    );
    return handoffIds.map((id) => ({ status: 'fulfilled', value: found.get(id) ?? null }));
  }

  private async timelines(handoffIds: readonly string[]): Promise<ReadonlyMap<string, TimelineRow[]>> {
    const rows = await this.database.prepared<TimelineRow>(TIMELINE, [handoffIds]);
    return Map.groupBy(rows, (row) => row.handoff_id);
  }

  /** What the visitor of each session had said before it. */
  private async sessionsBefore(sessionIds: readonly string[]): Promise<ReadonlyMap<string, EarlierRow[]>> {
    const rows = await this.database.prepared<EarlierRow>(EARLIER, [sessionIds]);
    return Map.groupBy(rows, (row) => row.later_id);
  }
}

function toEntry(row: TimelineRow): TimelineEntry {
  return {
    id: row.id,
    kind: row.kind,
    at: row.created_at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    details: row.details,
  };
}

function toEarlierSession(row: EarlierRow): EarlierSession {
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    messages: row.last_seq,
    lastText: row.last_message_text,
    handoff: row.handoff_id ? { id: row.handoff_id, trigger: row.trigger!, status: row.status!, assignee: row.assignee_name } : null,
  };
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
  handoff_id: string;
  kind: TimelineEntry['kind'];
  actor_kind: TimelineEntry['actor']['kind'];
  actor_id: string | null;
  actor_name: string | null;
  details: Record<string, unknown>;
  created_at: Date;
}

interface EarlierRow {
  /** The session that it was before. */
  later_id: string;
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
from (${SELECT_SUMMARY} where h.id = any ($1)) d
join handoff h on h.id = d.id
left join trigger_rule r on r.id = h.rule_id
left join app_user pu on pu.id = h.preferred_assignee_id`;

const TIMELINE = /* sql */ `
select e.*
from unnest($1::uuid[]) as asked (id)
cross join lateral (select * from handoff_event where handoff_id = asked.id order by created_at, id limit 500) e
order by e.created_at, e.id`;

const EARLIER = /* sql */ `
select later.id as later_id, s.id, s.started_at, s.closed_at, s.last_seq, s.last_message_text,
       h.id as handoff_id, h.trigger, h.status, u.name as assignee_name
from session later
cross join lateral (
  select * from session where visitor_id = later.visitor_id and id <> later.id and started_at < later.started_at order by started_at desc limit 10
) s
left join lateral (select * from handoff where session_id = s.id order by opened_at desc limit 1) h on true
left join app_user u on u.id = h.assignee_id
where later.id = any ($1)
order by s.started_at desc`;

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
