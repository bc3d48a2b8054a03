import type { Permission } from './access.js';

export interface Membership {
  /** null: on every website, today's and later ones */
  readonly websiteId: string | null;
  /** One of `ROLES` by name, or the id of a role made here. */
  readonly role: string;
}

export interface TeamUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly active: boolean;
  readonly presence: PresenceState;
  readonly memberships: readonly Membership[];
  readonly createdAt: string;
}

/** What `/users` tells besides. */
export interface Person extends TeamUser {
  /** When a login of theirs was last used, to the minute. */
  readonly lastSeenAt: string | null;
  /** False until there is a password to sign in with: invited, and not come yet. */
  readonly joined: boolean;
  /** The link that is open for them, for who may make one; null for everybody else. */
  readonly link: OpenLink | null;
}

export type LinkPurpose = 'invitation' | 'reset';

export interface OpenLink {
  readonly purpose: LinkPurpose;
  readonly expiresAt: string;
}

/** `POST /users/:id/link`: the address at which they choose a password, shown this once; the one before is void. */
export interface CreatedLink extends OpenLink {
  readonly url: string;
}

/** `POST /auth/links/look`: whose link it is and what it is for. */
export interface LinkHolder extends OpenLink {
  readonly name: string;
  readonly email: string;
}

/** `POST /auth/links/use` sets the password and signs in. */
export interface UseLink {
  readonly token: string;
  readonly password: string;
}

/** One login of one's own, in `GET /auth/sessions`. */
export interface LoginSession {
  readonly id: string;
  /** The one that asks. */
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** A set of permissions with a name. */
export interface RoleInfo {
  /** The name of one that comes with Baton, or the id of one made here. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Comes with Baton and cannot be changed. */
  readonly builtIn: boolean;
  readonly permissions: readonly Permission[];
  /** How many people hold it; null for who does not see everybody. */
  readonly people: number | null;
}

export interface SaveRole {
  readonly name: string;
  readonly description?: string;
  readonly permissions: readonly Permission[];
}

export type PresenceState = 'online' | 'away' | 'offline';

export interface Login {
  readonly email: string;
  readonly password: string;
}

/** 200 of `POST /auth/login` and `GET /auth/me`; `permissions` are those held on at least one website. */
export interface Me {
  readonly user: TeamUser;
  readonly permissions: readonly Permission[];
}

export interface SaveUser {
  readonly email: string;
  readonly name: string;
  readonly password?: string;
  readonly memberships: readonly Membership[];
  readonly active?: boolean;
}

/** `PATCH /users/:id` */
export interface ChangeUser extends Partial<SaveUser> {
  /** With `active: false`: the handoffs they hold go back to the queue. */
  readonly releaseHandoffs?: boolean;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly websiteId: string | null;
  readonly memberIds: readonly string[];
}

export interface SaveTeam {
  readonly name: string;
  /** Absent or null: a team for every website. */
  readonly websiteId?: string | null;
  readonly memberIds: readonly string[];
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** How the key begins, to tell it from others. */
  readonly prefix: string;
  readonly permissions: readonly Permission[];
  readonly websiteId: string | null;
  readonly createdAt: string;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly lastUsedAt: string | null;
  /** null: until it is revoked */
  readonly expiresAt: string | null;
}
export interface CreateApiKey {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly websiteId?: string;
  readonly expiresAt?: string | null;
}
/** `key` is shown this once. */
export interface CreatedApiKey extends ApiKey {
  readonly key: string;
}

export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string | null };
  /** e.g. `website.updated` */
  readonly action: string;
  /** `name`: what it is called today, as far as it has a name and is still there. */
  readonly subject: { readonly type: string; readonly id: string | null; readonly name: string | null };
  readonly websiteId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
