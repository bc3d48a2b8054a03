import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { ApiKey, CreateApiKey, CreatedApiKey, Page, Permission } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { pageOf, readCursor, type PageQuery } from '../../platform/paging/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';
import { Audit } from '../audit/index.js';
import { Websites } from '../websites/index.js';
import { newApiKey } from './api-key-form.js';
import { Authenticator } from './authenticator.js';
import { hashOf } from './login-sessions.js';

/** `bk_` and five more of its 43 letters: enough to tell keys apart, nothing to guess the rest by. */
const PREFIX_CHARS = 8;

interface KeyRow {
  id: string;
  name: string;
  prefix: string;
  permissions: Permission[];
  website_id: string | null;
  created_at: Date;
  created_by: string;
  maker: string;
  last_used_at: Date | null;
  expires_at: Date | null;
}

/** Keys for programs. One sees and revokes one's own, and those of the websites where one holds `api_key.edit`. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly websites: Websites,
    private readonly authenticator: Authenticator,
    private readonly broadcaster: Broadcaster,
    private readonly audit: Audit,
  ) {}

  async list(member: Member, query: PageQuery): Promise<Page<ApiKey>> {
    const before = readCursor(query.cursor, (part) => isUUID(part));
    const rows = await this.database.query<KeyRow>(
      `select k.*, u.name as maker from api_key k join app_user u on u.id = k.created_by
        where k.revoked_at is null and (k.expires_at is null or k.expires_at > $5)
          and ($1::uuid[] is null or k.website_id = any ($1) or k.created_by = $2) and ($3::uuid is null or k.id < $3)
        order by k.id desc limit $4`,
      [administered(member), member.userId, before?.[0] ?? null, query.limit + 1, this.clock.now()],
    );
    return pageOf(rows, query.limit, toApiKey, (row) => [row.id]);
  }

  async create(member: Member, given: CreateApiKey): Promise<CreatedApiKey> {
    const websiteId = given.websiteId ?? null;
    if (websiteId !== null && !(member.can('api_key.edit', websiteId) && (await this.websites.exists(websiteId)))) throw new NotFound('website');
    mustHold(member, given.permissions, websiteId);
    const key = newApiKey();
    const now = this.clock.now();
    const expiresAt = given.expiresAt ? new Date(given.expiresAt) : null;
    if (expiresAt && expiresAt <= now) throw new InvalidInput([{ path: 'expiresAt', message: 'must be in the future' }]);
    const row: KeyRow = {
      id: newId(now.getTime()),
      name: given.name.trim(),
      prefix: key.slice(0, PREFIX_CHARS),
      permissions: [...new Set(given.permissions)],
      website_id: websiteId,
      created_at: now,
      created_by: member.userId,
      maker: member.name,
      last_used_at: null,
      expires_at: expiresAt,
    };
    await this.database.transaction(async (tx) => {
      await tx.query(
        `insert into api_key (id, name, key_hash, prefix, permissions, website_id, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [row.id, row.name, hashOf(key), row.prefix, row.permissions, row.website_id, member.userId, now, expiresAt],
      );
      await this.audit.record(tx, {
        actor: member,
        action: 'api_key.created',
        subject: { type: 'api_key', id: row.id },
        websiteId,
        details: { name: row.name, permissions: row.permissions },
      });
    });
    return { ...toApiKey(row), key };
  }

  async revoke(member: Member, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [revoked] = await tx.query<{ name: string; website_id: string | null }>(
        `update api_key set revoked_at = $2
          where id = $1 and revoked_at is null and ($3::uuid[] is null or website_id = any ($3) or created_by = $4)
        returning name, website_id`,
        [id, this.clock.now(), administered(member), member.userId],
      );
      if (!revoked) throw new NotFound('api key');
      await this.audit.record(tx, {
        actor: member,
        action: 'api_key.revoked',
        subject: { type: 'api_key', id },
        websiteId: revoked.website_id,
        details: { name: revoked.name },
      });
      tx.afterCommit(() => {
        this.authenticator.forget();
        this.broadcaster.disconnectApiKey(id);
      });
    });
  }
}

/**
 * Nobody grants what they do not hold. A key that is bound to no website reaches wherever its maker does; made with
 * another key, that would be further than the other key reaches, unless that one reaches everywhere too.
 */
function mustHold(member: Member, permissions: readonly Permission[], websiteId: string | null): void {
  const holds = (permission: Permission): boolean => {
    if (websiteId !== null) return member.can(permission, websiteId);
    return member.via ? member.canEverywhere(permission) : member.canSomewhere(permission);
  };
  const lacking = permissions.filter((permission) => !holds(permission));
  if (lacking.length > 0) throw new Forbidden(`You cannot grant what you do not hold: ${lacking.join(', ')}.`);
}

function administered(member: Member): readonly string[] | null {
  const websites = member.websitesWith('api_key.edit');
  return websites === 'all' ? null : websites;
}

function toApiKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    permissions: row.permissions,
    websiteId: row.website_id,
    createdAt: row.created_at.toISOString(),
    createdBy: { id: row.created_by, name: row.maker },
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  };
}
