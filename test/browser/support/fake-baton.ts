import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SocketServer, type Socket } from 'socket.io';
import type { Message, StartSession, StartedSession, WidgetWebsite } from '#contracts';
import { FakeConversation } from './fake-conversation.js';

export const WEBSITE_KEY = 'wk_northwind';

type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/**
 * Speaks the visitor's side of the wire, REST and socket, from memory; a test plays the team by calling its verbs.
 * It keeps the laws a client can notice: dense seq, one message per clientId, closed sessions refuse.
 */
export class FakeBaton {
  readonly conversations: FakeConversation[] = [];
  /** How the AI answers; null keeps it silent. */
  answer: (text: string) => { text: string; sources?: Message['sources'] } | null = () => null;
  website: WidgetWebsite = {
    name: 'Northwind Outdoors',
    theme: { accent: '#0b6e5f', position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
    locale: 'en',
    texts: {},
    mode: 'always',
    open: true,
    opensAt: null,
  };
  /** How often somebody asked what the chat looks like. */
  looks = 0;
  /** Calls that found nobody while the line was cut. */
  turnedAway = 0;
  /** Every body of a session start, in order. */
  readonly starts: StartSession[] = [];
  readonly reads: number[] = [];
  readonly contacts: unknown[] = [];
  readonly ratings: unknown[] = [];
  /** What was said with every wish for a person. */
  readonly wishes: unknown[] = [];
  private readonly tokens = new Map<string, FakeConversation>();
  private readonly http: HttpServer;
  private readonly sockets: SocketServer;
  private cutOff = false;
  /** Every session start and look is refused with this. */
  refusal: { status: number; code: string } | null = null;
  /** A message that nobody may send. */
  refusedText: string | null = null;
  /** Which identities prove something. */
  accepts: (identity: StartSession['identity']) => boolean = () => true;
  /** Acknowledgements are lost, as when a connection breaks after the commit. */
  losesAcks = false;

  private constructor(private readonly extra: Handler) {
    this.http = createServer((request, response) => void this.route(request, response));
    this.sockets = new SocketServer(this.http, { cors: { origin: true }, allowRequest: (_request, decide) => decide(null, !this.cutOff) });
    const visitors = this.sockets.of('/visitor');
    visitors.use((socket, next) => {
      const conversation = this.tokens.get(String(socket.handshake.auth['token']));
      if (!conversation) return next(new Error('token.invalid'));
      socket.data['conversation'] = conversation;
      next();
    });
    visitors.on('connection', (socket) => this.welcome(socket));
  }

  /** @param extra answers other requests, e.g. for pages; true when it did */
  static async start(extra: Handler = () => false): Promise<FakeBaton> {
    const fake = new FakeBaton(extra);
    await new Promise<void>((resolve) => fake.http.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }
  /** The newest conversation. */
  get conversation(): FakeConversation {
    const newest = this.conversations.at(-1);
    if (!newest) throw new Error('Nobody has started a conversation yet.');
    return newest;
  }

  /** Whether the newest conversation has its message stored, and a page that hears what happens in it. */
  hears(text: string): boolean {
    const newest = this.conversations.at(-1);
    if (!newest?.messages.some((message) => message.text === text)) return false;
    return this.sockets.of('/visitor').adapter.rooms.has(newest.session.id);
  }

  cut(): void {
    this.cutOff = true;
    this.sockets.of('/visitor').disconnectSockets(true);
    this.http.closeAllConnections();
  }
  mend(): void {
    this.cutOff = false;
  }
  forgetTokens(): void {
    this.tokens.clear();
    this.sockets.of('/visitor').disconnectSockets(true);
  }

  async stop(): Promise<void> {
    await this.sockets.close();
    this.http.closeAllConnections();
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.cutOff) {
      this.turnedAway += 1;
      return void request.socket.destroy();
    }
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'authorization, content-type');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (!pathname.startsWith('/api/')) {
      if (!(await this.extra(request, response)) && !response.headersSent) response.writeHead(404).end();
      return;
    }
    const body = request.method === 'POST' ? await bodyOf(request) : {};
    const act = `${request.method} ${pathname.replace(/^\/api\/v1\/widget(\/sessions)?/, '')}`;
    const [status, answer] = this.call(act, request, searchParams, body);
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(answer));
  }

  private call(act: string, request: IncomingMessage, query: URLSearchParams, body: Record<string, unknown>): [number, object] {
    if (act === 'POST ' && this.refusal) return problem(this.refusal.status, this.refusal.code);
    if (act === 'GET /website') return this.look();
    const { identity } = body as Partial<StartSession>;
    if (act === 'POST ' && identity && !this.accepts(identity)) {
      this.starts.push(body as unknown as StartSession);
      return problem(401, 'identity.invalid');
    }
    if (act === 'POST ') return [201, this.begin(body as unknown as StartSession)];
    const conversation = this.tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (!conversation) return problem(401, 'auth.required');
    if (act === 'GET /current') return [200, { session: conversation.session }];
    if (act === 'GET /current/messages') return [200, { items: conversation.sync(Number(query.get('afterSeq') ?? 0)).messages, nextCursor: null }];
    if (act === 'POST /current/handoff') return (this.wishes.push(body['reason']), [200, conversation.requestPerson()]);
    if (act !== 'POST /current/messages') return problem(404, 'route.unknown');
    if (conversation.closedForGood) return problem(409, 'session.closed');
    return [201, this.receive(conversation, body as { clientId: string; text: string })];
  }

  private look(): [number, object] {
    this.looks += 1;
    return this.refusal ? problem(this.refusal.status, this.refusal.code) : [200, this.website];
  }

  private begin(body: StartSession): StartedSession {
    this.starts.push(body);
    const known = body.resume ? this.tokens.get(body.resume) : undefined;
    if (known && !known.closedForGood) return { visitorToken: body.resume ?? '', session: known.session, website: this.website };
    const conversation = new FakeConversation((event, message) => this.sockets.of('/visitor').to(conversation.session.id).emit(event, message));
    const visitorToken = randomUUID();
    this.tokens.set(visitorToken, conversation);
    this.conversations.push(conversation);
    return { visitorToken, session: conversation.session, website: this.website };
  }

  private receive(conversation: FakeConversation, { clientId, text }: { clientId: string; text: string }): Message {
    const known = conversation.messages.find((message) => message.clientId === clientId);
    if (known) return known;
    const message = conversation.say('visitor', text, { clientId });
    if (conversation.session.owner === 'nobody') conversation.turn({ owner: 'ai', status: 'open' });
    const answer = this.answer(text);
    if (answer && conversation.session.owner === 'ai') void conversation.stream(answer.text, answer.sources);
    return message;
  }

  private welcome(socket: Socket): void {
    const conversation = socket.data['conversation'] as FakeConversation;
    void socket.join(conversation.session.id);
    type Done = (ack: object) => void;
    const on = <B>(event: string, act: (body: B) => object) =>
      socket.on(event, (body: B, done?: Done) => {
        const answer = act(body);
        if (!this.losesAcks) done?.('error' in answer ? { ok: false, ...answer } : { ok: true, ...answer });
      });
    on<{ clientId: string; text: string }>('message.send', (body) => {
      if (conversation.closedForGood) return { error: { code: 'session.closed', message: 'This conversation is closed.' } };
      if (body.text === this.refusedText) return { error: { code: 'message.refused', message: 'This may not be said here.' } };
      return { message: this.receive(conversation, body) };
    });
    on<{ afterSeq: number }>('session.sync', ({ afterSeq }) => conversation.sync(afterSeq));
    on<{ reason?: string }>('handoff.request', ({ reason }) => (this.wishes.push(reason), { handoff: conversation.requestPerson() }));
    on<{ accept: boolean }>('offer.answer', ({ accept }) => ({ session: conversation.answerOffer(accept) }));
    on('contact.submit', (body: object) => (this.contacts.push(body), { visitor: { id: 'v', name: null, email: null, ...body } }));
    on('rating.submit', (body: object) => (this.ratings.push(body), {}));
    on('session.end', () => (conversation.close('session.closed'), { session: conversation.session }));
    on<{ on: boolean }>('typing', (body) => (conversation.visitorTypes(body.on), {}));
    on<{ seq: number }>('read', ({ seq }) => (this.reads.push(seq), {}));
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as Record<string, unknown>;
}

function problem(status: number, code: string): [number, object] {
  return [status, { type: 'about:blank', title: code, status, code, detail: code }];
}
