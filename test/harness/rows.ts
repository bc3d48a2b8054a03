import type { SessionOwner } from '#contracts';
import { newId, type Database } from '../../apps/server/src/platform/database/index.js';

/** Rows a test needs and does not care about, straight into the tables. */
export class Rows {
  constructor(private readonly database: Pick<Database, 'query'>) {}

  async website(more: { name?: string; origins?: string[] } = {}): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into website (id, name, public_key, allowed_origins, created_at, updated_at) values ($1, $2, $3, $4, now(), now())`,
      [id, more.name ?? 'A website', `wk_${id}`, more.origins ?? []],
    );
    return id;
  }

  async user(name = 'Ana'): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into app_user (id, email, name, password_hash, created_at, updated_at) values ($1, $2, $3, 'none that fits', now(), now())`,
      [id, `${id}@example.test`, name],
    );
    return id;
  }

  async membership(userId: string, websiteId: string | null, role: string): Promise<void> {
    await this.database.query(`insert into membership (id, user_id, website_id, role, created_at) values ($1, $2, $3, $4, now())`, [
      newId(),
      userId,
      websiteId,
      role,
    ]);
  }

  async session(
    more: { websiteId?: string; owner?: SessionOwner; agentId?: string } = {},
  ): Promise<{ id: string; websiteId: string; visitorId: string }> {
    const websiteId = more.websiteId ?? (await this.website());
    const visitorId = newId();
    const id = newId();
    const owner = more.owner ?? 'ai';
    await this.database.query(`insert into visitor (id, website_id, created_at, updated_at) values ($1, $2, now(), now())`, [visitorId, websiteId]);
    await this.database.query(
      `insert into session (id, website_id, visitor_id, owner, owner_user_id, locale, last_activity_at, started_at, closed_at)
       values ($1, $2, $3, $4, $5, 'en', now(), now(), $6)`,
      [id, websiteId, visitorId, owner, more.agentId ?? null, owner === 'nobody' ? new Date() : null],
    );
    return { id, websiteId, visitorId };
  }
}
