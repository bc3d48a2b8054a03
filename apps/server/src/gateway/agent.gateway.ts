import { UseFilters } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { InboxCounts, TeamMessage, TeamSession, Viewer } from '#contracts';
import { AnyMember, CurrentMember, Member, Needs } from '../platform/access/index.js';
import { TeamActs } from '../modules/conversations/index.js';
import { HandoffQueries } from '../modules/handoffs/index.js';
import { AckFilter } from './ack.filter.js';
import {
  InboxWatchDto,
  PresenceDto,
  SendTeamMessageDto,
  SessionReadDto,
  SessionTypingDto,
  UnwatchSessionDto,
  WatchSessionDto,
} from './agent-events.dto.js';
import { AgentHandshake } from './agent.handshake.js';
import { AgentPresence } from './agent-presence.js';
import { AgentSigns } from './agent-signs.js';
import { InboxRooms } from './inbox-rooms.js';
import { InOrder } from './in-order.js';
import { admit } from './refusals.js';
import { rooms } from './rooms.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import type { AgentNamespace, AgentSocket } from './sockets.js';
import { Viewers } from './viewers.js';

/** The team's socket: inbox, conversations, presence. */
@UseFilters(AckFilter)
@WebSocketGateway({ namespace: '/agent' })
export class AgentGateway implements OnGatewayInit<AgentNamespace> {
  private readonly inOrder = new InOrder();

  constructor(
    private readonly handshake: AgentHandshake,
    private readonly broadcaster: SocketBroadcaster,
    private readonly presence: AgentPresence,
    private readonly inbox: InboxRooms,
    private readonly viewers: Viewers,
    private readonly signs: AgentSigns,
    private readonly handoffs: HandoffQueries,
    private readonly acts: TeamActs,
  ) {}

  afterInit(namespace: AgentNamespace): void {
    this.broadcaster.serveAgents(namespace);
    namespace.use(admit(async (socket) => void (socket.data.member = await this.handshake.identify(socket))));
    namespace.on('connection', (socket) => this.arrived(socket));
  }

  private arrived(socket: AgentSocket): void {
    const { userId, via } = socket.data.member;
    void socket.join(via ? [rooms.user(userId), rooms.apiKey(via.apiKeyId)] : rooms.user(userId));
    socket.on('disconnecting', () => this.viewers.leaving(socket));
    socket.on('disconnect', () => this.left(socket));
    this.presence.arrived(socket);
  }

  private left(socket: AgentSocket): void {
    this.signs.left(socket.id);
    this.presence.left(socket);
  }

  /** From now on tells of the handoffs of these websites, instead of those asked for before; without any, of all the member may see. */
  @Needs('handoff.view')
  @SubscribeMessage('inbox.watch')
  async watchInbox(
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody() body: InboxWatchDto,
  ): Promise<{ counts: InboxCounts }> {
    await this.inbox.watch(socket, member, body.websiteIds);
    return { counts: await this.handoffs.counts(member, body.websiteIds) };
  }

  /** Joins before it reads, so that nothing said in between is missed. Also how a client asks for what follows a seq. */
  @Needs('session.view')
  @SubscribeMessage('session.watch')
  async watch(
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody() { sessionId, afterSeq }: WatchSessionDto,
  ): Promise<{ session: TeamSession; messages: readonly TeamMessage[]; viewers: readonly Viewer[] }> {
    await this.acts.session(member, sessionId);
    const viewers = await this.viewers.join(socket, sessionId);
    const messages = await this.acts.messages(member, sessionId, { afterSeq });
    return { session: await this.acts.session(member, sessionId), messages, viewers };
  }

  @Needs('session.view')
  @SubscribeMessage('session.unwatch')
  async unwatch(@ConnectedSocket() socket: AgentSocket, @MessageBody() { sessionId }: UnwatchSessionDto): Promise<object> {
    this.signs.stopTyping(socket, sessionId);
    await this.viewers.leave(socket, sessionId);
    return {};
  }

  /** Of one socket and session, a message is stored before the next is looked at. */
  @Needs('session.reply')
  @SubscribeMessage('message.send')
  async send(
    @CurrentMember() member: Member,
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody() { sessionId, ...message }: SendTeamMessageDto,
  ): Promise<{ message: TeamMessage }> {
    this.signs.stopTyping(socket, sessionId);
    return { message: await this.inOrder.run(`${socket.id}:${sessionId}`, () => this.acts.reply(member, sessionId, message)) };
  }

  @Needs('session.reply')
  @SubscribeMessage('typing')
  async typing(@CurrentMember() member: Member, @ConnectedSocket() socket: AgentSocket, @MessageBody() body: SessionTypingDto): Promise<object> {
    if (body.on) await this.signs.typing(socket, member, body.sessionId);
    else this.signs.stopTyping(socket, body.sessionId);
    return {};
  }

  @Needs('session.view')
  @SubscribeMessage('read')
  async read(@CurrentMember() member: Member, @MessageBody() body: SessionReadDto): Promise<object> {
    await this.acts.read(member, body.sessionId, body.seq);
    return {};
  }

  @AnyMember()
  @SubscribeMessage('presence.set')
  async setPresence(@ConnectedSocket() socket: AgentSocket, @MessageBody() body: PresenceDto): Promise<object> {
    await this.presence.choose(socket, body.state);
    return {};
  }
}
