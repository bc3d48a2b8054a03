import { ROLES, type Membership } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Forbidden } from '../../platform/problems/index.js';

/** Whether the member may manage people there, and holds all that the role gives: nobody hands out more than they have. */
function administers(member: Member, { websiteId, role }: Membership): boolean {
  return ['user.edit' as const, ...ROLES[role]].every((permission) =>
    websiteId === null ? member.canEverywhere(permission) : member.can(permission, websiteId),
  );
}

/** @throws Forbidden */
export function mustBeGrantable(member: Member, memberships: readonly Membership[]): void {
  if (!memberships.every((membership) => administers(member, membership))) {
    throw new Forbidden('You cannot give or take a role where you are not an administrator.');
  }
}

/** Who changes somebody's password or address can become them: that takes everything the other has. @throws Forbidden */
export function mustBeAbove(member: Member, memberships: readonly Membership[]): void {
  if (!member.canSomewhere('user.edit') || !memberships.every((membership) => administers(member, membership))) {
    throw new Forbidden('You cannot change somebody who works where you are not an administrator.');
  }
}
