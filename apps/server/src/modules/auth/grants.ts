import { ROLES, type Membership, type Permission } from '#contracts';
import type { Grant } from '../../platform/access/index.js';

export function grantsOf(memberships: readonly Membership[]): Grant[] {
  return memberships.map(({ websiteId, role }) => ({ websiteId, permissions: ROLES[role] }));
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
