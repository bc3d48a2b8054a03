import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Permission, Role } from '#contracts';
import { newId, type Database } from '../../../apps/server/src/platform/database/index.js';
import { Rows } from '../../harness/rows.js';
import type { Thing } from './expectations.js';

/** A website, one of each thing on it, and somebody who works there in one role. */
export interface World extends Readonly<Record<Thing, string>> {
  readonly member: string;
  /** Headers of the one who works there. */
  readonly login: Readonly<Record<string, string>>;
  /** Headers of the visitor. */
  readonly visitor: Readonly<Record<string, string>>;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export class Worlds {
  private readonly rows: Rows;

  constructor(private readonly database: Pick<Database, 'query'>) {
    this.rows = new Rows(database);
  }

  async make(role: Role, name = 'Own'): Promise<World> {
    const website = await this.rows.website({ name });
    const session = await this.rows.session({ websiteId: website, owner: 'queue' });
    const [member, user] = [await this.rows.user(name), await this.rows.user(name)];
    await this.rows.membership(member, website, role);
    await this.rows.membership(user, website, 'agent');
    await this.database.query(
      `insert into password_link (token_hash, user_id, purpose, created_at, expires_at) values ($1, $2, 'reset', now(), now() + interval '1 day')`,
      [randomBytes(32), user],
    );
    return {
      website,
      session: session.id,
      handoff: await this.handoff(website, session.id),
      article: await this.row(
        `insert into knowledge_article (id, website_id, title, body, created_at, updated_at) values ($1, $2, $3, 'Text', now(), now())`,
        website,
        name,
      ),
      rule: await this.rule(website, name),
      team: await this.row(`insert into team (id, website_id, name, created_at, updated_at) values ($1, $2, $3, now(), now())`, website, name),
      apiKey: (await this.key(user, ['website.view'], website, name)).id,
      role: await this.role(['handoff.view']),
      user,
      member,
      login: await this.login(member),
      visitor: await this.visitor(website, session.visitorId, session.id),
    };
  }

  /** Headers of somebody who holds a role made here, with these permissions, on every website. */
  async custom(permissions: readonly Permission[]): Promise<Readonly<Record<string, string>>> {
    const user = await this.rows.user('Everywhere');
    await this.database.query(`insert into membership (id, user_id, role_id, created_at) values ($1, $2, $3, now())`, [
      newId(),
      user,
      await this.role(permissions),
    ]);
    return this.login(user);
  }

  /** Headers of somebody who holds a role on every website. */
  async everywhere(role: Role): Promise<Readonly<Record<string, string>>> {
    const user = await this.rows.user('Everywhere');
    await this.rows.membership(user, null, role);
    return this.login(user);
  }

  /** Headers of a program that an administrator of everything gave these permissions. */
  async program(permissions: readonly Permission[]): Promise<Readonly<Record<string, string>>> {
    const user = await this.rows.user('Everywhere');
    await this.rows.membership(user, null, 'admin');
    const { key } = await this.key(user, permissions, null, 'Robot');
    return { authorization: `Bearer ${key}` };
  }

  /** Of no website, so it is nobody's in particular. */
  private async role(permissions: readonly Permission[]): Promise<string> {
    const id = newId();
    await this.database.query(`insert into role (id, name, permissions, created_at, updated_at) values ($1, $2, $3, now(), now())`, [
      id,
      `Role ${id}`,
      permissions,
    ]);
    return id;
  }

  private async key(user: string, permissions: readonly Permission[], website: string | null, name: string): Promise<{ id: string; key: string }> {
    const [id, key] = [newId(), `bk_${randomBytes(32).toString('base64url')}`];
    await this.database.query(
      `insert into api_key (id, name, key_hash, prefix, permissions, website_id, created_by, created_at) values ($1, $2, $3, 'bk_', $4, $5, $6, now())`,
      [id, name, hashOf(key), permissions, website, user],
    );
    return { id, key };
  }

  private async login(user: string): Promise<Readonly<Record<string, string>>> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `insert into login_session (token_hash, user_id, created_at, last_seen_at, expires_at) values ($1, $2, now(), now(), now() + interval '1 day')`,
      [hashOf(token), user],
    );
    return { cookie: `baton=${token}` };
  }

  private async visitor(website: string, visitor: string, session: string): Promise<Readonly<Record<string, string>>> {
    const token = `vt_${randomBytes(32).toString('base64url')}`;
    await this.database.query(
      `insert into visitor_token (token_hash, website_id, visitor_id, session_id, created_at, expires_at) values ($1, $2, $3, $4, now(), now() + interval '1 day')`,
      [hashOf(token), website, visitor, session],
    );
    return { authorization: `Bearer ${token}` };
  }

  private async handoff(website: string, session: string): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
       values ($1, $2, $3, 'pending', 'requested', 'asked_by_button', 'Asked for a person.', 0, now(), now())`,
      [id, website, session],
    );
    return id;
  }

  private async rule(website: string, name: string): Promise<string> {
    const id = newId();
    await this.database.query(
      `insert into trigger_rule (id, website_id, name, enabled, mode, stage, priority, trigger, code, version, created_at, updated_at)
       values ($1, $2, $3, true, 'live', 'before_reply', 1, 'custom_rule', 'custom_rule', 1, now(), now())`,
      [id, website, name],
    );
    await this.database.query(
      `insert into trigger_rule_version (rule_id, website_id, version, name, enabled, mode, priority, conditions, action, created_at)
       values ($1, $2, 1, $3, true, 'live', 1, '{"all":[{"fact":"message.text","operator":"contains","value":"x"}]}', '{"type":"tag","tag":"x"}', now())`,
      [id, website, name],
    );
    return id;
  }

  private async row(insert: string, website: string, name: string): Promise<string> {
    const id = randomUUID();
    await this.database.query(insert, [id, website, name]);
    return id;
  }
}
