import { Injectable } from '@nestjs/common';
import type { PageInfo } from '#contracts';
import { Database, Gathering, newId } from '../../platform/database/index.js';
import { VisitorTokens, type MintedToken, type Visitor } from '../visitors/index.js';

const MAX_BATCH = 64;
/** Two, so that one batch is being sent while Postgres commits the other. */
const LANES = 2;

/** Somebody whom nobody knows yet, on a page that wants to chat. */
export interface Newcomer {
  /** Not stored yet. */
  readonly visitor: Visitor;
  readonly locale: string;
  readonly page: PageInfo | null;
  readonly now: Date;
}

type Arrival = Newcomer & { readonly sessionId: string; readonly token: MintedToken };

/** Gives newcomers what they need to chat: a visitor, a session that the AI owns, and the token that leads back to it. */
@Injectable()
export class Newcomers {
  private readonly arriving = new Gathering<Arrival, void>({
    keyOf: ({ sessionId }) => sessionId,
    run: (batch) => this.letIn(batch),
    maxBatch: MAX_BATCH,
    lanes: LANES,
  });

  constructor(
    private readonly database: Database,
    private readonly tokens: VisitorTokens,
  ) {}

  /** Resolves once all of it is committed, in one commit with others who arrived meanwhile. */
  async welcome(newcomer: Newcomer): Promise<{ readonly visitorToken: string; readonly sessionId: string }> {
    const sessionId = newId(newcomer.now.getTime());
    const { id: visitorId, websiteId } = newcomer.visitor;
    const token = this.tokens.mint({ visitorId, sessionId, websiteId });
    await this.arriving.add({ ...newcomer, sessionId, token });
    this.tokens.issued(token);
    return { visitorToken: token.token, sessionId };
  }

  private async letIn(batch: readonly Arrival[]): Promise<readonly PromiseSettledResult<void>[]> {
    try {
      await this.database.prepared(ARRIVE, [JSON.stringify(batch.map(toInput))]);
      return batch.map(() => ({ status: 'fulfilled', value: undefined }));
    } catch (reason) {
      if (batch.length === 1) return [{ status: 'rejected', reason }];
      // One that cannot be stored must not turn the others away.
      return (await Promise.all(batch.map((one) => this.letIn([one])))).flat();
    }
  }
}

function toInput({ visitor, locale, page, now, sessionId, token }: Arrival): object {
  return {
    visitor_id: visitor.id,
    website_id: visitor.websiteId,
    name: visitor.name ?? null,
    email: visitor.email ?? null,
    phone: visitor.phone ?? null,
    attributes: visitor.attributes,
    visitor_locale: visitor.locale ?? null,
    time_zone: visitor.timeZone ?? null,
    session_id: sessionId,
    page,
    locale,
    at: now,
    token_hash: token.hash.toString('hex'),
    expires_at: token.expiresAt,
  };
}

/** One statement, so all three are there or none. */
const ARRIVE = /* sql */ `
with input as (
  select * from json_to_recordset($1) as i (
    visitor_id uuid, website_id uuid, name text, email text, phone text, attributes jsonb, visitor_locale text, time_zone text,
    session_id uuid, page jsonb, locale text, at timestamptz, token_hash text, expires_at timestamptz)
),
met as (
  insert into visitor (id, website_id, name, email, phone, attributes, locale, time_zone, created_at, updated_at)
  select visitor_id, website_id, name, email, phone, attributes, visitor_locale, time_zone, at, at from input
),
opened as (
  insert into session (id, website_id, visitor_id, owner, epoch, page, locale, last_activity_at, started_at)
  select session_id, website_id, visitor_id, 'ai', 1, page, locale, at, at from input
)
insert into visitor_token (token_hash, website_id, visitor_id, session_id, created_at, expires_at)
select decode(token_hash, 'hex'), website_id, visitor_id, session_id, at, expires_at from input`;
