import { Injectable } from '@nestjs/common';
import type { StartSession as StartSessionBody, StartedSession, WidgetWebsite } from '#contracts';
import type { VisitorCaller } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { VisitorView } from '../handoffs/index.js';
import { Sessions } from '../sessions/index.js';
import { VisitorTokens, Visitors } from '../visitors/index.js';
import { Websites, type WebsiteSettings } from '../websites/index.js';
import { OriginNotAllowed } from './conversation.problems.js';

/** A widget says hello: the session it had before while that lives, else a new one. */
@Injectable()
export class StartSession {
  constructor(
    private readonly database: Database,
    private readonly websites: Websites,
    private readonly visitors: Visitors,
    private readonly tokens: VisitorTokens,
    private readonly sessions: Sessions,
    private readonly view: VisitorView,
    private readonly clock: Clock,
  ) {}

  /**
   * @param origin the request's `Origin`
   * @throws NotFound (no such websiteKey), OriginNotAllowed
   */
  async start(body: StartSessionBody, origin: string | undefined): Promise<StartedSession> {
    const website = await this.websites.byPublicKey(body.websiteKey);
    if (!website) throw new NotFound('website');
    if (!origin || !website.allowedOrigins.includes(origin)) throw new OriginNotAllowed(origin);

    const known = await this.callerOf(body.resume, website);
    const { visitorToken, sessionId } = await this.database.transaction(async (tx) => {
      if (known && body.visitor) await this.visitors.describe(tx, known.visitorId, body.visitor);
      if (known && (await this.mayGoOn(tx, known, website, body))) return { visitorToken: body.resume!, sessionId: known.sessionId };
      return this.begin(tx, website, body, known);
    });
    return { visitorToken, session: await this.view.of(sessionId), website: widgetWebsite(website) };
  }

  /** A token that is unknown, or another website's, is simply no token: the visitor starts anew. */
  private async callerOf(token: string | undefined, website: WebsiteSettings): Promise<VisitorCaller | null> {
    const caller = token ? await this.tokens.check(token) : null;
    return caller?.websiteId === website.id ? caller : null;
  }

  private async mayGoOn(tx: Transaction, known: VisitorCaller, website: WebsiteSettings, body: StartSessionBody): Promise<boolean> {
    const session = await this.sessions.lock(tx, known.sessionId);
    if (session.owner === 'nobody' && !session.mayReopen(this.clock.now(), website.reopenWindowHours)) return false;
    if (body.page) session.page = body.page;
    return true;
  }

  private async begin(tx: Transaction, website: WebsiteSettings, body: StartSessionBody, known: VisitorCaller | null) {
    const now = this.clock.now();
    const locale = body.locale ?? website.locale;
    const visitorId =
      known?.visitorId ??
      (await this.visitors.create(tx, website.id, body.visitor ?? {}, { locale, timeZone: body.timeZone ?? null, now })).id;
    const session = this.sessions.open(tx, {
      websiteId: website.id,
      visitorId,
      locale,
      page: body.page ?? null,
      previousSessionId: known?.sessionId ?? null,
      now,
    });
    await tx.em.flush();
    const visitorToken = await this.tokens.issue(tx, { visitorId, sessionId: session.id, websiteId: website.id });
    return { visitorToken, sessionId: session.id };
  }
}

function widgetWebsite(website: WebsiteSettings): WidgetWebsite {
  return {
    name: website.name,
    theme: website.theme,
    locale: website.locale,
    texts: {},
    mode: website.mode,
    // People may be called at any hour, or, in the mode `off`, never.
    open: website.mode !== 'off',
    opensAt: null,
  };
}
