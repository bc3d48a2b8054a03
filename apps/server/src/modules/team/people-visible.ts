import type { Person, TeamUser } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { teamUserOf, USER_COLUMNS, type UserRow } from '../auth/index.js';

export interface PersonRow extends UserRow {
  joined: boolean;
  last_seen_at: Date | null;
  link: Person['link'];
}

/** Of the user `u`; `$1` is now. */
export const PERSON_COLUMNS = `${USER_COLUMNS}, u.password_hash is not null as joined,
  (select max(s.last_seen_at) from login_session s where s.user_id = u.id) as last_seen_at,
  (select json_build_object('purpose', l.purpose, 'expiresAt', to_char(l.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
     from password_link l where l.user_id = u.id and l.used_at is null and l.revoked_at is null and l.expires_at > $1) as link`;

/** The websites whose people one sees; null: all of them. */
export function visibleTo(member: Member): readonly string[] | null {
  const websites = member.websitesWith('user.view');
  return websites === 'all' ? null : websites;
}

/** Somebody who works on none of the websites one may see people of does not exist. @throws NotFound */
export function mustSee(member: Member, user: TeamUser): void {
  if (seenBy(member, user).length === 0 && !member.canEverywhere('user.view')) throw new NotFound('user');
}

/** On which other websites a colleague works is not for everybody to know. */
export function seenBy(member: Member, user: TeamUser): TeamUser['memberships'] {
  return user.memberships.filter(({ websiteId }) => websiteId === null || member.can('user.view', websiteId));
}

export function shownTo(member: Member, row: PersonRow): Person {
  const user = teamUserOf(row);
  return {
    ...user,
    memberships: seenBy(member, user),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    joined: row.joined,
    link: member.canSomewhere('user.edit') ? row.link : null,
  };
}
