import type { Permission } from '#contracts';
import { Forbidden } from '../problems/index.js';

export interface Grant {
  /** null: every website */
  readonly websiteId: string | null;
  readonly permissions: readonly Permission[];
}

/**
 * Who is asking on the team side, and what they may do where. An API key acts for the user who made it, with the
 * permissions both have; `via` then names the key, for the audit log.
 */
export class Member {
  constructor(
    readonly userId: string,
    readonly name: string,
    readonly grants: readonly Grant[],
    readonly via: { readonly apiKeyId: string; readonly name: string } | null = null,
  ) {}

  can(permission: Permission, websiteId: string): boolean {
    return this.grants.some((grant) => (grant.websiteId === null || grant.websiteId === websiteId) && grant.permissions.includes(permission));
  }

  /** Held for the whole installation, not for single websites. */
  canEverywhere(permission: Permission): boolean {
    return this.grants.some((grant) => grant.websiteId === null && grant.permissions.includes(permission));
  }

  canSomewhere(permission: Permission): boolean {
    return this.grants.some((grant) => grant.permissions.includes(permission));
  }

  /** The websites where a permission is held: the tenancy filter of every list. */
  websitesWith(permission: Permission): 'all' | readonly string[] {
    const holding = this.grants.filter((grant) => grant.permissions.includes(permission));
    if (holding.some((grant) => grant.websiteId === null)) return 'all';
    return holding.flatMap((grant) => (grant.websiteId ? [grant.websiteId] : []));
  }

  /** @throws Forbidden */
  mustEverywhere(permission: Permission): void {
    if (!this.canEverywhere(permission)) throw new Forbidden();
  }
}
