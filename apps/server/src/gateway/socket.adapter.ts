import { Logger, type INestApplication, type WsMessageHandler } from '@nestjs/common';
import { AbstractWsAdapter } from '@nestjs/websockets';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Namespace, type Socket } from 'socket.io';
import { Config } from '#config';
import { InvalidInput, toAckProblem } from '../platform/problems/index.js';
import { cutOffWhenSlow, endForGood } from './connection-ends.js';
import { EventBudget, type Allowance } from './event-budget.js';
import { flushTogether } from './flush-together.js';
import { Origins } from './origins.js';
import { TooManyEvents, UnknownEvent } from './refusals.js';

const MAX_EVENT_BYTES = 64 * 1024;
/** Who has not joined a namespace by then, because it never asked or was refused, is dropped. */
const JOIN_WITHIN_MS = 5_000;

const ALLOWANCES: Readonly<Record<string, Allowance>> = {
  '/visitor': { burst: 30, perSecond: 5 },
  '/agent': { burst: 120, perSecond: 40 },
};

type Answer = (ack: object) => void;

/** socket.io as Baton runs it: who may connect, how much a client may send, and that every event is answered. */
export class SocketAdapter extends AbstractWsAdapter {
  private readonly log = new Logger('Sockets');
  private readonly origins: Origins;
  private readonly config: Config;
  /** What Nest has bound last. */
  private bound: readonly WsMessageHandler[] = [];

  constructor(app: INestApplication) {
    super(app);
    this.origins = app.get(Origins, { strict: false });
    this.config = app.get(Config, { strict: false });
  }

  /** Nest asks for the server first, then for each gateway's namespace of it. */
  override create(_port: number, { server, namespace }: { server?: Server; namespace?: string } = {}): Server | Namespace {
    return server && namespace ? server.of(namespace) : this.createServer();
  }

  private createServer(): Server {
    const server = new Server(this.httpServer as HttpServer, {
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: MAX_EVENT_BYTES,
      connectTimeout: JOIN_WITHIN_MS,
      perMessageDeflate: false,
      serveClient: false,
      allowRequest: this.allowRequest,
      // For the polling of widgets; what is allowed was decided above. Cookies are for our own pages, which need no CORS.
      cors: { origin: true, credentials: false },
    });
    // Nothing lives in the main namespace; who joins it would never have to say who they are.
    server.use((_socket, next) => next(new Error('Connect to /visitor or /agent.')));
    server.engine.on('connection', flushTogether);
    server.engine.on('connection', cutOffWhenSlow);
    server.engine.on('connection', endForGood);
    return server;
  }

  /** Connected while the application was still starting: nothing would ever answer it. */
  closeClient(socket: Socket): void {
    socket.disconnect(true);
  }

  /** Nest would bind every event of its gateway to every socket at once; most sockets are silent. So it is asked to at the first event. */
  override bindClientConnect(server: Server | Namespace, bindAll: (socket: Socket) => void): void {
    server.on('connection', (socket: Socket) => this.listen(socket, bindAll));
  }

  override bindMessageHandlers(_socket: Socket, handlers: WsMessageHandler[]): void {
    this.bound = handlers;
  }

  /** Gateways wait for it themselves. */
  override bindClientDisconnect(): void {}

  private listen(socket: Socket, bindAll: (socket: Socket) => void): void {
    const allowance = this.config.rateLimit ? ALLOWANCES[socket.nsp.name] : undefined;
    let budget: EventBudget | undefined;
    let handlers: ReadonlyMap<string, WsMessageHandler['callback']> | undefined;

    socket.onAny((event: string, ...args: unknown[]) => {
      const last = args.at(-1);
      const answer = typeof last === 'function' ? (last as Answer) : null;
      if (allowance) budget ??= new EventBudget(allowance, performance.now());
      if (budget && !budget.spend(performance.now())) {
        if (budget.flooded) socket.disconnect(true);
        else answer?.({ ok: false, error: toAckProblem(new TooManyEvents(budget.retryAfterSeconds)) });
        return;
      }
      handlers ??= this.handlersOf(socket, bindAll);
      this.handle(handlers.get(event), answer === last ? args.slice(0, -1) : args, answer);
    });
  }

  private handlersOf(socket: Socket, bindAll: (socket: Socket) => void): ReadonlyMap<string, WsMessageHandler['callback']> {
    bindAll(socket);
    return new Map(this.bound.map(({ message, callback }) => [message as string, callback]));
  }

  private handle(callback: WsMessageHandler['callback'] | undefined, args: readonly unknown[], answer: Answer | null): void {
    const [given, ...more] = args;
    const body = given ?? {};
    if (!callback) return answer?.({ ok: false, error: toAckProblem(new UnknownEvent()) });
    if (more.length > 0 || !isPlainObject(body)) return answer?.({ ok: false, error: toAckProblem(notAnObject()) });

    // The filters have answered already when nothing comes back; a rejection here is a fault of our own.
    (callback(body, answer) as Promise<object | undefined>).then(
      (result) => result && answer?.({ ok: true, ...result }),
      (error: unknown) => this.log.error(error),
    );
  }

  private readonly allowRequest = (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void): void => {
    this.origins.mayConnect(request.headers).then(
      (allowed) => decide(allowed ? null : 'origin.not_allowed', allowed),
      (error: unknown) => {
        this.log.error(error);
        decide('unavailable', false);
      },
    );
  };
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}

const notAnObject = (): InvalidInput => new InvalidInput([{ path: '', message: 'must be one JSON object' }]);
