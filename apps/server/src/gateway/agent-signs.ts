import { Injectable } from '@nestjs/common';
import type { Member } from '../platform/access/index.js';
import { NotFound } from '../platform/problems/index.js';
import { Sessions } from '../modules/sessions/index.js';
import { rooms } from './rooms.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import type { AgentSocket } from './sockets.js';
import { TypingLamps } from './typing-lamps.js';

/** What the visitor and the other agents see of an agent besides messages and read marks. */
@Injectable()
export class AgentSigns {
  private readonly lamps = new TypingLamps();

  constructor(
    private readonly broadcaster: SocketBroadcaster,
    private readonly sessions: Sessions,
  ) {}

  /** The visitor is told of the agent who speaks with them, not of a colleague who only tries out a sentence. */
  async typing(socket: AgentSocket, member: Member, sessionId: string): Promise<void> {
    const session = await this.sessions.find(sessionId);
    if (!session || !member.can('session.reply', session.websiteId)) throw new NotFound('session');
    const speaks = session.ownerUserId === member.userId;
    this.lamps.light(socket.id, sessionId, (on) => {
      socket.to(rooms.team(sessionId)).emit('typing', { sessionId, author: 'agent', on, name: member.name });
      if (speaks) this.broadcaster.toVisitor(sessionId, 'typing', { author: 'agent', on, name: member.name });
    });
  }

  stopTyping(socket: AgentSocket, sessionId: string): void {
    this.lamps.putOut(socket.id, sessionId);
  }

  left(socketId: string): void {
    this.lamps.putOutAll(socketId);
  }
}
