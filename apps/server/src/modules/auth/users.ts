import { Injectable } from '@nestjs/common';
import type { Membership, PresenceState, TeamUser } from '#contracts';
import { isBuiltIn, type Grant } from '../../platform/access/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { EmailTaken } from './auth.problems.js';
import { grantsOf, ROLES_HELD_BY_U, type HeldRole } from './grants.js';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  /** From `hashPassword`; null: cannot sign in yet. */
  readonly passwordHash: string | null;
  readonly memberships: readonly Membership[];
}

export interface UserRow {
  id: string;
  email: string;
  name: string;
  active: boolean;
  presence: PresenceState;
  created_at: Date;
  memberships: Membership[];
}

/** Memberships as the contract has them, of the user `u`; those of deleted websites are gone. */
export const MEMBERSHIPS_OF_U = `coalesce((
  select json_agg(json_build_object('websiteId', m.website_id, 'role', coalesce(m.role, m.role_id::text)) order by m.created_at, m.id)
    from membership m left join website w on w.id = m.website_id
   where m.user_id = u.id and (m.website_id is null or w.deleted_at is null)), '[]')`;

export const USER_COLUMNS = `u.id, u.email, u.name, u.active, u.presence, u.created_at, ${MEMBERSHIPS_OF_U} as memberships`;

export function teamUserOf(row: UserRow): TeamUser {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    active: row.active,
    presence: row.presence,
    memberships: row.memberships,
    createdAt: row.created_at.toISOString(),
  };
}

/** The people of the installation and where they belong. Who may change them is decided by the caller. */
@Injectable()
export class Users {
  constructor(private readonly database: Database) {}

  /** @throws NotFound */
  async get(id: string, tx?: Transaction): Promise<TeamUser> {
    const [row] = await (tx ?? this.database).query<UserRow>(`select ${USER_COLUMNS} from app_user u where u.id = $1`, [id]);
    if (!row) throw new NotFound('user');
    return teamUserOf(row);
  }

  /** What somebody may do where. */
  async grants(id: string, tx?: Transaction): Promise<Grant[]> {
    const [row] = await (tx ?? this.database).query<{ held: HeldRole[] }>(`select ${ROLES_HELD_BY_U} as held from app_user u where u.id = $1`, [id]);
    return grantsOf(row?.held ?? []);
  }

  async none(tx?: Transaction): Promise<boolean> {
    const rows = await (tx ?? this.database).query(`select 1 from app_user limit 1`);
    return rows.length === 0;
  }

  /** @throws EmailTaken */
  async create(tx: Transaction, given: NewUser, now: Date): Promise<TeamUser> {
    const id = newId(now.getTime());
    const created = await tx.query(
      `insert into app_user (id, email, name, password_hash, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
       on conflict (lower(email)) do nothing returning id`,
      [id, given.email.trim(), given.name.trim(), given.passwordHash, now],
    );
    if (created.length === 0) throw new EmailTaken();
    await this.setMemberships(tx, id, given.memberships, now);
    return this.get(id, tx);
  }

  /** Makes the memberships exactly these. */
  async setMemberships(tx: Transaction, userId: string, memberships: readonly Membership[], now: Date): Promise<void> {
    await tx.query(`delete from membership where user_id = $1`, [userId]);
    for (const membership of memberships) {
      const builtIn = isBuiltIn(membership.role);
      await tx.query(`insert into membership (id, user_id, website_id, role, role_id, created_at) values ($1, $2, $3, $4, $5, $6)`, [
        newId(now.getTime()),
        userId,
        membership.websiteId,
        builtIn ? membership.role : null,
        builtIn ? null : membership.role,
        now,
      ]);
    }
  }
}
