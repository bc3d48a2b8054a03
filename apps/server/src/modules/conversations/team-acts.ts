import { Injectable } from '@nestjs/common';
import type { Handoff, OpenHandoff, SendMessage, Suggestion, TeamMessage, TeamSession } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { HandoffNotOffered, HandoffOpening, HandoffQueries, InboxNews, asActor } from '../handoffs/index.js';
import {
  ClientIdReused,
  MessageNews,
  NotYoursToSpeak,
  ReadMarks,
  SessionClosed,
  Sessions,
  SpeechWriter,
  Suggestions,
  Transcript,
  teamMessage,
  type Span,
} from '../sessions/index.js';
import { Triggers } from '../triggers/index.js';
import { causeOf } from './consequences.js';
import { Scenes } from './scene.js';
import { speechOfAgent } from './speeches.js';

/** What a team member does in a session: reads, speaks, calls a person. */
@Injectable()
export class TeamActs {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly transcript: Transcript,
    private readonly suggestionsKept: Suggestions,
    private readonly readMarks: ReadMarks,
    private readonly writer: SpeechWriter,
    private readonly news: MessageNews,
    private readonly scenes: Scenes,
    private readonly triggers: Triggers,
    private readonly opening: HandoffOpening,
    private readonly queries: HandoffQueries,
    private readonly inboxNews: InboxNews,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound also when it is another website's */
  async session(member: Member, sessionId: string): Promise<TeamSession> {
    await this.mustSee(member, sessionId);
    return this.sessions.teamView(sessionId);
  }

  async messages(member: Member, sessionId: string, span: Span): Promise<TeamMessage[]> {
    await this.mustSee(member, sessionId);
    return this.transcript.forTeam(sessionId, span);
  }

  async suggestions(member: Member, sessionId: string): Promise<Suggestion[]> {
    await this.mustSee(member, sessionId);
    return this.suggestionsKept.ofSession(sessionId);
  }

  async read(member: Member, sessionId: string, seq: number): Promise<void> {
    await this.mustSee(member, sessionId);
    if (await this.readMarks.byTeam(sessionId, seq)) await this.inboxNews.sessionChanged(sessionId);
  }

  /**
   * Speaks as this agent. Whether they may is checked by the statement that writes.
   * @throws InvalidInput, NotFound, NotYoursToSpeak, ClientIdReused
   */
  async reply(member: Member, sessionId: string, body: SendMessage): Promise<TeamMessage> {
    const websiteId = await this.mustSee(member, sessionId);
    if (!member.can('session.reply', websiteId)) throw new Forbidden();
    const outcome = await this.writer.write(speechOfAgent(member, sessionId, websiteId, body, this.clock.now()));
    switch (outcome.kind) {
      case 'written':
        this.news.created(outcome.row);
        return teamMessage(outcome.row);
      case 'repeated':
        return teamMessage(outcome.row);
      case 'conflict':
        throw new ClientIdReused(outcome.seq);
      case 'refused': {
        // The statement saw the session as it was when it began to wait; the sender is told how it stands now.
        const now = await this.sessions.find(sessionId);
        throw new NotYoursToSpeak(now?.owner ?? null, now?.epoch ?? null);
      }
    }
  }

  /**
   * Calls a person by hand, or by the API.
   * @returns the open handoff, an earlier one if there is one
   */
  async openHandoff(member: Member, sessionId: string, how: OpenHandoff): Promise<Handoff> {
    const websiteId = await this.mustSee(member, sessionId);
    // The answer is the handoff, so whoever opens one must also be allowed to see it.
    if (!member.can('handoff.open', websiteId) || !member.can('handoff.view', websiteId)) throw new Forbidden();
    const scene = await this.scenes.of(sessionId);
    if (!scene) throw new NotFound('session');
    const decision = await this.triggers.decide({
      stage: 'before_reply',
      websiteId,
      situation: this.scenes.situation(scene, { message: false, requestedVia: member.via ? 'api' : 'agent', ai: null }),
    });
    const rule = decision.fired.find((fired) => fired.action.type === 'handoff');

    const handoffId = await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const [open] = await tx.query<{ id: string }>(`select id from handoff where session_id = $1 and status in ('pending', 'claimed')`, [sessionId]);
      if (open) return open.id;
      if (session.owner === 'nobody') throw new SessionClosed(sessionId);
      if (!rule || scene.website.mode === 'off') throw new HandoffNotOffered();
      await this.triggers.remember(tx, {
        websiteId,
        sessionId,
        seq: session.lastSeq,
        stage: 'before_reply',
        decision,
        acted: new Set([rule.ruleId]),
        now,
      });
      const cause = causeOf(rule, session.locale);
      const opened = await this.opening.open(
        tx,
        session,
        {
          ...cause,
          trigger: 'requested',
          reason: how.reason?.trim() || cause.reason,
          priority: how.priority ?? cause.priority,
          teamId: how.teamId ? await this.opening.teamOf(tx, how.teamId, websiteId) : cause.teamId,
          actor: asActor(member),
          member,
        },
        now,
      );
      return opened.handoff.id;
    });
    return this.queries.get(member, handoffId);
  }

  /** A session is seen by those who see handoffs or sessions on its website; to others it does not exist. */
  async mustSee(member: Member, sessionId: string): Promise<string> {
    const websiteId = await this.sessions.websiteOf(sessionId);
    if (!member.can('session.view', websiteId) && !member.can('handoff.view', websiteId)) throw new NotFound('session');
    return websiteId;
  }
}
