import { Injectable, Logger } from '@nestjs/common';
import type { SaveWebsite } from '#contracts';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Secrets } from '../../platform/secrets/index.js';
import { Audit, type Actor } from '../audit/index.js';
import { Triggers } from '../triggers/index.js';
import { applyWebsite } from './apply-website.js';
import { aboutAiKey, aboutIdentitySecret, settingsOf, type WebsiteSettings } from './website-settings.js';
import { Website } from './website.entity.js';

/** How long another process may still see a setting that was changed here. */
const REMEMBERED_MS = 1000;

/** What the other modules ask about websites. */
@Injectable()
export class Websites {
  private readonly logger = new Logger(Websites.name);
  private readonly byId = new BriefMemory<WebsiteSettings | null>(REMEMBERED_MS);
  private readonly idsByKey = new BriefMemory<string | null>(REMEMBERED_MS);
  private readonly origins = new BriefMemory<boolean>(REMEMBERED_MS);

  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
  ) {}

  /** @throws NotFound `website.not_found`, also for a deleted one */
  async settings(websiteId: string): Promise<WebsiteSettings> {
    const settings = await this.byId.recall(websiteId, () => this.read(websiteId));
    if (!settings) throw new NotFound('website');
    return settings;
  }

  /** @param key the widget's `websiteKey` */
  async byPublicKey(key: string): Promise<WebsiteSettings | null> {
    const id = await this.idsByKey.recall(key, async () => {
      const [row] = await this.database.query<{ id: string }>(`select id from website where public_key = $1 and deleted_at is null`, [key]);
      return row?.id ?? null;
    });
    return id === null ? null : this.byId.recall(id, () => this.read(id));
  }

  /** False for a website that is gone. */
  async isAllowedOrigin(websiteId: string, origin: string): Promise<boolean> {
    const settings = await this.byId.recall(websiteId, () => this.read(websiteId));
    return settings?.allowedOrigins.includes(origin) ?? false;
  }

  /** Whether any website at all may be embedded there: asked before it is known which website a connection is for. */
  anyAllows(origin: string): Promise<boolean> {
    return this.origins.recall(origin, async () => {
      const rows = await this.database.query(`select 1 from website where deleted_at is null and $1 = any (allowed_origins) limit 1`, [origin]);
      return rows.length > 0;
    });
  }

  async exists(websiteId: string): Promise<boolean> {
    return (await this.byId.recall(websiteId, () => this.read(websiteId))) !== null;
  }

  /** Every website that was not deleted. */
  async ids(): Promise<readonly string[]> {
    const rows = await this.database.query<{ id: string }>(`select id from website where deleted_at is null order by id`);
    return rows.map((row) => row.id);
  }

  /** With the built-in rules, so that people are there from the first message on. @throws InvalidInput */
  async create(tx: Transaction, actor: Actor, given: SaveWebsite & { readonly demo?: boolean }, now: Date): Promise<Website> {
    const website = Website.named(newId(now.getTime()), given.name.trim(), now);
    applyWebsite(website, given, now, (key) => this.secrets.seal(key, aboutAiKey(website.id)));
    website.demo = given.demo ?? false;
    await tx.em.persist(website).flush();
    await this.triggers.seed(tx, website.id, now);
    await this.audit.record(tx, { actor, action: 'website.created', subject: { type: 'website', id: website.id }, websiteId: website.id });
    this.forgetAfter(tx, website.id);
    return website;
  }

  /** To be called with every change of a website. */
  forgetAfter(tx: Transaction, websiteId: string): void {
    tx.afterCommit(() => {
      this.byId.forget(websiteId);
      this.idsByKey.forgetAll();
      this.origins.forgetAll();
    });
  }

  private async read(websiteId: string): Promise<WebsiteSettings | null> {
    const website = await this.database.reader().findOne(Website, { id: websiteId, deletedAt: null });
    if (!website) return null;
    const open = (sealed: string | null | undefined, what: string, about: string) =>
      sealed == null ? null : this.open(website, sealed, what, about);
    return settingsOf(website, {
      apiKey: open(website.aiApiKeyEncrypted, 'AI key', aboutAiKey(websiteId)),
      identitySecret: open(website.identitySecretEncrypted, 'identity secret', aboutIdentitySecret(websiteId)),
    });
  }

  /** What cannot be read must not take the conversations down with it: the AI is refused and a person takes over, nobody can be verified. */
  private open(website: Website, sealed: string, what: string, about: string): string | null {
    try {
      return this.secrets.open(sealed, about);
    } catch (error) {
      this.logger.error(`The ${what} of the website "${website.name}" cannot be read. ${(error as Error).message}`);
      return null;
    }
  }
}
