import type { Permission } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';

/**
 * Why a member may not do this to a handoff; null when they may. Whoever may not even see it learns nothing of it.
 * @param place nothing when there is no such handoff
 */
export function refusalOf(member: Member, permission: Permission, place: { readonly websiteId: string } | null | undefined): Error | null {
  if (!place || !member.can('handoff.view', place.websiteId)) return new NotFound('handoff');
  return member.can(permission, place.websiteId) ? null : new Forbidden();
}
