import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../platform/problems/index.js';
import { AgentHandshake } from './agent.handshake.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import { VisitorHandshake } from './visitor.handshake.js';

const EVERY_MS = 10_000;

/**
 * Who revokes a right also cuts the sockets that rest on it, at once. This looks again, for what nobody announces: a
 * login that has run out, an origin taken off a website, a role changed by another process.
 */
@Injectable()
export class CheckCredentialsAgain implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CheckCredentialsAgain.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly broadcaster: SocketBroadcaster,
    private readonly visitors: VisitorHandshake,
    private readonly agents: AgentHandshake,
  ) {}

  onApplicationBootstrap(): void {
    this.again();
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  async checkAll(): Promise<void> {
    for (const socket of this.broadcaster.visitorSockets()) {
      await this.keepOrCut(socket, async () => isDeepStrictEqual(await this.visitors.identify(socket), socket.data.visitor));
    }
    for (const socket of this.broadcaster.agentSockets()) {
      await this.keepOrCut(socket, async () => isDeepStrictEqual(await this.agents.identify(socket), socket.data.member));
    }
  }

  /** Who may do other things than before connects anew, and so lands in the rooms of today. */
  private async keepOrCut(socket: { disconnect(close: boolean): unknown }, isAsBefore: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await isAsBefore())) socket.disconnect(true);
    } catch (error) {
      // A database that does not answer says nothing about anybody's rights.
      if (error instanceof Problem) socket.disconnect(true);
      else this.logger.warn(error);
    }
  }

  private again(): void {
    this.timer = setTimeout(() => {
      this.checkAll()
        .catch((error: unknown) => this.logger.warn(error))
        .finally(() => this.stopped || this.again());
    }, EVERY_MS).unref();
  }
}
