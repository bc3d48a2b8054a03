import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { VisitorCaller } from '../platform/access/index.js';
import { Sessions } from '../modules/sessions/index.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import { TypingLamps } from './typing-lamps.js';

/** A page that is only being reloaded must not look like a visitor who left. */
const GONE_AFTER_MS = 3_000;

/** What the team sees of a visitor besides messages and read marks: here or gone, typing. */
@Injectable()
export class VisitorSigns implements BeforeApplicationShutdown {
  private readonly logger = new Logger(VisitorSigns.name);
  private readonly lamps = new TypingLamps();
  private readonly leaving = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(
    private readonly broadcaster: SocketBroadcaster,
    private readonly sessions: Sessions,
  ) {}

  beforeApplicationShutdown(): void {
    this.stopped = true;
    for (const timer of this.leaving) clearTimeout(timer);
  }

  arrived(visitor: VisitorCaller): void {
    this.tellTeam(visitor.sessionId);
  }

  left(socketId: string, visitor: VisitorCaller): void {
    this.lamps.putOutAll(socketId);
    if (this.stopped) return;
    const timer = setTimeout(() => {
      this.leaving.delete(timer);
      this.tellTeam(visitor.sessionId);
    }, GONE_AFTER_MS).unref();
    this.leaving.add(timer);
  }

  typing(socketId: string, { sessionId }: VisitorCaller): void {
    this.lamps.light(socketId, sessionId, (on) => this.broadcaster.toSessionTeam(sessionId, 'typing', { sessionId, author: 'visitor', on }));
  }

  stopTyping(socketId: string, visitor: VisitorCaller): void {
    this.lamps.putOut(socketId, visitor.sessionId);
  }

  private tellTeam(sessionId: string): void {
    const tell = async (): Promise<void> => {
      // Most sessions are watched by nobody; their news need not be read.
      if ((await this.broadcaster.viewersOf(sessionId)).length === 0) return;
      this.broadcaster.toSessionTeam(sessionId, 'session.updated', { session: await this.sessions.teamView(sessionId) });
    };
    tell().catch((error: unknown) => this.logger.warn(error));
  }
}
