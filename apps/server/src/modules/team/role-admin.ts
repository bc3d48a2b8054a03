import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { ROLES, type Page, type Permission, type Role, type RoleInfo, type SaveRole } from '#contracts';
import { isBuiltIn, isPermission, type Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { onlyGiven } from '../../platform/input/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Credentials, Users } from '../auth/index.js';
import { RoleBuiltIn, RoleInUse, RoleNameTaken } from './role.problems.js';
import { OwnAccess } from './user.problems.js';

/** What the roles that come with Baton are for. */
const BUILT_IN: Readonly<Record<Role, { readonly name: string; readonly description: string }>> = {
  admin: { name: 'Admin', description: 'Everything: people, websites, rules, keys.' },
  supervisor: { name: 'Supervisor', description: 'An agent who also assigns, transfers and takes over from others.' },
  agent: { name: 'Agent', description: 'Works the queue: claims, replies, resolves.' },
  analyst: { name: 'Analyst', description: 'Reads handoffs, transcripts and numbers, and speaks to nobody.' },
};

interface RoleRow {
  id: string;
  name: string;
  description: string;
  permissions: string[];
}

/** Roles are of the whole installation: what one may do is the same wherever it is held. */
@Injectable()
export class RoleAdmin {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly credentials: Credentials,
    private readonly audit: Audit,
  ) {}

  /** Those that come with Baton first. */
  async list(member: Member): Promise<Page<RoleInfo>> {
    const made = await this.database.query<RoleRow>(`select * from role order by lower(name), id`);
    const people = member.canEverywhere('user.view') ? await this.peoplePerRole() : null;
    const countOf = (id: string): number | null => people && (people.get(id) ?? 0);
    const builtIn = (Object.keys(BUILT_IN) as Role[]).map((id) => builtInRole(id, countOf(id)));
    return { items: [...builtIn, ...made.map((row) => toRole(row, countOf(row.id)))], nextCursor: null };
  }

  async get(member: Member, id: string): Promise<RoleInfo> {
    const known = (await this.list(member)).items.find((role) => role.id === id);
    if (!known) throw new NotFound('role');
    return known;
  }

  /** @throws Forbidden, InvalidInput, RoleNameTaken */
  async create(member: Member, given: SaveRole): Promise<RoleInfo> {
    member.mustEverywhere('role.edit');
    const permissions = mustBeGiveable(member, given.permissions);
    const now = this.clock.now();
    const id = newId(now.getTime());
    await this.database.transaction(async (tx) => {
      const name = mustBeFree(given.name);
      const made = await tx.query(
        `insert into role (id, name, description, permissions, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
         on conflict (lower(name)) do nothing returning id`,
        [id, name, given.description?.trim() ?? '', permissions, now],
      );
      if (made.length === 0) throw new RoleNameTaken();
      await this.audit.record(tx, { actor: member, action: 'role.created', subject: { type: 'role', id }, details: { name, permissions } });
    });
    return this.get(member, id);
  }

  /** Whoever holds it has the new rights with the commit, on sockets too. @throws NotFound, RoleBuiltIn, RoleNameTaken, OwnAccess */
  async change(member: Member, id: string, given: Partial<SaveRole>): Promise<RoleInfo> {
    member.mustEverywhere('role.edit');
    await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, id);
      // What a role may do is given to, or taken from, everybody who holds it.
      mustBeGiveable(member, before.permissions.filter(isPermission));
      const permissions = given.permissions ? mustBeGiveable(member, given.permissions) : before.permissions;
      const name = given.name === undefined ? before.name : mustBeFree(given.name);
      await this.mustBeUnique(tx, id, name);
      await tx.query(`update role set name = $2, description = $3, permissions = $4, updated_at = $5 where id = $1`, [
        id,
        name,
        given.description?.trim() ?? before.description,
        permissions,
        this.clock.now(),
      ]);
      if (given.permissions) await this.tellHolders(tx, member, id);
      await this.audit.record(tx, {
        actor: member,
        action: 'role.updated',
        subject: { type: 'role', id },
        details: { fields: Object.keys(onlyGiven(given)), ...(given.permissions ? { from: before.permissions, to: permissions } : {}) },
      });
    });
    return this.get(member, id);
  }

  /** @throws NotFound, RoleBuiltIn, RoleInUse */
  async remove(member: Member, id: string): Promise<void> {
    member.mustEverywhere('role.edit');
    await this.database.transaction(async (tx) => {
      const { name } = await this.lock(tx, id);
      // Whoever gives the role meanwhile waits for this lock, and then finds no such role.
      const holders = await tx.query(`select distinct user_id from membership where role_id = $1`, [id]);
      if (holders.length > 0) throw new RoleInUse(holders.length);
      await tx.query(`delete from role where id = $1`, [id]);
      await this.audit.record(tx, { actor: member, action: 'role.deleted', subject: { type: 'role', id }, details: { name } });
    });
  }

  private async lock(tx: Transaction, id: string): Promise<RoleRow> {
    if (isBuiltIn(id)) throw new RoleBuiltIn();
    const [row] = isUUID(id) ? await tx.query<RoleRow>(`select * from role where id = $1 for update`, [id]) : [];
    if (!row) throw new NotFound('role');
    return row;
  }

  private async mustBeUnique(tx: Transaction, id: string, name: string): Promise<void> {
    // The same lock for all who rename makes this look as good as the index, with a better answer.
    await tx.query(`select pg_advisory_xact_lock(hashtext('baton.role_names'))`);
    const others = await tx.query(`select 1 from role where lower(name) = lower($1) and id <> $2`, [name, id]);
    if (others.length > 0) throw new RoleNameTaken();
  }

  private async tellHolders(tx: Transaction, member: Member, roleId: string): Promise<void> {
    const holders = await tx.query<{ user_id: string }>(`select distinct user_id from membership where role_id = $1`, [roleId]);
    for (const { user_id } of holders) {
      if (user_id === member.userId) await this.mustStillEnter(tx, member);
      await this.credentials.reconnect(tx, user_id);
    }
  }

  private async mustStillEnter(tx: Transaction, member: Member): Promise<void> {
    const grants = await this.users.grants(member.userId, tx);
    const keeps = (permission: Permission): boolean =>
      grants.some(({ websiteId, permissions }) => websiteId === null && permissions.includes(permission));
    if (!keeps('role.edit') || (member.canEverywhere('user.edit') && !keeps('user.edit'))) throw new OwnAccess();
  }

  private async peoplePerRole(): Promise<Map<string, number>> {
    const rows = await this.database.query<{ role: string; n: number }>(
      `select coalesce(m.role, m.role_id::text) as role, count(distinct m.user_id)::int as n
         from membership m join app_user u on u.id = m.user_id and u.active left join website w on w.id = m.website_id
        where w.deleted_at is null group by 1`,
    );
    return new Map(rows.map(({ role, n }) => [role, n]));
  }
}

