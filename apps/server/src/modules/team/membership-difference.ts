import type { Membership } from '#contracts';

export const same = (a: Membership, b: Membership): boolean => a.websiteId === b.websiteId && a.role === b.role;

/** What was taken and what was given. */
export function differenceOf(before: readonly Membership[], after: readonly Membership[]): Membership[] {
  const lost = before.filter((old) => !after.some((membership) => same(old, membership)));
  return [...lost, ...after.filter((membership) => !before.some((old) => same(old, membership)))];
}
