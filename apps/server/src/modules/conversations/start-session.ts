import { Injectable } from '@nestjs/common';
import type { IdentityProof, StartSession as StartSessionBody, StartedSession } from '#contracts';
import type { VisitorCaller } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { newSession, VisitorView } from '../handoffs/index.js';
import { Sessions } from '../sessions/index.js';
import { proveIdentity, VisitorTokens, Visitors, type ProvenIdentity } from '../visitors/index.js';
import type { WebsiteSettings } from '../websites/index.js';
import { Newcomers } from './newcomers.js';
import { widgetWebsite, WidgetWebsites } from './widget-websites.js';

/** A widget says hello: the session it had before while that lives, else a new one. */
@Injectable()
export class StartSession {
  constructor(
    private readonly database: Database,
    private readonly websites: WidgetWebsites,
    private readonly visitors: Visitors,
    private readonly tokens: VisitorTokens,
    private readonly sessions: Sessions,
    private readonly view: VisitorView,
    private readonly newcomers: Newcomers,
    private readonly clock: Clock,
  ) {}

  /**
   * @param origin the request's `Origin`
   * @throws NotFound (no such websiteKey), OriginNotAllowed, IdentityInvalid
   */
  async start(body: StartSessionBody, origin: string | undefined): Promise<StartedSession> {
    const website = await this.websites.admit(body.websiteKey, origin, body.page?.url);
    const proven = body.identity === undefined ? null : this.proven(body.identity, website);
    const known = await this.callerOf(body.resume, website);
    // Nearly all who come are new: nobody else can hold or change what is only now being made.
    if (!proven && !known) return this.welcome(website, body);
    const { visitorToken, sessionId } = await this.database.transaction(async (tx) => {
      // The session before its visitor, as everybody takes them; the other way round two requests could wait for each other.
      if (known) await this.sessions.lock(tx, known.sessionId);
      const visitorId = await this.visitorOf(tx, website, body, proven, known);
      // Whoever proves to be somebody else than this browser's visitor finds nothing of theirs.
      const before = known?.visitorId === visitorId ? known : null;
      if (before && (await this.mayGoOn(tx, before, website, body))) return { visitorToken: body.resume!, sessionId: before.sessionId };
      return this.begin(tx, website, body, { visitorId, before });
    });
    return { visitorToken, session: await this.view.of(sessionId), website: widgetWebsite(website) };
  }

  private async welcome(website: WebsiteSettings, body: StartSessionBody): Promise<StartedSession> {
    const seen = this.seen(website, body);
    const visitor = this.visitors.newcomer(website.id, body.visitor ?? {}, seen);
    const { visitorToken, sessionId } = await this.newcomers.welcome({ visitor, locale: seen.locale, page: body.page ?? null, now: seen.now });
    return { visitorToken, session: newSession(sessionId), website: widgetWebsite(website) };
  }

  private seen(website: WebsiteSettings, body: StartSessionBody) {
    return { locale: body.locale ?? website.locale, timeZone: body.timeZone ?? null, now: this.clock.now() };
  }

  /** A token that is unknown, or another website's, is simply no token: the visitor starts anew. */
  private async callerOf(token: string | undefined, website: WebsiteSettings): Promise<VisitorCaller | null> {
    const caller = token ? await this.tokens.check(token) : null;
    return caller?.websiteId === website.id ? caller : null;
  }

  private proven(identity: IdentityProof, website: WebsiteSettings): ProvenIdentity {
    return proveIdentity(identity, { secret: website.identitySecret, audience: website.publicKey, now: this.clock.now() });
  }

  /** Whose session this is, with what the page says of them. */
  private async visitorOf(
    tx: Transaction,
    website: WebsiteSettings,
    body: StartSessionBody,
    proven: ProvenIdentity | null,
    known: VisitorCaller | null,
  ): Promise<string> {
    const identity = body.visitor ?? {};
    if (proven) {
      const current = known?.visitorId ?? null;
      return (await this.visitors.recognise(tx, website.id, proven, { identity, current, seen: this.seen(website, body) })).id;
    }
    // Without a proof there is the token: whoever has neither is a newcomer.
    const { visitorId } = known!;
    if (body.visitor) await this.visitors.describe(tx, visitorId, identity);
    return visitorId;
  }

  private async mayGoOn(tx: Transaction, known: VisitorCaller, website: WebsiteSettings, body: StartSessionBody): Promise<boolean> {
    const session = await this.sessions.lock(tx, known.sessionId);
    if (session.owner === 'nobody' && !session.mayReopen(this.clock.now(), website.reopenWindowHours)) return false;
    if (body.page) session.page = body.page;
    return true;
  }

  private async begin(
    tx: Transaction,
    website: WebsiteSettings,
    body: StartSessionBody,
    { visitorId, before }: { readonly visitorId: string; readonly before: VisitorCaller | null },
  ) {
    const session = this.sessions.open(tx, {
      websiteId: website.id,
      visitorId,
      locale: body.locale ?? website.locale,
      page: body.page ?? null,
      previousSessionId: before?.sessionId ?? null,
      now: this.clock.now(),
    });
    await tx.em.flush();
    const visitorToken = await this.tokens.issue(tx, { visitorId, sessionId: session.id, websiteId: website.id });
    return { visitorToken, sessionId: session.id };
  }
}
