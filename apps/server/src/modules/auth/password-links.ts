import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Config } from '#config';
import type { CreatedLink, LinkHolder, LinkPurpose, UseLink } from '#contracts';
import { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Credentials } from './credentials.js';
import { FailedLogins } from './failed-logins.js';
import { hashOf, type Whence } from './login-sessions.js';
import { Login, type LoggedIn } from './login.js';
import { hashPassword } from './password-hash.js';

const VALID_HOURS = 72;

/** Open: of somebody active, unused, not revoked, not expired. `$1` the token's hash, `$2` now. */
const OPEN = `l.token_hash = $1 and l.used_at is null and l.revoked_at is null and l.expires_at > $2 and u.id = l.user_id and u.active`;

interface Holder {
  user_id: string;
  name: string;
  email: string;
  purpose: LinkPurpose;
  expires_at: Date;
}

/** Addresses at which somebody chooses a password, once: to come in for the first time, or back in. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly credentials: Credentials,
    private readonly failures: FailedLogins,
    private readonly login: Login,
    private readonly audit: Audit,
  ) {}

  /** The address leads to where this installation says it is, whatever host was asked. The one before is void. */
  async make(tx: Transaction, userId: string, purpose: LinkPurpose): Promise<CreatedLink> {
    const now = this.clock.now();
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + VALID_HOURS * 3_600_000);
    await this.credentials.revokeLinks(tx, userId);
    await tx.query(`insert into password_link (token_hash, user_id, purpose, created_at, expires_at) values ($1, $2, $3, $4, $5)`, [
      hashOf(token),
      userId,
      purpose,
      now,
      expiresAt,
    ]);
    // Behind the #, where neither a server's log nor a referrer sees it.
    return { url: `${this.config.publicUrl}/welcome#${token}`, purpose, expiresAt: expiresAt.toISOString() };
  }

  /** @throws NotFound for one that leads nowhere, whatever the reason */
  async look(token: string, whence: Whence): Promise<LinkHolder> {
    const { name, email, purpose, expires_at } = await this.mustBeOpen(token, whence);
    return { name, email, purpose, expiresAt: expires_at.toISOString() };
  }

  /** Sets the password, ends every other login, and signs in. @throws NotFound */
  async use(given: UseLink, whence: Whence): Promise<LoggedIn> {
    await this.mustBeOpen(given.token, whence);
    const passwordHash = await hashPassword(given.password);
    const userId = await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      // Of two who use it at once one finds it used: this statement decides, not the look before it.
      const [used] = await tx.query<Holder>(
        `update password_link l set used_at = $2 from app_user u where ${OPEN} returning l.user_id, u.name, l.purpose`,
        [hashOf(given.token), now],
      );
      if (!used) throw new NotFound('link');
      await tx.query(`update app_user set password_hash = $2, failed_logins = 0, locked_until = null, updated_at = $3 where id = $1`, [
        used.user_id,
        passwordHash,
        now,
      ]);
      await this.credentials.endLogins(tx, used.user_id);
      await this.audit.record(tx, {
        actor: new Member(used.user_id, used.name, []),
        action: used.purpose === 'invitation' ? 'user.joined' : 'user.password_reset',
        subject: { type: 'user', id: used.user_id },
        address: whence.address,
      });
      return used.user_id;
    });
    return this.login.enter(userId, whence);
  }

  private async mustBeOpen(token: string, whence: Whence): Promise<Holder> {
    const now = this.clock.now();
    this.failures.mustBeFew(whence.address, now);
    const [holder] = await this.database.query<Holder>(
      `select l.user_id, u.name, u.email, l.purpose, l.expires_at from password_link l, app_user u where ${OPEN}`,
      [hashOf(token), now],
    );
    if (!holder) {
      this.failures.count(whence.address, now);
      throw new NotFound('link');
    }
    return holder;
  }
}
