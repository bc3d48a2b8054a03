import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Presence, type PresenceChange } from '../modules/presence/index.js';
import { rooms } from './rooms.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import type { AgentSocket } from './sockets.js';

const KEEP_ALIVE_EVERY_MS = 20_000;

/**
 * Presence follows the sockets of people: online with the first, offline some seconds after the last. A program with an
 * API key does not make its owner present, unless it says so with `presence.set`.
 */
@Injectable()
export class AgentPresence implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** A reload or a short loss of the network does not send anybody home. */
  goneAfterMs = 5_000;
  private readonly logger = new Logger(AgentPresence.name);
  /** How many present sockets each user has on this process. */
  private readonly here = new Map<string, number>();
  private readonly counted = new WeakSet<AgentSocket>();
  private readonly leaving = new Set<NodeJS.Timeout>();
  private stopped = false;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly presence: Presence,
    private readonly broadcaster: SocketBroadcaster,
  ) {}

  onApplicationBootstrap(): void {
    this.heartbeat = setInterval(() => {
      if (this.here.size > 0) this.inBackground(this.presence.keepAlive([...this.here.keys()]).then(() => null));
    }, KEEP_ALIVE_EVERY_MS).unref();
  }

  /** Whoever was connected here comes back to another process, or is swept. */
  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.heartbeat);
    for (const timer of this.leaving) clearTimeout(timer);
  }

  arrived(socket: AgentSocket): void {
    if (socket.data.member.via) return;
    this.enter(socket);
    this.inBackground(this.presence.arrived(socket.data.member.userId));
  }

  async choose(socket: AgentSocket, state: 'online' | 'away'): Promise<void> {
    this.enter(socket);
    this.tell(await this.presence.choose(socket.data.member.userId, state));
  }

  left(socket: AgentSocket): void {
    const { userId } = socket.data.member;
    if (!this.counted.delete(socket)) return;
    const sockets = (this.here.get(userId) ?? 1) - 1;
    if (sockets > 0) return void this.here.set(userId, sockets);
    this.here.delete(userId);
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.leaving.delete(timer);
      this.inBackground(this.goneForGood(userId));
    }, this.goneAfterMs).unref();
    this.leaving.add(timer);
  }

  private enter(socket: AgentSocket): void {
    if (this.counted.has(socket)) return;
    const { userId } = socket.data.member;
    this.counted.add(socket);
    this.here.set(userId, (this.here.get(userId) ?? 0) + 1);
    void socket.join(rooms.present(userId));
  }

  /** They may have come back meanwhile, here or on another process. */
  private async goneForGood(userId: string): Promise<PresenceChange | null> {
    return (await this.broadcaster.isPresent(userId)) ? null : this.presence.left(userId);
  }

  private tell(change: PresenceChange | null): void {
    if (change) this.broadcaster.presenceChanged(change);
  }

  private inBackground(work: Promise<PresenceChange | null>): void {
    work.then(
      (change) => this.tell(change),
      (error: unknown) => this.logger.warn(error),
    );
  }
}
