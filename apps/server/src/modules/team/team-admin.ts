import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Page, SaveTeam, Team } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { onlyGiven } from '../../platform/input/index.js';
import { pageOf, readCursor, type PageQuery } from '../../platform/paging/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Websites } from '../websites/index.js';

interface TeamRow {
  id: string;
  name: string;
  website_id: string | null;
  member_ids: string[];
}

const TEAMS = `
  select t.id, t.name, t.website_id, array(select user_id from team_member where team_id = t.id order by user_id) as member_ids
    from team t left join website w on w.id = t.website_id
   where w.deleted_at is null`;

/** Teams: groups that handoffs are given to. One of no website works on all of them. */
@Injectable()
export class TeamAdmin {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly websites: Websites,
    private readonly audit: Audit,
  ) {}

  async list(member: Member, query: PageQuery): Promise<Page<Team>> {
    const after = readCursor(query.cursor, (part) => isUUID(part));
    const visible = member.websitesWith('user.view');
    const rows = await this.database.query<TeamRow>(
      `${TEAMS} and ($1::uuid[] is null or t.website_id is null or t.website_id = any ($1)) and ($2::uuid is null or t.id > $2) order by t.id limit $3`,
      [visible === 'all' ? null : visible, after?.[0] ?? null, query.limit + 1],
    );
    return pageOf(rows, query.limit, toTeam, (row) => [row.id]);
  }

  async get(member: Member, id: string): Promise<Team> {
    return this.find(member, id, this.database);
  }

  async create(member: Member, given: SaveTeam): Promise<Team> {
    const websiteId = given.websiteId ?? null;
    mustManage(member, websiteId);
    if (websiteId !== null && !(await this.websites.exists(websiteId))) throw new NotFound('website');
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const id = newId(now.getTime());
      await tx.query(`insert into team (id, website_id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)`, [
        id,
        websiteId,
        given.name.trim(),
        now,
      ]);
      await this.setMembers(tx, id, websiteId, given.memberIds);
      await this.audit.record(tx, { actor: member, action: 'team.created', subject: { type: 'team', id }, websiteId });
      return this.find(member, id, tx);
    });
  }

  /** The website of a team is for good: its handoffs belong there. */
  async change(member: Member, id: string, given: { readonly name?: string; readonly memberIds?: readonly string[] }): Promise<Team> {
    return this.database.transaction(async (tx) => {
      const { websiteId } = await this.find(member, id, tx);
      mustManage(member, websiteId);
      await tx.query(`update team set name = coalesce($2, name), updated_at = $3 where id = $1`, [id, given.name?.trim() ?? null, this.clock.now()]);
      if (given.memberIds) await this.setMembers(tx, id, websiteId, given.memberIds);
      await this.audit.record(tx, {
        actor: member,
        action: 'team.updated',
        subject: { type: 'team', id },
        websiteId,
        details: { fields: Object.keys(onlyGiven(given)) },
      });
      return this.find(member, id, tx);
    });
  }

  async remove(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { websiteId, name } = await this.find(member, id, tx);
      mustManage(member, websiteId);
      await tx.query(`delete from team where id = $1`, [id]);
      await this.audit.record(tx, { actor: member, action: 'team.deleted', subject: { type: 'team', id }, websiteId, details: { name } });
    });
  }

  private async find(member: Member, id: string, where: Pick<Database, 'query'>): Promise<Team> {
    const [row] = await where.query<TeamRow>(`${TEAMS} and t.id = $1`, [id]);
    if (!row || (row.website_id !== null && !member.can('user.view', row.website_id))) throw new NotFound('team');
    return toTeam(row);
  }

  /** @throws InvalidInput for somebody who does not work there */
  private async setMembers(tx: Transaction, teamId: string, websiteId: string | null, userIds: readonly string[]): Promise<void> {
    const fitting = await tx.query<{ id: string }>(
      `select u.id from app_user u
        where u.id = any ($1::uuid[]) and u.active
          and exists (select 1 from membership m where m.user_id = u.id and ($2::uuid is null or m.website_id is null or m.website_id = $2))`,
      [userIds, websiteId],
    );
    const known = new Set(fitting.map((user) => user.id));
    const errors = userIds.flatMap((id, i) => (known.has(id.toLowerCase()) ? [] : [{ path: `memberIds.${i}`, message: 'is nobody who works here' }]));
    if (errors.length > 0) throw new InvalidInput(errors);
    await tx.query(`delete from team_member where team_id = $1`, [teamId]);
    await tx.query(`insert into team_member (team_id, user_id) select $1, unnest($2::uuid[])`, [teamId, [...known]]);
  }
}

function mustManage(member: Member, websiteId: string | null): void {
  if (websiteId === null) member.mustEverywhere('user.edit');
  else if (!member.can('user.view', websiteId)) throw new NotFound('website');
  else if (!member.can('user.edit', websiteId)) throw new Forbidden();
}

function toTeam(row: TeamRow): Team {
  return { id: row.id, name: row.name, websiteId: row.website_id, memberIds: row.member_ids };
}
