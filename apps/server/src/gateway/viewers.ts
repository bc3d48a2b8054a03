import { Injectable, Logger } from '@nestjs/common';
import type { Viewer } from '#contracts';
import { rooms, sessionOfTeamRoom } from './rooms.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import type { AgentSocket } from './sockets.js';

/** Who has a session open, told to everybody who has. */
@Injectable()
export class Viewers {
  private readonly logger = new Logger(Viewers.name);

  constructor(private readonly broadcaster: SocketBroadcaster) {}

  /** @returns everybody who looks at it now, the socket's own member included */
  async join(socket: AgentSocket, sessionId: string): Promise<readonly Viewer[]> {
    const room = rooms.team(sessionId);
    const joined = !socket.rooms.has(room);
    if (joined) await socket.join(room);
    const viewers = await this.broadcaster.viewersOf(sessionId);
    if (joined) this.tell(sessionId, viewers);
    return viewers;
  }

  async leave(socket: AgentSocket, sessionId: string): Promise<void> {
    const room = rooms.team(sessionId);
    if (!socket.rooms.has(room)) return;
    await socket.leave(room);
    this.tell(sessionId, await this.broadcaster.viewersOf(sessionId));
  }

  /** The socket is going: its rooms are still known, and it is still in them. */
  leaving(socket: AgentSocket): void {
    for (const sessionId of [...socket.rooms].map(sessionOfTeamRoom).filter((id) => id !== null)) {
      this.leave(socket, sessionId).catch((error: unknown) => this.logger.warn(error));
    }
  }

  private tell(sessionId: string, viewers: readonly Viewer[]): void {
    this.broadcaster.toSessionTeam(sessionId, 'viewers', { sessionId, viewers });
  }
}
