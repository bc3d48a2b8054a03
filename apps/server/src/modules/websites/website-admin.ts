import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { randomBytes } from 'node:crypto';
import type { IdentitySecret, Installation, Page, SaveWebsite, Website as WebsiteBody } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { onlyGiven } from '../../platform/input/index.js';
import { pageOf, readCursor, type PageQuery } from '../../platform/paging/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { Secrets } from '../../platform/secrets/index.js';
import { Audit } from '../audit/index.js';
import { Triggers } from '../triggers/index.js';
import { applyWebsite } from './apply-website.js';
import { Sightings } from './sightings.js';
import { aboutAiKey, aboutIdentitySecret, bodyOf } from './website-settings.js';
import { Website } from './website.entity.js';
import { Websites } from './websites.js';

/** What people do with websites; each sees those where they hold `website.view`. */
@Injectable()
export class WebsiteAdmin {
  constructor(
    private readonly database: Database,
    private readonly websites: Websites,
    private readonly secrets: Secrets,
    private readonly audit: Audit,
    private readonly triggers: Triggers,
    private readonly sightings: Sightings,
    private readonly clock: Clock,
  ) {}

  async list(member: Member, query: PageQuery): Promise<Page<WebsiteBody>> {
    const after = readCursor(query.cursor, (part) => isUUID(part));
    const visible = member.websitesWith('website.view');
    const rows = await this.database
      .reader()
      .find(
        Website,
        { deletedAt: null, ...(visible === 'all' ? {} : { id: { $in: [...visible] } }), ...(after ? { $and: [{ id: { $gt: after[0]! } }] } : {}) },
        { orderBy: { id: 'asc' }, limit: query.limit + 1 },
      );
    const seen = await this.sightings.latest(rows.map(({ id }) => id));
    return pageOf(
      rows,
      query.limit,
      (website) => bodyOf(website, seen.get(website.id)),
      (website) => [website.id],
    );
  }

  async get(member: Member, id: string): Promise<WebsiteBody> {
    return this.withSighting(await this.visible(member, id));
  }

  /** Which pages asked for its chat. */
  async installation(member: Member, id: string): Promise<Installation> {
    const website = await this.visible(member, id);
    return { sightings: await this.sightings.of(website.id) };
  }

  async create(member: Member, given: SaveWebsite): Promise<WebsiteBody> {
    member.mustEverywhere('website.create');
    return this.database.transaction(async (tx) => bodyOf(await this.websites.create(tx, member, given, this.clock.now()), undefined));
  }

  async change(member: Member, id: string, given: Partial<SaveWebsite>): Promise<WebsiteBody> {
    const changed = await this.database.transaction(async (tx) => {
      const website = await this.forUpdate(tx, member, id, 'website.edit');
      const now = this.clock.now();
      applyWebsite(website, given, now, (key) => this.secrets.seal(key, aboutAiKey(id)));
      await tx.em.flush();
      // What decides is a rule; the website's setting is another handle of it.
      const threshold = given.assistant?.confidenceThreshold;
      if (threshold !== undefined) await this.triggers.setConfidenceThreshold(tx, id, threshold, member.userId, now);
      await this.audit.record(tx, {
        actor: member,
        action: 'website.updated',
        subject: { type: 'website', id },
        websiteId: id,
        details: { fields: Object.keys(onlyGiven(given)) },
      });
      this.websites.forgetAfter(tx, id);
      return website;
    });
    return this.withSighting(changed);
  }

  async remove(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const website = await this.forUpdate(tx, member, id, 'website.create');
      website.remove(this.clock.now());
      await this.audit.record(tx, { actor: member, action: 'website.deleted', subject: { type: 'website', id }, websiteId: id });
      this.websites.forgetAfter(tx, id);
    });
  }

  /** Makes the website a new secret. Identities signed with the one before are refused from now on. */
  async renewIdentitySecret(member: Member, id: string): Promise<IdentitySecret> {
    return this.database.transaction(async (tx) => {
      const website = await this.forUpdate(tx, member, id, 'website.edit');
      const secret = `is_${randomBytes(32).toString('base64url')}`;
      website.identitySecretEncrypted = this.secrets.seal(secret, aboutIdentitySecret(id));
      website.identitySecretAt = website.updatedAt = this.clock.now();
      await this.audit.record(tx, { actor: member, action: 'website.identity_secret_renewed', subject: { type: 'website', id }, websiteId: id });
      this.websites.forgetAfter(tx, id);
      return { secret };
    });
  }

  private async visible(member: Member, id: string): Promise<Website> {
    const website = member.can('website.view', id) ? await this.database.reader().findOne(Website, { id, deletedAt: null }) : null;
    if (!website) throw new NotFound('website');
    return website;
  }

  private async withSighting(website: Website): Promise<WebsiteBody> {
    return bodyOf(website, (await this.sightings.latest([website.id])).get(website.id));
  }

  private async forUpdate(tx: Transaction, member: Member, id: string, permission: 'website.edit' | 'website.create'): Promise<Website> {
    if (!member.can('website.view', id)) throw new NotFound('website');
    if (!member.can(permission, id)) throw new Forbidden();
    const website = await tx.em.findOne(Website, { id, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!website) throw new NotFound('website');
    return website;
  }
}
