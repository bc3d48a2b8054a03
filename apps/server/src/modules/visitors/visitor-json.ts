import type { VisitorDetails } from '#contracts';

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

/** What is not named here does not get out. */
export function visitorDetailsIn(row: VisitorJson): VisitorDetails {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    phone: row.phone,
    attributes: row.attributes,
    verified: row.verified,
    locale: row.locale,
    timeZone: row.time_zone,
    firstSeenAt: new Date(row.created_at).toISOString(),
  };
}
