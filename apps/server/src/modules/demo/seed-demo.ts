import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Config } from '#config';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Users, hashPassword } from '../auth/index.js';
import { Articles } from '../knowledge/index.js';
import { Websites } from '../websites/index.js';
import { RENTAL_ARTICLES, SHOP_ARTICLES, type DemoArticle } from './shop-articles.js';
import { STORIES } from './stories.js';
import { StoryPlayer, type Stage } from './story-player.js';

const SYSTEM = { kind: 'system' } as const;
/** Two processes that start at once on one empty database must not both fill it. */
const SEEDING_LOCK = 4_100_001;

/** Fills an empty database with a small shop, its team and its conversations, and prints how to sign in. */
@Injectable()
export class SeedDemo implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly users: Users,
    private readonly websites: Websites,
    private readonly articles: Articles,
    private readonly player: StoryPlayer,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demo) return;
    const password = this.config.demoPassword ?? randomBytes(9).toString('base64url');
    const stage = await this.database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock($1)`, [SEEDING_LOCK]);
      return (await this.users.none(tx)) ? this.setTheStage(tx, password) : null;
    });
    if (!stage) return;
    // Rules are read from what is committed, so the conversations come second.
    const stories = [...STORIES].sort((a, b) => b.minutesAgo - a.minutesAgo);
    const rules = await Promise.all(stories.map((story) => this.player.rehearse(stage, story)));
    await this.database.transaction(async (tx) => {
      for (const [index, story] of stories.entries()) await this.player.play(tx, stage, story, rules[index]!);
    });
    process.stdout.write(`Demo logins (password ${password}): ${TEAM.map(({ email, role }) => `${email} (${role})`).join(', ')}\n`);
  }

  private async setTheStage(tx: Transaction, password: string): Promise<Stage> {
    const now = this.clock.now();
    const passwordHash = await hashPassword(password);
    const people = new Map<string, { id: string; name: string }>();
    for (const { email, name, role } of TEAM) {
      const user = await this.users.create(tx, { email, name, passwordHash, memberships: [{ websiteId: null, role }] }, now);
      people.set(name.split(' ')[0]!.toLowerCase(), { id: user.id, name: user.name });
    }
    const shop = await this.websites.create(
      tx,
      SYSTEM,
      {
        name: 'Northwind Outdoors',
        allowedOrigins: this.ownOrigins(),
        timeZone: 'Europe/Berlin',
        locale: 'en',
        theme: { accent: '#0b6e5f', greeting: 'Hi! Ask me anything about orders, tents and returns.' },
        demo: true,
      },
      now,
    );
    // A millisecond later, so that "the first website" is always the shop.
    const rentals = await this.websites.create(
      tx,
      SYSTEM,
      {
        name: 'Northwind Rentals',
        allowedOrigins: this.ownOrigins(),
        timeZone: 'Europe/Berlin',
        locale: 'en',
        theme: { accent: '#6d4bc3' },
        demo: true,
      },
      new Date(now.getTime() + 1),
    );
    return {
      websiteIds: { shop: shop.id, rentals: rentals.id },
      agents: { ana: people.get('ana')!, bea: people.get('bea')! },
      articleIds: new Map([...(await this.write(tx, shop.id, SHOP_ARTICLES)), ...(await this.write(tx, rentals.id, RENTAL_ARTICLES))]),
      now,
    };
  }

  private async write(tx: Transaction, websiteId: string, articles: readonly DemoArticle[]): Promise<[string, string][]> {
    const ids: [string, string][] = [];
    for (const article of articles) {
      const { id } = await this.articles.write(tx, SYSTEM, { websiteId, ...article, language: 'en', published: true });
      ids.push([article.title, id]);
    }
    return ids;
  }

  /** The demo page is our own, under whichever of its names it is opened. */
  private ownOrigins(): string[] {
    const { port, publicUrl } = this.config;
    return [...new Set([`http://localhost:${port}`, `http://127.0.0.1:${port}`, new URL(publicUrl).origin])];
  }
}

const TEAM = [
  { email: 'admin@demo.baton.test', name: 'Alex Kern', role: 'admin' },
  { email: 'ana@demo.baton.test', name: 'Ana Kovač', role: 'agent' },
  { email: 'bea@demo.baton.test', name: 'Bea Santos', role: 'agent' },
] as const;
