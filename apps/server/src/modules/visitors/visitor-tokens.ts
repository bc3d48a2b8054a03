import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { VisitorCaller } from '../../platform/access/index.js';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

const VALID_DAYS = 90;
/** Another process notices a revoked token after this at the latest. */
const REMEMBERED_MS = 1000;
const TOKEN = /^vt_[\w-]{43}$/;

/** A token before it is stored. */
export interface MintedToken {
  readonly caller: VisitorCaller;
  readonly token: string;
  readonly hash: Buffer;
  readonly expiresAt: Date;
}

/** What lets a widget back into its session: an opaque token of 32 random bytes, of which only the hash is stored. */
@Injectable()
export class VisitorTokens {
  private readonly callers = new BriefMemory<VisitorCaller | null>(REMEMBERED_MS);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly broadcaster: Broadcaster,
  ) {}

  async issue(tx: Transaction, caller: VisitorCaller): Promise<string> {
    const minted = this.mint(caller);
    await tx.query(
      `insert into visitor_token (token_hash, website_id, visitor_id, session_id, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
      [minted.hash, caller.websiteId, caller.visitorId, caller.sessionId, this.clock.now(), minted.expiresAt],
    );
    return minted.token;
  }

  /** Made, and not stored: it lets nobody in before it is. */
  mint(caller: VisitorCaller): MintedToken {
    const token = `vt_${randomBytes(32).toString('base64url')}`;
    return { caller, token, hash: hashOf(token), expiresAt: new Date(this.clock.now().getTime() + VALID_DAYS * 86_400_000) };
  }

  /** To be called once it is committed: the visitor's first call follows at once and need not ask the database. */
  issued({ token, caller }: MintedToken): void {
    void this.callers.recall(token, () => Promise.resolve(caller));
  }

  /** Whom the token lets in; null when it is made up, expired, revoked, or its website is gone. */
  async check(token: string): Promise<VisitorCaller | null> {
    if (!TOKEN.test(token)) return null;
    return this.callers.recall(token, async () => {
      const [row] = await this.database.query<{ website_id: string; visitor_id: string; session_id: string }>(
        `select t.website_id, t.visitor_id, t.session_id
           from visitor_token t join website w on w.id = t.website_id and w.deleted_at is null
          where t.token_hash = $1 and t.revoked_at is null and t.expires_at > $2`,
        [hashOf(token), this.clock.now()],
      );
      return row ? { websiteId: row.website_id, visitorId: row.visitor_id, sessionId: row.session_id } : null;
    });
  }

  /** Takes every token of a session back and cuts the pages that use one. */
  async revoke(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(`update visitor_token set revoked_at = $2 where session_id = $1 and revoked_at is null`, [sessionId, this.clock.now()]);
    tx.afterCommit(() => {
      this.callers.forgetAll();
      this.broadcaster.disconnectVisitorToken(sessionId);
    });
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
