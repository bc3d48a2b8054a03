import { Injectable } from '@nestjs/common';
import type { Login as LoginBody, Me } from '#contracts';
import { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Forbidden, InvalidInput } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { LoginRefused } from './auth.problems.js';
import { Credentials } from './credentials.js';
import { FailedLogins } from './failed-logins.js';
import { permissionsIn } from './grants.js';
import { LoginSessions, type Whence } from './login-sessions.js';
import { hashPassword } from './password-hash.js';
import { Users } from './users.js';

export interface LoggedIn {
  readonly me: Me;
  /** For the cookie. */
  readonly token: string;
}

/** Signing in and out, and one's own password. */
@Injectable()
export class Login {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly users: Users,
    private readonly credentials: Credentials,
    private readonly sessions: LoginSessions,
    private readonly failures: FailedLogins,
    private readonly audit: Audit,
  ) {}

  /** @throws LoginRefused, TooManyAttempts */
  async logIn(given: LoginBody, whence: Whence): Promise<LoggedIn> {
    const now = this.clock.now();
    this.failures.mustBeFew(whence.address, now);
    const { userId, knownAs } = await this.credentials.check(given.email, given.password);
    if (!userId) {
      this.failures.count(whence.address, now);
      await this.recordRefusal(knownAs, whence);
      throw new LoginRefused();
    }
    return this.enter(userId, whence);
  }

  /** Lets in somebody whose right was proven another way, such as by the setup token. */
  async enter(userId: string, whence: Whence): Promise<LoggedIn> {
    return this.database.transaction(async (tx) => {
      const user = await this.users.get(userId, tx);
      const token = await this.sessions.start(tx, userId, whence);
      const member = new Member(userId, user.name, await this.users.grants(userId, tx));
      await this.audit.record(tx, { actor: member, action: 'auth.logged_in', subject: { type: 'user', id: userId }, address: whence.address });
      return { me: { user, permissions: permissionsIn(member.grants) }, token };
    });
  }

  async logOut(token: string): Promise<void> {
    await this.database.transaction((tx) => this.credentials.endLogin(tx, token));
  }

  async me(member: Member): Promise<Me> {
    return { user: await this.users.get(member.userId), permissions: permissionsIn(member.grants) };
  }

  /**
   * Ends every login of the user, and gives a new one to the one who asked.
   * @throws InvalidInput when the current password is wrong
   */
  async changePassword(member: Member, given: { currentPassword: string; newPassword: string }, whence: Whence): Promise<LoggedIn> {
    if (member.via) throw new Forbidden('Sign in to change the password; an API key cannot.');
    const { email } = await this.users.get(member.userId);
    const { userId } = await this.credentials.check(email, given.currentPassword);
    if (!userId) throw new InvalidInput([{ path: 'currentPassword', message: 'is wrong, or was wrong too often' }]);
    const hash = await hashPassword(given.newPassword);
    await this.database.transaction(async (tx) => {
      await tx.query(`update app_user set password_hash = $2, updated_at = $3 where id = $1`, [userId, hash, this.clock.now()]);
      await this.credentials.endLogins(tx, userId);
      await this.audit.record(tx, { actor: member, action: 'user.password_changed', subject: { type: 'user', id: userId }, address: whence.address });
    });
    return this.enter(userId, whence);
  }

  private recordRefusal(knownAs: string | null, whence: Whence): Promise<void> {
    return this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor: { kind: 'system' },
        action: 'auth.login_refused',
        subject: { type: 'user', id: knownAs },
        address: whence.address,
      }),
    );
  }
}
