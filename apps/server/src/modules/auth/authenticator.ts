import { Injectable } from '@nestjs/common';
import { Member } from '../../platform/access/index.js';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { API_KEY_FORM } from './api-key-form.js';
import { grantsOf, narrowed, ROLES_HELD_BY_U, type HeldRole } from './grants.js';
import { hashOf, IDLE_DAYS } from './login-sessions.js';
import { SessionCookie } from './session-cookie.js';

/** A right that ended elsewhere is noticed after this at the latest. */
const REMEMBERED_MS = 1000;
const DAY_MS = 86_400_000;

interface Holder {
  user_id: string;
  user_name: string;
  held: HeldRole[];
}

interface KeyHolder extends Holder {
  key_id: string;
  key_name: string;
  permissions: string[];
  website_id: string | null;
}

/** Tells who is asking on the team side. */
@Injectable()
export class Authenticator {
  private readonly members = new BriefMemory<Member | null>(REMEMBERED_MS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cookie: SessionCookie,
  ) {}

  /** @param header the `Cookie` header, of a request or a socket's handshake */
  async byCookie(header: string | undefined): Promise<Member | null> {
    const token = this.cookie.tokenIn(header);
    return token ? this.members.recall(`login ${token}`, () => this.byLogin(token)) : null;
  }

  /** @param key `bk_…` */
  async byApiKey(key: string): Promise<Member | null> {
    return API_KEY_FORM.test(key) ? this.members.recall(`key ${key}`, () => this.byKey(key)) : null;
  }

  /** To be called when a right has ended, so that this process notices at once. */
  forget(): void {
    this.members.forgetAll();
  }

  /** Being asked is being used; written at most every minute, because this runs for every request. */
  private async byLogin(token: string): Promise<Member | null> {
    const now = this.clock.now();
    const [holder] = await this.database.prepared<Holder>(
      `with login as (
         select * from login_session where token_hash = $1 and revoked_at is null and expires_at > $2 and last_seen_at > $3
       ), seen as (
         update login_session s set last_seen_at = $2 from login where s.token_hash = login.token_hash and login.last_seen_at < $4
       )
       select u.id as user_id, u.name as user_name, ${ROLES_HELD_BY_U} as held
         from login join app_user u on u.id = login.user_id and u.active`,
      [hashOf(token), now, new Date(now.getTime() - IDLE_DAYS * DAY_MS), new Date(now.getTime() - 60_000)],
    );
    return holder ? new Member(holder.user_id, holder.user_name, grantsOf(holder.held)) : null;
  }

  private async byKey(key: string): Promise<Member | null> {
    const now = this.clock.now();
    const [holder] = await this.database.prepared<KeyHolder>(
      `with shown as (
         select * from api_key where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)
       ), used as (
         update api_key k set last_used_at = $2 from shown where k.id = shown.id and (shown.last_used_at is null or shown.last_used_at < $3)
       )
       select u.id as user_id, u.name as user_name, ${ROLES_HELD_BY_U} as held,
              shown.id as key_id, shown.name as key_name, shown.permissions, shown.website_id
         from shown join app_user u on u.id = shown.created_by and u.active`,
      [hashOf(key), now, new Date(now.getTime() - 60_000)],
    );
    if (!holder) return null;
    const grants = narrowed(grantsOf(holder.held), holder.permissions, holder.website_id);
    return new Member(holder.user_id, holder.user_name, grants, { apiKeyId: holder.key_id, name: holder.key_name });
  }
}
