import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { LoginSession } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';

const DAY_MS = 86_400_000;
/** A login ends after this at the latest … */
const VALID_DAYS = 30;
/** … and earlier when nobody used it for so long. */
export const IDLE_DAYS = 7;

/** Where a request came from, for the list of logins and the audit log. */
export interface Whence {
  readonly address: string;
  readonly userAgent: string | null;
}

interface LoginRow {
  id: string;
  current: boolean;
  created_at: Date;
  last_seen_at: Date;
  address: string | null;
  user_agent: string | null;
}

/** Logins live on the server and can be taken back; the browser holds 32 random bytes, the table their hash. */
@Injectable()
export class LoginSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async start(tx: Transaction, userId: string, whence: Whence): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await tx.query(
      `insert into login_session (token_hash, user_id, created_at, last_seen_at, expires_at, address, user_agent) values ($1, $2, $3, $3, $4, $5, $6)`,
      [hashOf(token), userId, now, new Date(now.getTime() + VALID_DAYS * DAY_MS), whence.address, whence.userAgent?.slice(0, 500) ?? null],
    );
    return token;
  }

  /** Those a user could still come back with, the latest used first. @param token the one that asks */
  async listOf(userId: string, token: string): Promise<LoginSession[]> {
    const now = this.clock.now();
    const rows = await this.database.query<LoginRow>(
      `select id, token_hash = $2 as current, created_at, last_seen_at, address, user_agent from login_session
        where user_id = $1 and revoked_at is null and expires_at > $3 and last_seen_at > $4
        order by token_hash = $2 desc, last_seen_at desc, id limit 100`,
      [userId, hashOf(token), now, new Date(now.getTime() - IDLE_DAYS * DAY_MS)],
    );
    return rows.map((row) => ({
      id: row.id,
      current: row.current,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      address: row.address,
      userAgent: row.user_agent,
    }));
  }

  /** @returns whose login it was; null when it had ended already */
  async end(tx: Transaction, token: string): Promise<string | null> {
    const [ended] = await tx.query<{ user_id: string }>(
      `update login_session set revoked_at = $2 where token_hash = $1 and revoked_at is null returning user_id`,
      [hashOf(token), this.clock.now()],
    );
    return ended?.user_id ?? null;
  }

  /** @returns whether there was such a login of this user */
  async endOneOf(tx: Transaction, userId: string, id: string): Promise<boolean> {
    const ended = await tx.query(`update login_session set revoked_at = $3 where id = $1 and user_id = $2 and revoked_at is null returning 1`, [
      id,
      userId,
      this.clock.now(),
    ]);
    return ended.length > 0;
  }

  async endAllOf(tx: Transaction, userId: string): Promise<void> {
    await tx.query(`update login_session set revoked_at = $2 where user_id = $1 and revoked_at is null`, [userId, this.clock.now()]);
  }

  /** @returns how many */
  async endAllButOne(tx: Transaction, userId: string, token: string): Promise<number> {
    const ended = await tx.query(
      `update login_session set revoked_at = $3 where user_id = $1 and token_hash <> $2 and revoked_at is null returning 1`,
      [userId, hashOf(token), this.clock.now()],
    );
    return ended.length;
  }
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
