import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#config';
import type { Membership, Website as WebsiteBody } from '#contracts';
import { AuditModule } from '../../apps/server/src/modules/audit/index.js';
import { AuthModule, hashPassword, Users } from '../../apps/server/src/modules/auth/index.js';
import { SetupModule } from '../../apps/server/src/modules/setup/index.js';
import { TeamModule } from '../../apps/server/src/modules/team/index.js';
import { VisitorsModule } from '../../apps/server/src/modules/visitors/index.js';
import { WebsitesModule } from '../../apps/server/src/modules/websites/index.js';
import { Clock } from '../../apps/server/src/platform/clock/index.js';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { PlatformModule, SettingsModule } from '../../apps/server/src/platform/platform.module.js';
import { Broadcaster } from '../../apps/server/src/platform/realtime/index.js';
import { createTestDatabase } from './database.js';

export const PASSWORD = 'correct horse battery';
export const OWN_ORIGIN = 'http://baton.test';

/** Remembers whose sockets were cut. */
export class SilentBroadcaster extends Broadcaster {
  readonly cut: string[] = [];
  override toVisitor(): void {}
  override toSessionTeam(): void {}
  override toInbox(): void {}
  override toUser(): void {}
  override mayReachVisitor(): boolean {
    return false;
  }
  override mayReachSessionTeam(): boolean {
    return false;
  }
  override visitorOnline(): Promise<boolean> {
    return Promise.resolve(false);
  }
  override disconnectUser(userId: string): void {
    this.cut.push(`user ${userId}`);
  }
  override disconnectApiKey(apiKeyId: string): void {
    this.cut.push(`key ${apiKeyId}`);
  }
  override disconnectVisitorToken(sessionId: string): void {
    this.cut.push(`session ${sessionId}`);
  }
}

export class SettableClock extends Clock {
  private ahead = 0;
  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }
  advance(millis: number): void {
    this.ahead += millis;
  }
}

@Global()
@Module({})
class QuietRealtimeModule {
  static with(broadcaster: Broadcaster): DynamicModule {
    return { module: QuietRealtimeModule, providers: [{ provide: Broadcaster, useValue: broadcaster }], exports: [Broadcaster] };
  }
}

/** The server with people and access alone, on a database of its own. */
export async function startPeople(more: { env?: Record<string, string>; controllers?: Type[] } = {}): Promise<People> {
  const own = await createTestDatabase();
  const config = loadConfig({
    DATABASE_URL: own.url,
    BATON_SECRET_KEY: 'a secret of the tests, long enough for all',
    BATON_PUBLIC_URL: OWN_ORIGIN,
    BATON_LOG_LEVEL: 'fatal',
    BATON_DATA_DIR: mkdtempSync(join(tmpdir(), 'baton-people-')),
    BATON_RATE_LIMIT: 'off',
    ...more.env,
  });
  const broadcaster = new SilentBroadcaster();
  const clock = new SettableClock();
  const module = await Test.createTestingModule({
    imports: [
      SettingsModule.of(config, { kind: 'external', url: own.url, stop: () => Promise.resolve() }),
      PlatformModule,
      QuietRealtimeModule.with(broadcaster),
      AuditModule,
      AuthModule,
      SetupModule,
      TeamModule,
      VisitorsModule,
      WebsitesModule,
    ],
    controllers: more.controllers ?? [],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false }).setGlobalPrefix('api/v1');
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return new People(app, app.get(Database), clock, broadcaster, own.drop);
}

export interface Answer {
  readonly status: number;
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string>>;

/** Somebody who sends requests; what `headers` says goes with each. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    readonly headers: Headers = {},
  ) {}

  with(headers: Headers): Client {
    return new Client(this.app, { ...this.headers, ...headers });
  }

  get = (path: string): Promise<Answer> => this.send('GET', path);
  post = (path: string, body?: unknown): Promise<Answer> => this.send('POST', path, body ?? {});
  patch = (path: string, body: unknown): Promise<Answer> => this.send('PATCH', path, body);
  delete = (path: string): Promise<Answer> => this.send('DELETE', path);

  async send(method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body?: unknown): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...this.headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(response.headers['content-type'] ?? '').includes('json');
    return { status: response.statusCode, body: isJson ? response.json() : response.body, headers: response.headers };
  }
}

export class People {
  /** Nobody in particular. */
  readonly outside: Client;

  constructor(
    readonly app: NestFastifyApplication,
    readonly database: Database,
    readonly clock: SettableClock,
    readonly broadcaster: SilentBroadcaster,
    private readonly drop: () => Promise<void>,
  ) {
    this.outside = new Client(app);
  }

  /** A user who can sign in with `PASSWORD`. */
  async aUser(memberships: readonly Membership[], name = 'Ana'): Promise<{ id: string; email: string }> {
    const email = `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.test`;
    hash ??= hashPassword(PASSWORD);
    const passwordHash = await hash;
    const user = await this.database.transaction((tx) =>
      this.app.get(Users).create(tx, { email, name, passwordHash, memberships }, this.clock.now()),
    );
    return { id: user.id, email };
  }

  async logIn(email: string, password = PASSWORD): Promise<Client> {
    const answer = await this.outside.post('/auth/login', { email, password });
    if (answer.status !== 200) throw new Error(`login answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return this.outside.with({ cookie: cookieOf(answer) });
  }

  /** Somebody new with these memberships, signed in. */
  async signedIn(...memberships: Membership[]): Promise<Client & { readonly userId: string }> {
    const user = await this.aUser(memberships);
    return Object.assign(await this.logIn(user.email), { userId: user.id });
  }

  admin(): Promise<Client & { readonly userId: string }> {
    return this.signedIn({ websiteId: null, role: 'admin' });
  }

  async aWebsite(more: { name?: string; allowedOrigins?: string[] } = {}): Promise<WebsiteBody> {
    this.root ??= this.admin();
    return (await (await this.root).post('/websites', { name: more.name ?? 'Shop', allowedOrigins: more.allowedOrigins ?? ['https://shop.example'] }))
      .body as WebsiteBody;
  }
  private root: Promise<Client> | undefined;

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }
}

let hash: Promise<string> | undefined;

export function cookieOf(answer: Answer): string {
  return String(answer.headers['set-cookie']).split(';')[0]!;
}
