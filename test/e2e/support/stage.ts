import type { Membership, Message, Website } from '#contracts';
import { BatonTeam, BatonVisitor, type AgentSocket, type BatonVisitorOptions } from '#sdk';
import { hashPassword, Users } from '../../../apps/server/src/modules/auth/index.js';
import { Clock } from '../../../apps/server/src/platform/clock/index.js';
import { Database } from '../../../apps/server/src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../harness/app.js';

export const SHOP = 'https://shop.example';
export const ELSEWHERE = 'https://elsewhere.example';
export const PASSWORD = 'correct horse battery';
const EVERYWHERE: Membership[] = [{ websiteId: null, role: 'agent' }];

/** The real application, a shop that uses it, and people on both sides of the counter. */
export class Stage {
  private readonly open: { close(): void }[] = [];

  private constructor(
    readonly server: TestApp,
    readonly admin: BatonTeam,
    readonly ana: BatonTeam,
    readonly bea: BatonTeam,
    readonly shop: Website,
  ) {}

  static async set(env: Record<string, string> = {}): Promise<Stage> {
    const server = await startTestApp({ env });
    try {
      return await Stage.on(server);
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  private static async on(server: TestApp): Promise<Stage> {
    const passwordHash = await hashPassword(PASSWORD);
    const person = (name: string, memberships: readonly Membership[]) => signIn(server, name, memberships, passwordHash);
    const admin = await person('Ada', [{ websiteId: null, role: 'admin' }]);
    const shop = await admin.websites.create({ name: 'Shop', allowedOrigins: [SHOP] });
    await admin.knowledge.create({
      websiteId: shop.id,
      title: 'Delivery times',
      body: 'Orders arrive within three working days. Express orders arrive the next day.',
      questions: ['How long does delivery take?', 'When will my order arrive?', 'How long does shipping take?'],
      published: true,
    });
    return new Stage(server, admin, await person('Ana', EVERYWHERE), await person('Bea', EVERYWHERE), shop);
  }

  get url(): string {
    return this.server.url;
  }

  async person(name: string, memberships: readonly Membership[]): Promise<BatonTeam> {
    return signIn(this.server, name, memberships, await hashPassword(PASSWORD));
  }

  /** A visitor with the widget open, and everything it has shown so far. */
  async visitor(more: Partial<BatonVisitorOptions> = {}): Promise<VisitorOnStage> {
    const visitor = new BatonVisitor({ url: this.url, websiteKey: this.shop.publicKey, origin: SHOP, ...more });
    this.open.push(visitor);
    const seen: Message[] = [];
    visitor.on('message', (message) => seen.push(message));
    const { session, visitorToken } = await visitor.start();
    await visitor.connect();
    await until(() => visitor.online);
    return { visitor, seen, sessionId: session.id, token: visitorToken };
  }

  /** An agent with the inbox open. */
  live(team: BatonTeam): AgentSocket {
    const socket = team.connect();
    this.open.push(socket);
    return socket;
  }

  async end(): Promise<void> {
    for (const client of this.open) client.close();
    await this.server.close();
  }
}

export interface VisitorOnStage {
  readonly visitor: BatonVisitor;
  readonly seen: readonly Message[];
  readonly sessionId: string;
  readonly token: string;
}

async function signIn(server: TestApp, name: string, memberships: readonly Membership[], passwordHash: string): Promise<BatonTeam> {
  const email = `${name.toLowerCase()}-${Math.random().toString(36).slice(2)}@example.test`;
  await server.get(Database).transaction((tx) => server.get(Users).create(tx, { email, name, passwordHash, memberships }, server.get(Clock).now()));
  const team = new BatonTeam({ url: server.url });
  await team.login(email, PASSWORD);
  return team;
}

/** Waits until something is so. @returns the first value that is not false, null or undefined */
export async function until<T>(look: () => T | Promise<T>, withinMs = 8_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${look}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const texts = (messages: readonly Message[]): string[] => messages.map(({ text }) => text);
export const kinds = (messages: readonly Message[]): string[] => messages.map(({ author }) => author.kind);
export const seqs = (messages: readonly { readonly seq: number }[]): number[] => messages.map(({ seq }) => seq);
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
