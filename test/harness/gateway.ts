import { APP_GUARD, APP_PIPE } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { Config } from '#config';
import { ROLES, type Ack } from '#contracts';
import { Member, type VisitorCaller } from '../../apps/server/src/platform/access/index.js';
import { InputPipe } from '../../apps/server/src/platform/input/index.js';
import { AccessGuard } from '../../apps/server/src/modules/auth/access.guard.js';
import { Authenticator } from '../../apps/server/src/modules/auth/index.js';
import { TeamActs, VisitorActs, VisitorTurn } from '../../apps/server/src/modules/conversations/index.js';
import { HandoffQueries } from '../../apps/server/src/modules/handoffs/index.js';
import { Presence, type PresenceChange } from '../../apps/server/src/modules/presence/index.js';
import { Sessions } from '../../apps/server/src/modules/sessions/index.js';
import { VisitorTokens } from '../../apps/server/src/modules/visitors/index.js';
import { Websites } from '../../apps/server/src/modules/websites/index.js';
import { BroadcasterModule } from '../../apps/server/src/gateway/broadcaster.module.js';
import { gatewayProviders } from '../../apps/server/src/gateway/gateway.module.js';
import { SocketAdapter } from '../../apps/server/src/gateway/socket.adapter.js';
import { SocketBroadcaster } from '../../apps/server/src/gateway/socket-broadcaster.js';

export const SITE = '01990000-0000-7000-8000-000000000001';
export const OTHER_SITE = '01990000-0000-7000-8000-000000000002';
export const SESSION = '01990000-0000-7000-8000-0000000000a1';
export const SITE_ORIGIN = 'https://shop.example';
export const OTHER_ORIGIN = 'https://other.example';
export const OWN_ORIGIN = 'https://chat.example';
export const ANA = new Member('01990000-0000-7000-8000-0000000000f1', 'Ana', [{ websiteId: SITE, permissions: ROLES.agent }]);
export const BOT = new Member(ANA.userId, 'Ana', ANA.grants, { apiKeyId: '01990000-0000-7000-8000-0000000000e1', name: 'bot' });

/** The gateway over real sockets, with everything behind it replaced by what `world` says. */
export async function startGateway({ rateLimit = false } = {}) {
  const visitor: VisitorCaller = { visitorId: '01990000-0000-7000-8000-0000000000b1', sessionId: SESSION, websiteId: SITE };
  const world = {
    tokens: new Map<string, VisitorCaller>([['good-token', visitor]]),
    cookies: new Map<string, Member>([['baton=ana', ANA]]),
    apiKeys: new Map<string, Member>([['good-key', BOT]]),
    received: [] as string[],
    receive: async (_caller: VisitorCaller, body: { text: string }): Promise<object> => {
      world.received.push(body.text);
      return { text: body.text, seq: world.received.length };
    },
    presence: [] as string[],
  };
  const change = (userId: string, state: PresenceChange['state']): PresenceChange => {
    world.presence.push(state);
    return { userId, state, websites: [SITE] };
  };
  const session = { id: SESSION, lastSeq: 0 };

  const testing = await Test.createTestingModule({
    imports: [BroadcasterModule],
    providers: [
      ...gatewayProviders,
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_PIPE, useClass: InputPipe },
      { provide: Config, useValue: { publicUrl: OWN_ORIGIN, rateLimit } },
      { provide: VisitorTokens, useValue: { admit: async (token: string) => world.tokens.get(token) ?? null } },
      {
        provide: Websites,
        useValue: {
          anyAllows: async (origin: string) => [SITE_ORIGIN, OTHER_ORIGIN].includes(origin),
          isAllowedOrigin: async (id: string, origin: string) => id === SITE && origin === SITE_ORIGIN,
          exists: async (id: string) => id === SITE || id === OTHER_SITE,
        },
      },
      {
        provide: Authenticator,
        useValue: {
          byCookie: async (cookie = '') => world.cookies.get(cookie) ?? null,
          byApiKey: async (key: string) => world.apiKeys.get(key) ?? null,
        },
      },
      { provide: VisitorTurn, useValue: { receive: (caller: VisitorCaller, body: { text: string }) => world.receive(caller, body) } },
      { provide: VisitorActs, useValue: { sync: async () => ({ session, messages: [] }), read: async () => undefined, end: async () => session } },
      {
        provide: TeamActs,
        useValue: { session: async () => session, messages: async () => [], reply: async () => ({}), read: async () => undefined },
      },
      { provide: HandoffQueries, useValue: { counts: async () => ({ open: 0 }) } },
      {
        provide: Sessions,
        useValue: { find: async () => ({ id: SESSION, websiteId: SITE, ownerUserId: ANA.userId }), teamView: async () => session },
      },
      {
        provide: Presence,
        useValue: {
          arrived: async (id: string) => change(id, 'online'),
          choose: async (id: string, state: 'online' | 'away') => change(id, state),
          left: async (id: string) => change(id, 'offline'),
          keepAlive: async () => undefined,
          sweep: async () => [],
        },
      },
    ],
  }).compile();

  const app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  app.useLogger(false);
  app.useWebSocketAdapter(new SocketAdapter(app));
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const clients: Socket[] = [];

  const connect = (namespace: string, headers: Record<string, string>, auth: object, more: Partial<ManagerOptions & SocketOptions> = {}): Socket => {
    const socket = io(`${url}${namespace}`, { forceNew: true, reconnection: false, transports: ['websocket'], extraHeaders: headers, auth, ...more });
    clients.push(socket);
    return socket;
  };

  return {
    app,
    url,
    world,
    broadcaster: app.get(SocketBroadcaster),
    connect,
    visitor: (more?: Partial<ManagerOptions & SocketOptions>) =>
      connected(connect('/visitor', { origin: SITE_ORIGIN }, { token: 'good-token' }, more)),
    agent: () => connected(connect('/agent', { origin: OWN_ORIGIN, cookie: 'baton=ana' }, {})),
    bot: () => connected(connect('/agent', {}, { apiKey: 'good-key' })),
    async stop() {
      for (const client of clients) client.disconnect();
      await app.close();
    },
  };
}

export function connected(socket: Socket): Promise<Socket> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

/** How a connection that must not be was refused: our code, or socket.io's own words when it never got that far. */
export function refusal(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('connect', () => reject(new Error('was let in')));
    socket.once('connect_error', (error: Error & { data?: { code: string } }) => resolve(error.data?.code ?? error.message));
  });
}

export function ask(socket: Socket, event: string, ...body: unknown[]): Promise<Ack<Record<string, unknown>>> {
  return socket.timeout(3000).emitWithAck(event, ...body) as Promise<Ack<Record<string, unknown>>>;
}

export const next = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => socket.once(event, resolve));

export const gone = (socket: Socket): Promise<void> =>
  new Promise((resolve) => (socket.connected ? socket.once('disconnect', () => resolve()) : resolve()));
