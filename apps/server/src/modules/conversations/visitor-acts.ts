import { Injectable } from '@nestjs/common';
import type { Message, RequestedHandoff, SubmitContact, SubmitRating, VisitorSession, VisitorSummary } from '#contracts';
import type { VisitorCaller } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { HandoffNotOffered, Handoffs, Offers, InboxNews, VisitorView, visitorActor } from '../handoffs/index.js';
import { ReadMarks, SessionClosed, Sessions, Transcript, type Session, type Span } from '../sessions/index.js';
import { Triggers } from '../triggers/index.js';
import { Visitors } from '../visitors/index.js';
import { Consequences, verdictsOf } from './consequences.js';
import { Scenes } from './scene.js';

/** What a visitor does besides writing. */
@Injectable()
export class VisitorActs {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly transcript: Transcript,
    private readonly readMarks: ReadMarks,
    private readonly view: VisitorView,
    private readonly visitors: Visitors,
    private readonly scenes: Scenes,
    private readonly triggers: Triggers,
    private readonly consequences: Consequences,
    private readonly offers: Offers,
    private readonly handoffs: Handoffs,
    private readonly news: InboxNews,
    private readonly doorbell: Doorbell,
    private readonly clock: Clock,
  ) {}

  /** Everything after a seq, and how the session stands. */
  async sync(caller: VisitorCaller, afterSeq: number): Promise<{ session: VisitorSession; messages: readonly Message[] }> {
    // The messages second: a session that is newer than its messages would make the client wait for what it already has.
    const session = await this.view.of(caller.sessionId);
    return { session, messages: await this.transcript.forVisitor(caller.sessionId, { afterSeq }) };
  }

  session(caller: VisitorCaller): Promise<VisitorSession> {
    return this.view.of(caller.sessionId);
  }

  messages(caller: VisitorCaller, span: Span): Promise<Message[]> {
    return this.transcript.forVisitor(caller.sessionId, span);
  }

  /** How far the visitor has read. */
  async read(caller: VisitorCaller, seq: number): Promise<void> {
    if (await this.readMarks.byVisitor(caller.sessionId, seq)) await this.news.sessionChanged(caller.sessionId);
  }

  /**
   * The button, or the API's word for it. Asking twice gives the same handoff.
   * @throws HandoffNotOffered, SessionClosed
   */
  async requestPerson(caller: VisitorCaller, { reason }: { reason?: string }): Promise<RequestedHandoff> {
    const scene = await this.scenes.of(caller.sessionId);
    if (!scene) throw new NotFound('session');
    if (scene.session.owner === 'ai' || scene.session.owner === 'nobody') {
      const decision = await this.triggers.decide({
        stage: 'before_reply',
        websiteId: caller.websiteId,
        situation: this.scenes.situation(scene, { message: false, requestedVia: 'button', ai: null }),
      });
      // Who asks for a person is not asked whether one is wanted.
      const verdicts = { ...verdictsOf(decision, scene), offer: undefined };
      const rule = verdicts.handoff;
      if (!rule) throw new HandoffNotOffered();
      await this.database.transaction(async (tx) => {
        const session = await this.sessions.lock(tx, caller.sessionId);
        const now = this.clock.now();
        this.reopenIfClosed(session, now, scene.website.reopenWindowHours);
        if (session.owner !== 'ai') return;
        const said = reason?.trim() ? `${rule.reason} “${reason.trim()}”` : rule.reason;
        // Opened again a moment ago, it stands under a later epoch than the one the rules looked at.
        const reopened = { ...scene, session: { ...scene.session, epoch: session.epoch } };
        const about = { scene: reopened, stage: 'before_reply' as const, verdicts, now };
        await this.consequences.draw(tx, session, about, { reason: said, actor: visitorActor(caller.visitorId) });
      });
    }
    const session = await this.view.of(caller.sessionId);
    return {
      status: session.owner === 'agent' ? 'claimed' : 'pending',
      position: session.position ?? null,
      etaSeconds: session.etaSeconds ?? null,
    };
  }

  /**
   * Yes or no to a person that was offered. Yes opens the handoff of the rule that offered; answering twice is answering once.
   * @throws NotFound, SessionClosed
   */
  async answerOffer(caller: VisitorCaller, offerId: string, accept: boolean): Promise<VisitorSession> {
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, caller.sessionId);
      if (session.owner === 'nobody') throw new SessionClosed(session.id);
      await this.offers.answer(tx, session, offerId, { accept, by: visitorActor(caller.visitorId) }, this.clock.now());
    });
    return this.view.of(caller.sessionId);
  }

  async submitContact(caller: VisitorCaller, contact: SubmitContact): Promise<VisitorSummary> {
    const visitor = await this.database.transaction((tx) => this.visitors.describe(tx, caller.visitorId, contact));
    this.doorbell.ring('session-touched', caller.sessionId);
    return { id: visitor.id, name: visitor.name, email: visitor.email };
  }

  /** The latest rating counts. */
  async rate(caller: VisitorCaller, { score, comment }: SubmitRating): Promise<void> {
    await this.database.query(
      `insert into rating (session_id, website_id, score, comment, created_at) values ($1, $2, $3, $4, $5)
       on conflict (session_id) do update set score = excluded.score, comment = excluded.comment, created_at = excluded.created_at`,
      [caller.sessionId, caller.websiteId, score, comment ?? null, this.clock.now()],
    );
  }

  /** The visitor is done. Whoever waits or speaks is told; ending twice is ending once. */
  async end(caller: VisitorCaller): Promise<VisitorSession> {
    await this.database.transaction(async (tx) => this.close(tx, caller));
    return this.view.of(caller.sessionId);
  }

  private async close(tx: Transaction, caller: VisitorCaller): Promise<void> {
    const session = await this.sessions.lock(tx, caller.sessionId);
    const now = this.clock.now();
    if (session.owner === 'nobody') return;
    session.close(now);
    await tx.query(`update ai_turn set state = 'dropped', finished_at = $2 where session_id = $1 and state = 'owed'`, [session.id, now]);
    await this.handoffs.cancelBecauseVisitorLeft(tx, session, now);
    await this.sessions.say(tx, session, { code: 'session.closed' }, now);
    tx.afterCommit(() => {
      this.doorbell.ring('owner-changed', session.id);
      void this.news.sessionChanged(session.id);
    });
  }

  private reopenIfClosed(session: Session, now: Date, hours: number): void {
    if (session.owner !== 'nobody') return;
    if (!session.mayReopen(now, hours)) throw new SessionClosed(session.id);
    session.toAi(now);
  }
}
