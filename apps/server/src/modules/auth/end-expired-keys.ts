import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../platform/jobs/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

/** A key that has run out is refused by itself; the connections it opened before have to be cut. */
@Injectable()
@Sweeps({ name: 'expired-api-keys', everySeconds: 1 })
export class EndExpiredKeys implements Sweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly broadcaster: Broadcaster,
  ) {}

  async sweep(): Promise<void> {
    const ended = await this.database.query<{ id: string }>(
      `update api_key set revoked_at = expires_at
        where id in (select id from api_key where revoked_at is null and expires_at <= $1 for update skip locked) returning id`,
      [this.clock.now()],
    );
    for (const { id } of ended) this.broadcaster.disconnectApiKey(id);
  }
}
