import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import type { Membership } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Users } from '../auth/index.js';
import { Articles } from '../knowledge/index.js';
import { Websites } from '../websites/index.js';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.js';
import { RENTAL_ARTICLES, SHOP_ARTICLES, type DemoArticle } from './shop-articles.js';
import type { DemoStory } from './stories.js';

const SYSTEM = { kind: 'system' } as const;

/** What the stories of the demo need to know of where they play, by id. */
export interface DemoCast {
  readonly websiteIds: Readonly<Record<DemoStory['site'], string>>;
  readonly agentIds: Readonly<Record<'ana' | 'bea', string>>;
}

/** Whether the demo's people run the installation, or work on the demo's websites alone. */
export type DemoTeam = { readonly runsTheInstallation: true; readonly passwordHash: string } | { readonly runsTheInstallation: false };

/** Sets up two websites, what they know and who works there. */
@Injectable()
export class DemoStage {
  constructor(
    private readonly config: Config,
    private readonly users: Users,
    private readonly websites: Websites,
    private readonly articles: Articles,
    private readonly clock: Clock,
  ) {}

  async set(tx: Transaction, team: DemoTeam): Promise<DemoCast> {
    const now = this.clock.now();
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
    await this.write(tx, shop.id, SHOP_ARTICLES);
    await this.write(tx, rentals.id, RENTAL_ARTICLES);
    const agentIds = await this.hire(tx, team, [shop.id, rentals.id], now);
    return { websiteIds: { shop: shop.id, rentals: rentals.id }, agentIds };
  }

  private async write(tx: Transaction, websiteId: string, articles: readonly DemoArticle[]): Promise<void> {
    for (const article of articles) await this.articles.write(tx, SYSTEM, { websiteId, ...article, language: 'en', published: true });
  }

  /**
   * Where somebody is already, the demo brings no administrator, its agents stay away from what is not the demo's, and
   * nobody can sign in as one of them: their addresses are known to everybody.
   */
  private async hire(tx: Transaction, team: DemoTeam, websiteIds: readonly string[], now: Date): Promise<DemoCast['agentIds']> {
    const ids: Record<string, string> = {};
    for (const person of DEMO_PEOPLE) {
      if (person.role === 'admin' && !team.runsTheInstallation) continue;
      const memberships = team.runsTheInstallation
        ? [{ websiteId: null, role: person.role }]
        : websiteIds.map((websiteId) => ({ websiteId, role: person.role }));
      ids[person.key] = await this.welcome(tx, person, memberships, team.runsTheInstallation ? team.passwordHash : null, now);
    }
    return { ana: ids['ana']!, bea: ids['bea']! };
  }

  /** Somebody whom transcripts still name was not deleted with an earlier set, and comes back. */
  private async welcome(
    tx: Transaction,
    { email, name }: DemoPerson,
    memberships: readonly Membership[],
    passwordHash: string | null,
    now: Date,
  ): Promise<string> {
    const [known] = await tx.query<{ id: string }>(
      `update app_user set active = true, name = $2, password_hash = $3, updated_at = $4 where demo and lower(email) = $1 returning id`,
      [email, name, passwordHash, now],
    );
    if (known) {
      await this.users.setMemberships(tx, known.id, memberships, now);
      return known.id;
    }
    const { id } = await this.users.create(tx, { email, name, passwordHash, memberships }, now);
    await tx.query(`update app_user set demo = true where id = $1`, [id]);
    return id;
  }

  /** The demo page is our own, under whichever of its names it is opened. */
  private ownOrigins(): string[] {
    const { port, publicUrl } = this.config;
    return [...new Set([`http://localhost:${port}`, `http://127.0.0.1:${port}`, new URL(publicUrl).origin])];
  }
}
