import { UseFilters } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway, type OnGatewayInit } from '@nestjs/websockets';
import type { Message, RequestedHandoff, VisitorSession, VisitorSummary } from '#contracts';
import { CurrentVisitor, VisitorOnly, type VisitorCaller } from '../platform/access/index.js';
import { RequestHandoffDto, SendMessageDto, SubmitContactDto, SubmitRatingDto, VisitorActs, VisitorTurn } from '../modules/conversations/index.js';
import { AckFilter } from './ack.filter.js';
import { InOrder } from './in-order.js';
import { admit } from './refusals.js';
import { rooms } from './rooms.js';
import { SocketBroadcaster } from './socket-broadcaster.js';
import type { VisitorNamespace, VisitorSocket } from './sockets.js';
import { VisitorHandshake } from './visitor.handshake.js';
import { VisitorSigns } from './visitor-signs.js';
import { AnswerOfferDto, NothingDto, ReadDto, SyncDto, TypingDto } from './visitor-events.dto.js';

/** The widget's socket. A socket is one session's: no event names another. */
@VisitorOnly()
@UseFilters(AckFilter)
@WebSocketGateway({ namespace: '/visitor' })
export class VisitorGateway implements OnGatewayInit<VisitorNamespace> {
  private readonly inOrder = new InOrder();

  constructor(
    private readonly handshake: VisitorHandshake,
    private readonly broadcaster: SocketBroadcaster,
    private readonly turn: VisitorTurn,
    private readonly acts: VisitorActs,
    private readonly signs: VisitorSigns,
  ) {}

  afterInit(namespace: VisitorNamespace): void {
    this.broadcaster.serveVisitors(namespace);
    namespace.use(admit(async (socket) => void (socket.data.visitor = await this.handshake.identify(socket))));
    namespace.on('connection', (socket) => this.arrived(socket));
  }

  private arrived(socket: VisitorSocket): void {
    const { id, data } = socket;
    void socket.join(rooms.visitor(data.visitor.sessionId));
    socket.on('disconnect', () => this.signs.left(id, data.visitor));
    this.signs.arrived(data.visitor);
  }

  /** Of one page, a message is stored before the next is looked at. */
  @SubscribeMessage('message.send')
  async send(
    @CurrentVisitor() visitor: VisitorCaller,
    @ConnectedSocket() socket: VisitorSocket,
    @MessageBody() body: SendMessageDto,
  ): Promise<{ message: Message }> {
    this.signs.stopTyping(socket.id, visitor);
    return { message: await this.inOrder.run(socket.id, () => this.turn.receive(visitor, body)) };
  }

  @SubscribeMessage('handoff.request')
  async requestPerson(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() body: RequestHandoffDto): Promise<{ handoff: RequestedHandoff }> {
    return { handoff: await this.acts.requestPerson(visitor, body) };
  }

  /** Yes or no to the person that was offered; yes opens the handoff. */
  @SubscribeMessage('offer.answer')
  async answerOffer(
    @CurrentVisitor() visitor: VisitorCaller,
    @MessageBody() { offerId, accept }: AnswerOfferDto,
  ): Promise<{ session: VisitorSession }> {
    return { session: await this.acts.answerOffer(visitor, offerId, accept) };
  }

  @SubscribeMessage('session.sync')
  sync(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() body: SyncDto): Promise<{ session: VisitorSession; messages: readonly Message[] }> {
    return this.acts.sync(visitor, body.afterSeq);
  }

  @SubscribeMessage('contact.submit')
  async submitContact(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() body: SubmitContactDto): Promise<{ visitor: VisitorSummary }> {
    return { visitor: await this.acts.submitContact(visitor, body) };
  }

  @SubscribeMessage('typing')
  typing(@CurrentVisitor() visitor: VisitorCaller, @ConnectedSocket() socket: VisitorSocket, @MessageBody() body: TypingDto): object {
    if (body.on) this.signs.typing(socket.id, visitor);
    else this.signs.stopTyping(socket.id, visitor);
    return {};
  }

  @SubscribeMessage('read')
  async read(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() body: ReadDto): Promise<object> {
    await this.acts.read(visitor, body.seq);
    return {};
  }

  @SubscribeMessage('rating.submit')
  async rate(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() body: SubmitRatingDto): Promise<object> {
    await this.acts.rate(visitor, body);
    return {};
  }

  @SubscribeMessage('session.end')
  async end(@CurrentVisitor() visitor: VisitorCaller, @MessageBody() _body: NothingDto): Promise<{ session: VisitorSession }> {
    return { session: await this.acts.end(visitor) };
  }
}
