import type { PageInfo, TeamSession } from '#contracts';

/** A row of `session`, from Postgres or as its JSON. */
export interface SessionRow {
  readonly id: string;
  readonly website_id: string;
  readonly visitor_id: string;
  readonly owner: TeamSession['owner'];
  readonly owner_user_id: string | null;
  readonly epoch: number;
  readonly last_seq: number;
  readonly page: PageInfo | null;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly started_at: Date | string;
  readonly last_activity_at: Date | string;
  readonly closed_at: Date | string | null;
  readonly previous_session_id: string | null;
  readonly visitor_read_seq: number;
  readonly team_read_seq: number;
}

/** With the names of those it points to. */
export interface TeamSessionRow extends SessionRow {
  readonly website_name: string;
  readonly visitor_name: string | null;
  readonly visitor_email: string | null;
  readonly owner_name: string | null;
}

export const TEAM_SESSION = /* sql */ `
select s.*, w.name as website_name, v.name as visitor_name, v.email as visitor_email, u.name as owner_name
from session s
join website w on w.id = s.website_id
join visitor v on v.id = s.visitor_id
left join app_user u on u.id = s.owner_user_id
where s.id = any ($1)`;

/** A session as the team sees it. */
export function teamSession(row: TeamSessionRow, visitorOnline: boolean): TeamSession {
  return {
    id: row.id,
    website: { id: row.website_id, name: row.website_name },
    visitor: { id: row.visitor_id, name: row.visitor_name, email: row.visitor_email },
    owner: row.owner,
    epoch: row.epoch,
    status: row.owner === 'nobody' ? 'closed' : 'open',
    lastSeq: row.last_seq,
    agent: row.owner_user_id ? { id: row.owner_user_id, name: row.owner_name ?? '' } : null,
    page: row.page,
    locale: row.locale,
    tags: row.tags,
    startedAt: new Date(row.started_at).toISOString(),
    lastActivityAt: new Date(row.last_activity_at).toISOString(),
    closedAt: row.closed_at && new Date(row.closed_at).toISOString(),
    previousSessionId: row.previous_session_id,
    visitorReadSeq: row.visitor_read_seq,
    teamReadSeq: row.team_read_seq,
    visitorOnline,
  };
}
