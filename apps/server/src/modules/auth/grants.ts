import { ROLES, type Permission } from '#contracts';
import { isBuiltIn, isPermission, type Grant } from '../../platform/access/index.js';

/** A membership and what its role may do. */
export interface HeldRole {
  readonly websiteId: string | null;
  /** One of those that come with Baton; null for one made here, whose `permissions` then say what it may do. */
  readonly role: string | null;
  readonly permissions?: readonly string[] | null;
}

/** What the user `u` holds, as a list of `HeldRole`; what was held on deleted websites is gone. */
export const ROLES_HELD_BY_U = `coalesce((
  select json_agg(json_build_object('websiteId', m.website_id, 'role', m.role, 'permissions', r.permissions) order by m.created_at, m.id)
    from membership m left join website w on w.id = m.website_id left join role r on r.id = m.role_id
   where m.user_id = u.id and (m.website_id is null or w.deleted_at is null)), '[]')`;

export function grantsOf(held: readonly HeldRole[]): Grant[] {
  return held.map(({ websiteId, role, permissions }) => ({
    websiteId,
    // A permission that Baton no longer knows allows nothing.
    permissions: role === null ? (permissions ?? []).filter(isPermission) : isBuiltIn(role) ? ROLES[role] : [],
  }));
}

/**
 * What a key may do: what its maker may do now, where the key is bound to, out of what the key was given.
 * @param websiteId null: wherever its maker may
 */
export function narrowed(grants: readonly Grant[], permissions: readonly string[], websiteId: string | null): Grant[] {
  const covering = grants.filter((grant) => websiteId === null || grant.websiteId === null || grant.websiteId === websiteId);
  return covering.map((grant) => ({
    websiteId: websiteId ?? grant.websiteId,
    permissions: grant.permissions.filter((permission) => permissions.includes(permission)),
  }));
}

/** Those held on at least one website. */
export function permissionsIn(grants: readonly Grant[]): Permission[] {
  return [...new Set(grants.flatMap((grant) => grant.permissions))].sort();
}
