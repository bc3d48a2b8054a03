import { LockMode } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PageInfo, SystemEvent, TeamSession } from '#contracts';
import { Broadcaster } from '../../platform/realtime/index.js';
import { Database, Gathering, newId, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { MessageNews } from './message-news.js';
import { AT_ONCE, Session } from './session.entity.js';
import { SpeechWriter } from './speech-writer.js';
import { speechOfSystem, type HeldSession } from './system-speech.js';
import { TEAM_SESSION, teamSession, type TeamSessionRow } from './team-session.js';

@Injectable()
export class Sessions {
  /** Asked for after every change: what many ask for at a time is read at once. */
  private readonly teamViews = new Gathering<string, TeamSessionRow | undefined>({
    keyOf: (sessionId) => sessionId,
    run: (batch) => this.readTeamViews(batch),
    maxBatch: 128,
    lanes: 2,
  });

  constructor(
    private readonly database: Database,
    private readonly writer: SpeechWriter,
    private readonly news: MessageNews,
    private readonly broadcaster: Broadcaster,
  ) {}

  /** A new conversation, owned by the AI. */
  open(tx: Transaction, start: NewSession): Session {
    return tx.em.create(Session, {
      id: newId(),
      websiteId: start.websiteId,
      visitorId: start.visitorId,
      owner: 'ai',
      ownerUserId: null,
      epoch: 1,
      lastSeq: 0,
      page: start.page,
      locale: start.locale,
      tags: [],
      previousSessionId: start.previousSessionId,
      visitorReadSeq: 0,
      teamReadSeq: 0,
      weakStreak: 0,
      lastMessageKind: null,
      lastMessageText: null,
      lastMessageAt: null,
      lastActivityAt: start.now,
      startedAt: start.now,
      closedAt: null,
      clockAt: AT_ONCE,
    });
  }

  /**
   * The session, held against everybody else until the transaction ends. Whoever changes an owner takes this first and
   * the handoff second, so that two changes never wait for each other. Only then is it asked for the time: who waited for
   * the lock with an earlier one would stand before what it waited for.
   * @throws NotFound
   */
  async lock(tx: Transaction, sessionId: string): Promise<Session> {
    const session = await tx.em.findOne(Session, { id: sessionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!session) throw new NotFound('session');
    return session;
  }

  async find(sessionId: string): Promise<Session | null> {
    return this.database.reader().findOne(Session, { id: sessionId });
  }

  /** @throws NotFound */
  async websiteOf(sessionId: string): Promise<string> {
    const [row] = await this.database.query<{ website_id: string }>(`select website_id from session where id = $1`, [sessionId]);
    if (!row) throw new NotFound('session');
    return row.website_id;
  }

  /**
   * Tells the visitor, inside the conversation, what changed. Part of the change: same transaction.
   * @param insteadOfLine what a rule has to say in its own words
   */
  async say(tx: Transaction, session: HeldSession, event: SystemEvent, now: Date, insteadOfLine?: string): Promise<void> {
    const outcome = await this.writer.writeWithin(tx, speechOfSystem(session, event, now, insteadOfLine));
    tx.afterCommit(() => {
      if (outcome.kind === 'written') this.news.created(outcome.row);
    });
  }

  /** @throws NotFound */
  async teamView(sessionId: string): Promise<TeamSession> {
    const row = await this.teamViews.add(sessionId);
    if (!row) throw new NotFound('session');
    return this.teamViewOf(row);
  }

  /** What a larger statement has read. */
  async teamViewOf(row: TeamSessionRow): Promise<TeamSession> {
    return teamSession(row, await this.broadcaster.visitorOnline(row.id));
  }

  private async readTeamViews(sessionIds: readonly string[]): Promise<readonly PromiseSettledResult<TeamSessionRow | undefined>[]> {
    const rows = await this.database.prepared<TeamSessionRow>(TEAM_SESSION, [sessionIds]);
    const bySession = new Map(rows.map((row) => [row.id, row]));
    return sessionIds.map((id) => ({ status: 'fulfilled', value: bySession.get(id) }));
  }
}

export interface NewSession {
  readonly websiteId: string;
  readonly visitorId: string;
  readonly locale: string;
  readonly page: PageInfo | null;
  readonly previousSessionId: string | null;
  readonly now: Date;
}
