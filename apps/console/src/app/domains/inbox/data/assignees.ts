import { inject, Injectable } from '@angular/core';
import type { PresenceState } from '#contracts';
import { BatonTeam } from '#sdk';

export interface AssignablePerson {
  readonly id: string;
  readonly name: string;
  readonly presence: PresenceState;
}
export interface AssignableTeam {
  readonly id: string;
  readonly name: string;
}
export interface Assignable {
  readonly people: readonly AssignablePerson[];
  readonly teams: readonly AssignableTeam[];
}

const MOST_ROWS = 200;
const PRESENCE_ORDER: readonly PresenceState[] = ['online', 'away', 'offline'];

/** Who can be given a handoff of a website: its active members, and the teams that serve it. */
@Injectable({ providedIn: 'root' })
export class Assignees {
  private readonly team = inject(BatonTeam);

  /** All active people one may see, by name. */
  async everybody(): Promise<readonly AssignablePerson[]> {
    const { items } = await this.team.users.list({ active: true, limit: MOST_ROWS });
    return items.map(({ id, name, presence }) => ({ id, name, presence })).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Those who are there come first. */
  async of(websiteId: string): Promise<Assignable> {
    const [users, teams] = await Promise.all([
      this.team.users.list({ websiteId, active: true, limit: MOST_ROWS }),
      this.team.teams.list({ limit: MOST_ROWS }),
    ]);
    return {
      people: users.items
        .filter(
          ({ active, memberships }) =>
            active && memberships.some((membership) => membership.websiteId === null || membership.websiteId === websiteId),
        )
        .map(({ id, name, presence }) => ({ id, name, presence }))
        .sort((a, b) => PRESENCE_ORDER.indexOf(a.presence) - PRESENCE_ORDER.indexOf(b.presence) || a.name.localeCompare(b.name)),
      teams: teams.items
        .filter((each) => each.websiteId === null || each.websiteId === websiteId)
        .map(({ id, name }) => ({ id, name }))
        .sort((a, b) => a.name.localeCompare(b.name)),
    };
  }
}
