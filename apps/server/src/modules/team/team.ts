import { Injectable } from '@nestjs/common';
import type { PresenceState, TeamUser } from '#contracts';
import { Database } from '../../platform/database/index.js';
import { Users } from '../auth/index.js';

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly presence: PresenceState;
}

/** Active people who may reply on website $1, wherever their membership comes from. */
const AGENTS_OF_WEBSITE = `
  select u.id, u.name, u.presence from app_user u
   where u.active and exists (select 1 from agent_membership m where m.user_id = u.id and (m.website_id is null or m.website_id = $1))`;

/** What the other modules ask about the people of the team. */
@Injectable()
export class Team {
  constructor(
    private readonly database: Database,
    private readonly users: Users,
  ) {}

  /** @throws NotFound */
  user(id: string): Promise<TeamUser> {
    return this.users.get(id);
  }

  agents(websiteId: string): Promise<readonly Agent[]> {
    return this.database.query<Agent>(`${AGENTS_OF_WEBSITE} order by u.name, u.id`, [websiteId]);
  }

  async agentsOnline(websiteId: string): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(`select count(*)::int as n from (${AGENTS_OF_WEBSITE} and u.presence = 'online') online`, [
      websiteId,
    ]);
    return row!.n;
  }
}
