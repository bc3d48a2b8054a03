import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { ChangeUser, CreatedLink, Membership, Page, Person, SaveUser, TeamUser } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { onlyGiven } from '../../platform/input/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { pageOf, readCursor } from '../../platform/paging/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Credentials, EmailTaken, hashPassword, PasswordLinks, User, Users } from '../auth/index.js';
import { Websites } from '../websites/index.js';
import { anEverywhereAdminMustRemain } from './last-admin.js';
import { differenceOf, same } from './membership-difference.js';
import { mustSee, PERSON_COLUMNS, seenBy, shownTo, visibleTo, type PersonRow } from './people-visible.js';
import { personLeftTheirHandoffs } from './person-events.js';
import { Roles } from './roles.js';
import type { UserQuery } from './user.dto.js';
import { OwnAccess, UserInactive } from './user.problems.js';

/** What people do with the accounts of other people; each sees those who work where they hold `user.view`. */
@Injectable()
export class UserAdmin {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly roles: Roles,
    private readonly websites: Websites,
    private readonly credentials: Credentials,
    private readonly links: PasswordLinks,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async list(member: Member, query: UserQuery): Promise<Page<Person>> {
    const after = readCursor(query.cursor, (part) => isUUID(part));
    const rows = await this.database.query<PersonRow>(
      `select ${PERSON_COLUMNS} from app_user u
        where ($2::uuid[] is null or exists (select 1 from membership m where m.user_id = u.id and (m.website_id is null or m.website_id = any ($2))))
          and ($3::boolean is null or u.active = $3)
          and ($4::uuid is null or exists (select 1 from membership m where m.user_id = u.id and (m.website_id is null or m.website_id = $4)))
          and ($5::uuid is null or u.id > $5)
        order by u.id limit $6`,
      [this.clock.now(), visibleTo(member), query.active ?? null, query.websiteId ?? null, after?.[0] ?? null, query.limit + 1],
    );
    const shown = (row: PersonRow): Person => shownTo(member, row);
    return pageOf(rows, query.limit, shown, (row) => [row.id]);
  }

  async get(member: Member, id: string): Promise<Person> {
    mustSee(member, await this.users.get(id));
    return this.person(member, id);
  }

  /** Without a password: they come in by a link. @throws NotFound, Forbidden, EmailTaken */
  async create(member: Member, given: SaveUser): Promise<Person> {
    await this.mustKnowWebsites(member, given.memberships);
    const passwordHash = given.password === undefined ? null : await hashPassword(given.password);
    return this.database.transaction(async (tx) => {
      await this.roles.mustExist(tx, given.memberships);
      await this.roles.mustBeGrantable(tx, member, given.memberships);
      const user = await this.users.create(tx, { ...given, passwordHash }, this.clock.now());
      if (given.active === false) await tx.query(`update app_user set active = false where id = $1`, [user.id]);
      await this.audit.record(tx, {
        actor: member,
        action: 'user.created',
        subject: { type: 'user', id: user.id },
        details: { memberships: given.memberships },
      });
      return this.person(member, user.id, tx);
    });
  }

  /** @throws NotFound, Forbidden, EmailTaken, LastAdmin, OwnAccess */
  async change(member: Member, id: string, given: ChangeUser): Promise<Person> {
    if (given.memberships) await this.mustKnowWebsites(member, given.memberships);
    const passwordHash = given.password === undefined ? null : await hashPassword(given.password);
    return this.database.transaction(async (tx) => {
      const { user, before } = await this.lock(tx, member, id);
      const { memberships, releaseHandoffs, ...person } = onlyGiven(given);
      if (Object.keys(person).length > 0) await this.roles.mustBeAbove(tx, member, before.memberships);
      if (memberships) await this.changeMemberships(tx, member, before, memberships);
      await this.changePerson(tx, user, person, passwordHash);
      await tx.em.flush();
      await anEverywhereAdminMustRemain(tx);
      if (member.userId === id) await this.mustStillEnter(tx, member);
      if (given.active === false && releaseHandoffs) await this.leaveHandoffs(tx, member, before);
      await this.audit.record(tx, {
        actor: member,
        action: given.active === false ? 'user.deactivated' : 'user.updated',
        subject: { type: 'user', id },
        details: { fields: Object.keys(onlyGiven(given)), ...(memberships ? { from: before.memberships, to: memberships } : {}) },
      });
      return this.person(member, id, tx);
    });
  }