/** A role that is called like one of Baton's own would be taken for it. */
function mustBeFree(name: string): string {
  const trimmed = name.trim();
  if (Object.values(BUILT_IN).some((role) => role.name.toLowerCase() === trimmed.toLowerCase())) throw new RoleNameTaken();
  return trimmed;
}

/** Known permissions that the member holds everywhere: nobody makes a role that may do more than they. @throws InvalidInput, Forbidden */
function mustBeGiveable(member: Member, permissions: readonly string[]): Permission[] {
  const errors = permissions.flatMap((permission, i) =>
    isPermission(permission) ? [] : [{ path: `permissions.${i}`, message: `${permission} is no permission` }],
  );
  if (errors.length > 0) throw new InvalidInput(errors);
  const known = [...new Set(permissions.filter(isPermission))].sort();
  const lacking = known.filter((permission) => !member.canEverywhere(permission));
  if (lacking.length > 0) throw new Forbidden(`You cannot give what you do not hold yourself: ${lacking.join(', ')}.`);
  return known;
}

function builtInRole(id: Role, people: number | null): RoleInfo {
  return { id, ...BUILT_IN[id], builtIn: true, permissions: [...ROLES[id]], people };
}

function toRole(row: RoleRow, people: number | null): RoleInfo {
  return { id: row.id, name: row.name, description: row.description, builtIn: false, permissions: row.permissions.filter(isPermission), people };
}
