import { Injectable } from '@nestjs/common';
import type { PresenceState } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';

/** Without a sign of life for this long, whoever kept somebody present is gone: a crashed process tells nobody. */
const STALE_AFTER_SECONDS = 60;

/** Somebody's presence changed; whom that concerns: the websites they work for, or every one. */
export interface PresenceChange {
  readonly userId: string;
  readonly state: PresenceState;
  readonly websites: 'all' | readonly string[];
}

/** Who of the team is there. Kept in the database, because rules ask and other processes too. */
@Injectable()
export class Presence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Online, unless they said before that they are away. */
  arrived(userId: string): Promise<PresenceChange | null> {
    return this.change(`presence = 'online', presence_at = $2 where id = $1 and presence = 'offline'`, [userId, this.clock.now()]);
  }

  choose(userId: string, state: 'online' | 'away'): Promise<PresenceChange | null> {
    return this.change(`presence = $3, presence_at = $2 where id = $1 and presence <> $3`, [userId, this.clock.now(), state]);
  }

  left(userId: string): Promise<PresenceChange | null> {
    return this.change(`presence = 'offline', presence_at = $2 where id = $1 and presence <> 'offline'`, [userId, this.clock.now()]);
  }

  /** To be called well within a minute, again and again, for everybody who is connected to this process. */
  async keepAlive(userIds: readonly string[]): Promise<void> {
    await this.database.query(`update app_user set presence_at = $2 where id = any ($1::uuid[]) and presence <> 'offline'`, [
      userIds,
      this.clock.now(),
    ]);
  }

  /** Sends off whom nobody has kept alive. */
  async sweep(): Promise<PresenceChange[]> {
    const now = this.clock.now();
    const staleSince = new Date(now.getTime() - STALE_AFTER_SECONDS * 1000);
    const gone = await this.database.query<{ id: string }>(
      `update app_user set presence = 'offline', presence_at = $1
        where id in (select id from app_user
                      where presence <> 'offline' and (presence_at is null or presence_at < $2) for update skip locked)
        returning id`,
      [now, staleSince],
    );
    return Promise.all(gone.map(({ id }) => this.changed(id, 'offline')));
  }

  private async change(update: string, params: readonly [string, ...unknown[]]): Promise<PresenceChange | null> {
    const [row] = await this.database.query<{ presence: PresenceState }>(`update app_user set ${update} returning presence`, params);
    return row ? this.changed(params[0], row.presence) : null;
  }

  private async changed(userId: string, state: PresenceState): Promise<PresenceChange> {
    const rows = await this.database.query<{ website_id: string | null }>(`select website_id from membership where user_id = $1`, [userId]);
    const websites = rows.map((row) => row.website_id);
    return { userId, state, websites: websites.includes(null) ? 'all' : websites.filter((id) => id !== null) };
  }
}
