import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { AssigneeUnfit } from './handoff.problems.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who may be given a handoff. */
@Injectable()
export class Assignees {
  constructor(private readonly database: Database) {}

  /** @throws AssigneeUnfit unless active and a member of the website */
  async agent(userId: string, websiteId: string): Promise<Person> {
    const [person] = await this.database.query<Person>(
      `select u.id, u.name from app_user u
       where u.id = $1 and u.active
         and exists (select from membership m where m.user_id = u.id and (m.website_id is null or m.website_id = $2))`,
      [userId, websiteId],
    );
    if (!person) throw new AssigneeUnfit('userId');
    return person;
  }

  /** @throws AssigneeUnfit unless it serves the website */
  async team(teamId: string, websiteId: string): Promise<string> {
    const [team] = await this.database.query<{ id: string }>(
      `select id from team where id = $1 and (website_id is null or website_id = $2)`,
      [teamId, websiteId],
    );
    if (!team) throw new AssigneeUnfit('teamId');
    return team.id;
  }

  async named(userId: string | null): Promise<Person | null> {
    if (!userId) return null;
    const [person] = await this.database.query<Person>(`select id, name from app_user where id = $1`, [userId]);
    return person ?? null;
  }
}
