import { Injectable } from '@nestjs/common';
import { Config } from '#config';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';
import { Authenticator } from './authenticator.js';
import { LoginSessions } from './login-sessions.js';
import { passwordFits } from './password-hash.js';

/** Wrong passwords before an account rests; from then on each further one doubles the rest. */
const ATTEMPTS_ALLOWED = 10;
const LONGEST_REST_MINUTES = 15;

interface Account {
  id: string;
  password_hash: string | null;
  active: boolean;
}

/** Checks passwords, and takes rights back. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly logins: LoginSessions,
    private readonly authenticator: Authenticator,
    private readonly broadcaster: Broadcaster,
  ) {}

  /**
   * The user's id when the password fits; null otherwise, after the same time and without saying why.
   * The attempt is counted before it is judged: a hundred guesses at once are a hundred attempts.
   */
  async check(email: string, password: string): Promise<{ userId: string | null; knownAs: string | null }> {
    const account = await this.countAttempt(email);
    const fits = await passwordFits(password, account?.password_hash ?? null);
    if (!account?.active || !fits) return { userId: null, knownAs: account?.id ?? null };
    await this.database.query(`update app_user set failed_logins = 0, locked_until = null where id = $1`, [account.id]);
    return { userId: account.id, knownAs: account.id };
  }

  /** Every login, key and socket of a user ends with this commit. */
  async revokeAll(tx: Transaction, userId: string): Promise<void> {
    await this.logins.endAllOf(tx, userId);
    await this.revokeLinks(tx, userId);
    await tx.query(`update api_key set revoked_at = $2 where created_by = $1 and revoked_at is null`, [userId, this.clock.now()]);
    await this.reconnect(tx, userId);
  }

  /** Sockets do not say which login opened them, so all of the person's are cut; those of other devices come back by themselves. */
  async endLogin(tx: Transaction, token: string): Promise<void> {
    const userId = await this.logins.end(tx, token);
    if (userId === null) return;
    tx.afterCommit(() => {
      this.authenticator.forget();
      this.broadcaster.disconnectUser(userId);
    });
  }

  /** Logins and links end, keys stay: for a password that was changed. */
  async endLogins(tx: Transaction, userId: string): Promise<void> {
    await this.logins.endAllOf(tx, userId);
    await this.revokeLinks(tx, userId);
    await this.reconnect(tx, userId);
  }

  /** @returns whether one was open */
  async revokeLinks(tx: Transaction, userId: string): Promise<boolean> {
    const revoked = await tx.query(
      `update password_link set revoked_at = $2 where user_id = $1 and used_at is null and revoked_at is null returning expires_at > $2 as open`,
      [userId, this.clock.now()],
    );
    return revoked.some((link) => (link as { open: boolean }).open);
  }

  /** Rights have changed: whoever may still enter comes back with the new ones. */
  async reconnect(tx: Transaction, userId: string): Promise<void> {
    const keys = await tx.query<{ id: string }>(`select id from api_key where created_by = $1`, [userId]);
    tx.afterCommit(() => {
      this.authenticator.forget();
      this.broadcaster.disconnectUser(userId);
      for (const key of keys) this.broadcaster.disconnectApiKey(key.id);
    });
  }

  /** null when there is no such account or it is resting. */
  private async countAttempt(email: string): Promise<Account | null> {
    const now = this.clock.now();
    const [account] = await this.database.query<Account>(
      this.config.rateLimit
        ? `update app_user
              set failed_logins = failed_logins + 1,
                  locked_until = case when failed_logins + 1 >= ${ATTEMPTS_ALLOWED}
                    then $2::timestamptz + least(power(2, failed_logins + 1 - ${ATTEMPTS_ALLOWED}), ${LONGEST_REST_MINUTES}) * interval '1 minute' end
            where lower(email) = lower($1) and (locked_until is null or locked_until <= $2)
            returning id, password_hash, active`
        : `select id, password_hash, active from app_user where lower(email) = lower($1) and $2::timestamptz is not null`,
      [email.trim(), now],
    );
    return account ?? null;
  }
}
