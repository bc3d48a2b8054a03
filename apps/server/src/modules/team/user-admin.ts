import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Membership, Page, SaveUser, TeamUser } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { onlyGiven } from '../../platform/input/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Credentials, EmailTaken, hashPassword, teamUserOf, User, USER_COLUMNS, Users, type UserRow } from '../auth/index.js';
import { Websites } from '../websites/index.js';
import { mustBeAbove, mustBeGrantable } from './granting.js';
import { anEverywhereAdminMustRemain } from './last-admin.js';
import type { UserQuery } from './user.dto.js';

/** What people do with the accounts of other people; each sees those who work where they hold `user.view`. */
@Injectable()
export class UserAdmin {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly websites: Websites,
    private readonly credentials: Credentials,
    private readonly audit: Audit,
  ) {}

  async list(member: Member, query: UserQuery): Promise<Page<TeamUser>> {
    const after = readCursor(query.cursor, (part) => isUUID(part));
    const rows = await this.database.query<UserRow>(
      `select ${USER_COLUMNS} from app_user u
        where ($1::uuid[] is null or exists (select 1 from membership m where m.user_id = u.id and (m.website_id is null or m.website_id = any ($1))))
          and ($2::boolean is null or u.active = $2)
          and ($3::uuid is null or exists (select 1 from membership m where m.user_id = u.id and (m.website_id is null or m.website_id = $3)))
          and ($4::uuid is null or u.id > $4)
        order by u.id limit $5`,
      [visibleTo(member), query.active ?? null, query.websiteId ?? null, after?.[0] ?? null, query.limit + 1],
    );
    return pageOf(
      rows,
      query.limit,
      (row) => shownTo(member, teamUserOf(row)),
      (row) => [row.id],
    );
  }

  async get(member: Member, id: string): Promise<TeamUser> {
    const user = await this.users.get(id);
    mustSee(member, user);
    return shownTo(member, user);
  }

  async create(member: Member, given: SaveUser): Promise<TeamUser> {
    await this.mustKnowWebsites(member, given.memberships);
    mustBeGrantable(member, given.memberships);
    const passwordHash = given.password === undefined ? null : await hashPassword(given.password);
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const user = await this.users.create(tx, { ...given, passwordHash }, now);
      if (given.active === false) await tx.query(`update app_user set active = false where id = $1`, [user.id]);
      await this.audit.record(tx, {
        actor: member,
        action: 'user.created',
        subject: { type: 'user', id: user.id },
        details: { memberships: given.memberships },
      });
      return this.users.get(user.id, tx);
    });
  }

  /** @throws NotFound, Forbidden, EmailTaken, LastAdmin */
  async change(member: Member, id: string, given: Partial<SaveUser>): Promise<TeamUser> {
    if (given.memberships) await this.mustKnowWebsites(member, given.memberships);
    const passwordHash = given.password === undefined ? null : await hashPassword(given.password);
    return this.database.transaction(async (tx) => {
      const user = await tx.em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = user ? await this.users.get(id, tx) : null;
      if (!user || !before) throw new NotFound('user');
      mustSee(member, before);

      const { memberships, ...person } = onlyGiven(given);
      if (Object.keys(person).length > 0) mustBeAbove(member, before.memberships);
      if (memberships) await this.changeMemberships(tx, member, before, memberships);
      await this.changePerson(tx, user, person, passwordHash);
      await tx.em.flush();
      await anEverywhereAdminMustRemain(tx);
      await this.audit.record(tx, {
        actor: member,
        action: given.active === false ? 'user.deactivated' : 'user.updated',
        subject: { type: 'user', id },
        details: { fields: Object.keys(onlyGiven(given)), ...(memberships ? { from: before.memberships, to: memberships } : {}) },
      });
      return shownTo(member, await this.users.get(id, tx));
    });
  }

  private async changePerson(tx: Transaction, user: User, given: Omit<Partial<SaveUser>, 'memberships'>, passwordHash: string | null): Promise<void> {
    const now = this.clock.now();
    if (given.name !== undefined) user.rename(given.name, now);
    if (given.email !== undefined) await this.changeEmail(tx, user, given.email, now);
    if (passwordHash !== null) {
      user.setPassword(passwordHash, now);
      await this.credentials.endLogins(tx, user.id);
    }
    if (given.active === true) user.activate(now);
    if (given.active === false) {
      user.deactivate(now);
      await this.credentials.revokeAll(tx, user.id);
    }
  }

  private async changeEmail(tx: Transaction, user: User, email: string, now: Date): Promise<void> {
    const others = await tx.query(`select 1 from app_user where lower(email) = lower($1) and id <> $2`, [email.trim(), user.id]);
    if (others.length > 0) throw new EmailTaken();
    user.moveTo(email, now);
  }

  /** Only what differs must be one's own to give or take; what a foreign admin gave stays as it is. */
  private async changeMemberships(tx: Transaction, member: Member, before: TeamUser, wanted: readonly Membership[]): Promise<void> {
    const seen = shownTo(member, before).memberships;
    const hidden = before.memberships.filter((membership) => !seen.includes(membership));
    const after = [...hidden, ...wanted.filter((membership) => !hidden.some((other) => same(other, membership)))];
    mustBeGrantable(member, differing(before.memberships, after));
    await this.users.setMemberships(tx, before.id, after, this.clock.now());
    await this.credentials.reconnect(tx, before.id);
  }

  /** A foreign website and none at all are answered alike. */
  private async mustKnowWebsites(member: Member, memberships: readonly Membership[]): Promise<void> {
    for (const { websiteId } of memberships) {
      if (websiteId !== null && !(member.can('user.view', websiteId) && (await this.websites.exists(websiteId)))) throw new NotFound('website');
    }
  }
}

const same = (a: Membership, b: Membership): boolean => a.websiteId === b.websiteId && a.role === b.role;

function differing(before: readonly Membership[], after: readonly Membership[]): Membership[] {
  const lost = before.filter((old) => !after.some((membership) => same(old, membership)));
  return [...lost, ...after.filter((membership) => !before.some((old) => same(old, membership)))];
}

function visibleTo(member: Member): readonly string[] | null {
  const websites = member.websitesWith('user.view');
  return websites === 'all' ? null : websites;
}

/** Somebody who works on none of the websites one may see people of does not exist. */
function mustSee(member: Member, user: TeamUser): void {
  if (shownTo(member, user).memberships.length === 0 && !member.canEverywhere('user.view')) throw new NotFound('user');
}

/** On which other websites a colleague works is not for everybody to know. */
function shownTo(member: Member, user: TeamUser): TeamUser {
  return { ...user, memberships: user.memberships.filter(({ websiteId }) => websiteId === null || member.can('user.view', websiteId)) };
}
