import { Injectable } from '@nestjs/common';
import type { Viewer } from '#contracts';
import { Broadcaster } from '../platform/realtime/index.js';
import type { PresenceChange } from '../modules/presence/index.js';
import { rooms } from './rooms.js';
import type { AgentNamespace, AgentSocket, VisitorNamespace, VisitorSocket } from './sockets.js';

/**
 * Tells sockets. The gateways hand in their namespaces when the server is up; before that, and in a process that serves
 * no sockets, there is nobody to tell.
 */
@Injectable()
export class SocketBroadcaster extends Broadcaster {
  private visitors: VisitorNamespace | null = null;
  private agents: AgentNamespace | null = null;

  serveVisitors(namespace: VisitorNamespace): void {
    this.visitors = namespace;
  }

  serveAgents(namespace: AgentNamespace): void {
    this.agents = namespace;
  }

  override toVisitor: Broadcaster['toVisitor'] = (sessionId, event, body) => {
    this.visitors?.to(rooms.visitor(sessionId)).emit(event, ...([body] as never));
  };

  override toSessionTeam: Broadcaster['toSessionTeam'] = (sessionId, event, body) => {
    this.agents?.to(rooms.team(sessionId)).emit(event, ...([body] as never));
  };

  override toInbox: Broadcaster['toInbox'] = (websiteId, event, body) => {
    this.agents?.to([rooms.inbox(websiteId), rooms.everyInbox]).emit(event, ...([body] as never));
  };

  override toUser: Broadcaster['toUser'] = (userId, event, body) => {
    this.agents?.to(rooms.user(userId)).emit(event, ...([body] as never));
  };

  // Certain as long as every client of the installation is connected to this process.
  override mayReachVisitor(sessionId: string): boolean {
    return this.visitors?.adapter.rooms.has(rooms.visitor(sessionId)) ?? false;
  }

  override mayReachSessionTeam(sessionId: string): boolean {
    return this.agents?.adapter.rooms.has(rooms.team(sessionId)) ?? false;
  }

  /** Those of this process, as they are now. */
  visitorSockets(): readonly VisitorSocket[] {
    return [...(this.visitors?.sockets.values() ?? [])];
  }

  /** Those of this process, as they are now. */
  agentSockets(): readonly AgentSocket[] {
    return [...(this.agents?.sockets.values() ?? [])];
  }

  /** Teams of other websites learn nothing of each other's people. */
  presenceChanged({ userId, state, websites }: PresenceChange): void {
    const audience = websites === 'all' ? this.agents : this.agents?.to([...websites.map(rooms.inbox), rooms.everyInbox]);
    audience?.emit('presence.updated', { userId, state });
  }

  async isPresent(userId: string): Promise<boolean> {
    const sockets = await this.agents?.in(rooms.present(userId)).fetchSockets();
    return sockets !== undefined && sockets.length > 0;
  }

  /** The members who have this session open, each once, in the order they came. */
  async viewersOf(sessionId: string): Promise<readonly Viewer[]> {
    const sockets = (await this.agents?.in(rooms.team(sessionId)).fetchSockets()) ?? [];
    const members = new Map(sockets.map(({ data: { member } }) => [member.userId, member.name]));
    return [...members].map(([userId, name]) => ({ userId, name }));
  }

  override async visitorOnline(sessionId: string): Promise<boolean> {
    const sockets = await this.visitors?.in(rooms.visitor(sessionId)).fetchSockets();
    return sockets !== undefined && sockets.length > 0;
  }

  override disconnectUser(userId: string): void {
    this.agents?.in(rooms.user(userId)).disconnectSockets(true);
  }

  override disconnectApiKey(apiKeyId: string): void {
    this.agents?.in(rooms.apiKey(apiKeyId)).disconnectSockets(true);
  }

  override disconnectVisitorToken(sessionId: string): void {
    this.visitors?.in(rooms.visitor(sessionId)).disconnectSockets(true);
  }
}