  /** A link for somebody new to come in by, for somebody known to choose another password. @throws NotFound, Forbidden, UserInactive */
  async makeLink(member: Member, id: string): Promise<CreatedLink> {
    return this.database.transaction(async (tx) => {
      const { user, before } = await this.lock(tx, member, id);
      await this.roles.mustBeAbove(tx, member, before.memberships);
      if (!user.active) throw new UserInactive();
      const link = await this.links.make(tx, id, user.passwordHash ? 'reset' : 'invitation');
      await this.audit.record(tx, {
        actor: member,
        action: 'user.link_made',
        subject: { type: 'user', id },
        details: { purpose: link.purpose, expiresAt: link.expiresAt },
      });
      return link;
    });
  }

  /** @throws NotFound, Forbidden */
  async revokeLink(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { before } = await this.lock(tx, member, id);
      await this.roles.mustBeAbove(tx, member, before.memberships);
      if (!(await this.credentials.revokeLinks(tx, id))) throw new NotFound('link');
      await this.audit.record(tx, { actor: member, action: 'user.link_revoked', subject: { type: 'user', id } });
    });
  }

  private async lock(tx: Transaction, member: Member, id: string): Promise<{ user: User; before: TeamUser }> {
    const user = await tx.em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!user) throw new NotFound('user');
    const before = await this.users.get(id, tx);
    mustSee(member, before);
    return { user, before };
  }

  private async person(member: Member, id: string, tx?: Transaction): Promise<Person> {
    const [row] = await (tx ?? this.database).query<PersonRow>(`select ${PERSON_COLUMNS} from app_user u where u.id = $2`, [this.clock.now(), id]);
    if (!row) throw new NotFound('user');
    return shownTo(member, row);
  }

  private async changePerson(
    tx: Transaction,
    user: User,
    given: Omit<ChangeUser, 'memberships' | 'releaseHandoffs'>,
    passwordHash: string | null,
  ): Promise<void> {
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
    const seen = seenBy(member, before);
    const hidden = before.memberships.filter((membership) => !seen.includes(membership));
    const after = [...hidden, ...wanted.filter((membership) => !hidden.some((other) => same(other, membership)))];
    await this.roles.mustExist(tx, wanted);
    await this.roles.mustBeGrantable(tx, member, differenceOf(before.memberships, after));
    await this.users.setMemberships(tx, before.id, after, this.clock.now());
    await this.credentials.reconnect(tx, before.id);
  }

  private async leaveHandoffs(tx: Transaction, member: Member, { id, name }: TeamUser): Promise<void> {
    const by = { id: member.userId, name: member.name };
    await this.outbox.record(tx, personLeftTheirHandoffs({ websiteId: null }, { userId: id, name, by }));
  }

  /** After a change to oneself: still active, and still able to undo it. */
  private async mustStillEnter(tx: Transaction, member: Member): Promise<void> {
    const { active } = await this.users.get(member.userId, tx);
    const grants = await this.users.grants(member.userId, tx);
    if (!active || !grants.some(({ permissions }) => permissions.includes('user.edit'))) throw new OwnAccess();
  }

  /** A foreign one and none are answered alike. */
  private async mustKnowWebsites(member: Member, memberships: readonly Membership[]): Promise<void> {
    for (const { websiteId } of memberships) {
      if (websiteId !== null && !(member.can('user.view', websiteId) && (await this.websites.exists(websiteId)))) throw new NotFound('website');
    }
  }
}
