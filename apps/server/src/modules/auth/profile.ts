import { Injectable } from '@nestjs/common';
import type { LoginSession, Me, Page } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { Audit } from '../audit/index.js';
import { Credentials } from './credentials.js';
import { Login } from './login.js';
import { LoginSessions } from './login-sessions.js';

/** What people do with their own account. An API key acts for somebody, but is not them. */
@Injectable()
export class Profile {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly login: Login,
    private readonly logins: LoginSessions,
    private readonly credentials: Credentials,
    private readonly audit: Audit,
  ) {}

  async rename(member: Member, name: string): Promise<Me> {
    mustBeOneself(member);
    await this.database.transaction(async (tx) => {
      await tx.query(`update app_user set name = $2, updated_at = $3 where id = $1`, [member.userId, name.trim(), this.clock.now()]);
      await this.audit.record(tx, {
        actor: member,
        action: 'user.updated',
        subject: { type: 'user', id: member.userId },
        details: { fields: ['name'] },
      });
      await this.credentials.reconnect(tx, member.userId);
    });
    return this.login.me(member);
  }

  /** @param token of the login that asks */
  async sessions(member: Member, token: string | null): Promise<Page<LoginSession>> {
    mustBeOneself(member);
    return { items: await this.logins.listOf(member.userId, token ?? ''), nextCursor: null };
  }

  /** @throws NotFound for one that has ended, and for somebody else's */
  async endSession(member: Member, id: string): Promise<void> {
    mustBeOneself(member);
    await this.database.transaction(async (tx) => {
      if (!(await this.logins.endOneOf(tx, member.userId, id))) throw new NotFound('session');
      await this.audit.record(tx, { actor: member, action: 'auth.session_ended', subject: { type: 'user', id: member.userId } });
      await this.credentials.reconnect(tx, member.userId);
    });
  }

  async endOtherSessions(member: Member, token: string | null): Promise<void> {
    mustBeOneself(member);
    await this.database.transaction(async (tx) => {
      const ended = await this.logins.endAllButOne(tx, member.userId, token ?? '');
      await this.audit.record(tx, {
        actor: member,
        action: 'auth.other_sessions_ended',
        subject: { type: 'user', id: member.userId },
        details: { ended },
      });
      await this.credentials.reconnect(tx, member.userId);
    });
  }
}

function mustBeOneself(member: Member): void {
  if (member.via) throw new Forbidden('Sign in to do this; an API key cannot.');
}
