import type { Permission, Role } from './access.js';

export interface Membership {
  /** null: on every website, today's and later ones */
  readonly websiteId: string | null;
  readonly role: Role;
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
  readonly permissions: readonly Permission[];
  readonly websiteId: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}
export interface CreateApiKey {
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly websiteId?: string;
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
  readonly subject: { readonly type: string; readonly id: string | null };
  readonly websiteId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}
