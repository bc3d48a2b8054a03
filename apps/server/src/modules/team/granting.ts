import { ROLES, type Membership, type Permission } from '#contracts';
import { isBuiltIn, type Member } from '../../platform/access/index.js';
import { Forbidden } from '../../platform/problems/index.js';

/** What the roles made here may do, by id, as far as they were asked for. */
export type CustomRoles = ReadonlyMap<string, readonly Permission[]>;

/** Whether the member may manage people there, and holds all that the role gives: nobody hands out more than they have. */
function administers(member: Member, { websiteId, role }: Membership, custom: CustomRoles): boolean {
  const given = isBuiltIn(role) ? ROLES[role] : custom.get(role);
  if (!given) return false;
  return ['user.edit' as const, ...given].every((permission) =>
    websiteId === null ? member.canEverywhere(permission) : member.can(permission, websiteId),
  );
}

/** @throws Forbidden */
export function mustBeGrantable(member: Member, memberships: readonly Membership[], custom: CustomRoles): void {
  if (!memberships.every((membership) => administers(member, membership, custom))) {
    throw new Forbidden('You cannot give or take a role where you are not an administrator, nor one that may do more than you.');
  }
}

/** Who changes somebody's password or address can become them: that takes everything the other has. @throws Forbidden */
export function mustBeAbove(member: Member, memberships: readonly Membership[], custom: CustomRoles): void {
  if (!member.canSomewhere('user.edit') || !memberships.every((membership) => administers(member, membership, custom))) {
    throw new Forbidden('You cannot change somebody who works where you are not an administrator.');
  }
}
