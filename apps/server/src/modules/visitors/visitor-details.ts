import type { VisitorDetails } from '#contracts';

interface Known extends Pick<VisitorDetails, 'id' | 'attributes' | 'verified'> {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly locale?: string | null;
  readonly timeZone?: string | null;
  readonly createdAt: Date | string;
}

/** What the team sees of a visitor; what is not named here does not get out. */
export function visitorDetails(visitor: Known): VisitorDetails {
  return {
    id: visitor.id,
    name: visitor.name ?? null,
    email: visitor.email ?? null,
    phone: visitor.phone ?? null,
    attributes: visitor.attributes,
    verified: visitor.verified,
    locale: visitor.locale ?? null,
    timeZone: visitor.timeZone ?? null,
    firstSeenAt: new Date(visitor.createdAt).toISOString(),
  };
}

/** A row of `visitor` as Postgres' `row_to_json` gives it, in a statement that reads more than it. */
export interface VisitorJson {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly attributes: VisitorDetails['attributes'];
  readonly verified: boolean;
  readonly locale: string | null;
  readonly time_zone: string | null;
  readonly created_at: string;
}

export function visitorDetailsIn(row: VisitorJson): VisitorDetails {
  return visitorDetails({ ...row, timeZone: row.time_zone, createdAt: row.created_at });
}
