import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { AssigneeUnfit } from './handoff.problems.js';

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Who may be given a handoff. */
@Injectable()
export class Assignees {
  /** @throws AssigneeUnfit unless active and somebody who may reply on the website */
  async agent(tx: Transaction, userId: string, websiteId: string): Promise<Person> {
    const [person] = await tx.query<Person>(
      `select u.id, u.name from app_user u
       where u.id = $1 and u.active
         and exists (select from agent_membership m where m.user_id = u.id and (m.website_id is null or m.website_id = $2))`,
      [userId, websiteId],
    );
    if (!person) throw new AssigneeUnfit('userId');
    return person;
  }

  /** @throws AssigneeUnfit unless it serves the website */
  async team(tx: Transaction, teamId: string, websiteId: string): Promise<string> {
    const [team] = await tx.query<{ id: string }>(`select id from team where id = $1 and (website_id is null or website_id = $2)`, [
      teamId,
      websiteId,
    ]);
    if (!team) throw new AssigneeUnfit('teamId');
    return team.id;
  }

  async named(tx: Transaction, userId: string | null): Promise<Person | null> {
    if (!userId) return null;
    const [person] = await tx.query<Person>(`select id, name from app_user where id = $1`, [userId]);
    return person ?? null;
  }
}
