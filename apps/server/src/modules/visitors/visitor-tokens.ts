import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { VisitorCaller } from '../../platform/access/index.js';
import { BriefMemory } from '../../platform/brief-memory/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, Gathering, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';

const VALID_DAYS = 90;
/** Another process notices a revoked token after this at the latest. */
const REMEMBERED_MS = 1000;
const TOKEN = /^vt_[\w-]{43}$/;
const MAX_BATCH = 128;
/** After a cut of the network all pages come back at once: few large questions are asked then. A page that connects does not notice. */
const ARRIVALS_APART_MS = 8;

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
  private readonly checking = this.gathering();
  private readonly admitting = this.gathering(ARRIVALS_APART_MS);

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
    return this.askedBy(this.checking, token);
  }

  /** The same for a page that connects, which may wait a moment for others that do so, too. */
  async admit(token: string): Promise<VisitorCaller | null> {
    return this.askedBy(this.admitting, token);
  }

  /** Takes every token of a session back and cuts the pages that use one. */
  async revoke(tx: Transaction, sessionId: string): Promise<void> {
    await tx.query(`update visitor_token set revoked_at = $2 where session_id = $1 and revoked_at is null`, [sessionId, this.clock.now()]);
    tx.afterCommit(() => {
      this.callers.forgetAll();
      this.broadcaster.disconnectVisitorToken(sessionId);
    });
  }

  private async askedBy(gathering: Gathering<Buffer, VisitorCaller | null>, token: string): Promise<VisitorCaller | null> {
    if (!TOKEN.test(token)) return null;
    return this.callers.recall(token, () => gathering.add(hashOf(token)));
  }

  private gathering(apartMs = 0): Gathering<Buffer, VisitorCaller | null> {
    return new Gathering({
      keyOf: (hash) => hash.toString('base64'),
      run: (batch) => this.checkTogether(batch),
      maxBatch: MAX_BATCH,
      lanes: 2,
      apartMs,
    });
  }

  private async checkTogether(hashes: readonly Buffer[]): Promise<readonly PromiseSettledResult<VisitorCaller | null>[]> {
    const rows = await this.database.prepared<TokenRow>(
      `select t.token_hash, t.website_id, t.visitor_id, t.session_id
         from visitor_token t join website w on w.id = t.website_id and w.deleted_at is null
        where t.token_hash = any ($1) and t.revoked_at is null and t.expires_at > $2`,
      [hashes, this.clock.now()],
    );
    // Every row brings its own copy of the website's id, and a connected widget would hold it for hours.
    const websiteIds = new Map(rows.map(({ website_id }) => [website_id, website_id]));
    const callers = new Map(rows.map((row) => [row.token_hash.toString('base64'), callerOf(row, websiteIds.get(row.website_id)!)]));
    return hashes.map((hash) => ({ status: 'fulfilled', value: callers.get(hash.toString('base64')) ?? null }));
  }
}

interface TokenRow {
  readonly token_hash: Buffer;
  readonly website_id: string;
  readonly visitor_id: string;
  readonly session_id: string;
}

function callerOf({ visitor_id, session_id }: TokenRow, websiteId: string): VisitorCaller {
  return { websiteId, visitorId: visitor_id, sessionId: session_id };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
