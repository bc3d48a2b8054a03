import { Injectable } from '@nestjs/common';
import type { AuthorKind, HandoffOutcome, HandoffStatus, HandoffSummary, Priority, Trigger } from '#contracts';
import { Database } from '../../platform/database/index.js';
import { AskedTogether } from './asked-together.js';
import type { HandoffList } from './handoff-list.js';
import { instantFrom, instantText } from './instant-text.js';

/** Rows of the inbox, straight from SQL to the contract's shape. */
@Injectable()
export class HandoffSummaries {
  private readonly usual = new AskedTogether<Statement, HandoffSummary[]>(async ([page]) =>
    (await this.database.prepared<SummaryRow>(page!.sql, page!.params)).map(summary),
  );

  constructor(private readonly database: Database) {}

  /** By the handoff's id; those that are gone are left out. */
  async of(handoffIds: readonly string[]): Promise<ReadonlyMap<string, HandoffSummary>> {
    const rows = await this.database.prepared<SummaryRow>(`${SELECT_SUMMARY} where h.id = any ($1)`, [handoffIds]);
    return new Map(rows.map((row) => [row.id, summary(row)]));
  }

  async openOfSessions(sessionIds: readonly string[]): Promise<HandoffSummary[]> {
    if (sessionIds.length === 0) return [];
    const rows = await this.database.query<SummaryRow>(`${SELECT_SUMMARY} where h.session_id = any ($1) and h.status in ('pending', 'claimed')`, [
      sessionIds,
    ]);
    return rows.map(summary);
  }

  /** @param rows the handoffs, as SQL that refers to the list's parameters */
  async select(list: HandoffList, rows: string): Promise<HandoffSummary[]> {
    return (await this.database.query<SummaryRow>(pageOf(list, rows), list.params)).map(summary);
  }

  /** The same for one of a few fixed texts, which runs all the time: to plan it takes as long as to run it. */
  selectUsual(list: HandoffList, rows: string): Promise<readonly HandoffSummary[]> {
    const page = { sql: pageOf(list, rows), params: list.params };
    return this.usual.ask(page.sql + JSON.stringify(page.params), page);
  }
}

interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

export interface SummaryRow {
  id: string;
  session_id: string;
  website_id: string;
  website_name: string;
  status: HandoffStatus;
  trigger: Trigger;
  cause: Trigger | null;
  code: string;
  reason: string;
  priority: Priority;
  visitor_id: string;
  visitor_name: string | null;
  visitor_email: string | null;
  team_id: string | null;
  team_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  opened_at: string;
  claimed_at: string | null;
  first_response_at: string | null;
  resolved_at: string | null;
  cancelled_at: string | null;
  outcome: HandoffOutcome | null;
  last_message_kind: AuthorKind | null;
  last_message_text: string | null;
  last_message_at: string | null;
  last_activity_at: string;
  last_seq: number;
  team_read_seq: number;
}

/** What a list shows of each handoff `h` besides: columns, and joins they are of. */
export interface Besides {
  readonly columns: string;
  readonly joins: string;
}

/** @param handoffs a table of handoffs, or what stands for one */
const summariesOf = (handoffs: string, besides?: Besides): string => /* sql */ `
select h.id, h.session_id, h.website_id, w.name as website_name, h.status, h.trigger, h.cause, h.code, h.reason, h.priority,
       s.visitor_id, v.name as visitor_name, v.email as visitor_email, h.team_id, t.name as team_name,
       h.assignee_id, u.name as assignee_name, ${instantText('h.opened_at')} as opened_at, ${instantText('h.claimed_at')} as claimed_at,
       ${instantText('h.first_response_at')} as first_response_at, ${instantText('h.resolved_at')} as resolved_at,
       ${instantText('h.cancelled_at')} as cancelled_at, h.outcome, s.last_message_kind, s.last_message_text,
       ${instantText('s.last_message_at')} as last_message_at, ${instantText('s.last_activity_at')} as last_activity_at, s.last_seq, s.team_read_seq${besides ? `, ${besides.columns}` : ''}
from ${handoffs} h
join session s on s.id = h.session_id
join visitor v on v.id = s.visitor_id
join website w on w.id = h.website_id
left join team t on t.id = h.team_id
left join app_user u on u.id = h.assignee_id
${besides?.joins ?? ''}`;

export const SELECT_SUMMARY = summariesOf('handoff');

/** @param rows the handoffs, as SQL that refers to the list's parameters */
export function pageOf(list: HandoffList, rows: string, besides?: Besides): string {
  return `with page as materialized (${rows}) ${summariesOf('page', besides)} order by ${list.sorting('h.place')}`;
}

export function summary(row: SummaryRow): HandoffSummary {
  return {
    id: row.id,
    sessionId: row.session_id,
    website: { id: row.website_id, name: row.website_name },
    status: row.status,
    inProgress: row.status === 'claimed' && row.first_response_at !== null,
    trigger: row.trigger,
    cause: row.cause,
    code: row.code,
    reason: row.reason,
    priority: row.priority,
    visitor: { id: row.visitor_id, name: row.visitor_name, email: row.visitor_email },
    team: row.team_id ? { id: row.team_id, name: row.team_name ?? '' } : null,
    assignee: row.assignee_id ? { id: row.assignee_id, name: row.assignee_name ?? '' } : null,
    openedAt: instantFrom(row.opened_at),
    claimedAt: row.claimed_at && instantFrom(row.claimed_at),
    firstResponseAt: row.first_response_at && instantFrom(row.first_response_at),
    resolvedAt: row.resolved_at && instantFrom(row.resolved_at),
    cancelledAt: row.cancelled_at && instantFrom(row.cancelled_at),
    outcome: row.outcome,
    lastMessage:
      row.last_message_kind && row.last_message_at
        ? { author: row.last_message_kind, text: row.last_message_text ?? '', at: instantFrom(row.last_message_at) }
        : null,
    lastActivityAt: instantFrom(row.last_activity_at),
    sla: null,
    lastSeq: row.last_seq,
    teamReadSeq: row.team_read_seq,
  };
}
