import { Injectable } from '@nestjs/common';
import { Sweeps, type Sweep } from '../platform/jobs/index.js';
import { Presence } from '../modules/presence/index.js';
import { SocketBroadcaster } from './socket-broadcaster.js';

/** After a crash nobody has said that its people are gone. */
@Injectable()
@Sweeps({ name: 'stale-presence', everySeconds: 15 })
export class SendOffTheVanished implements Sweep {
  constructor(
    private readonly presence: Presence,
    private readonly broadcaster: SocketBroadcaster,
  ) {}

  async sweep(): Promise<void> {
    for (const change of await this.presence.sweep()) this.broadcaster.presenceChanged(change);
  }
}
