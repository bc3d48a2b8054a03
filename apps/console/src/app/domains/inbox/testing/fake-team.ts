import { signal } from '@angular/core';
import { jest } from '@jest/globals';
import type { Handoff, HandoffSummary, InboxCounts, ListHandoffs, Note, Page, SendMessage, TeamMessage } from '#contracts';
import { type AgentSocket, type AgentSocketEvents, BatonTeam, Emitter, WatchedSession } from '#sdk';
import { type Connection, Live, SignedIn } from '../../../shell';
import { aHandoff, aMessage, ANA, aNote, aSession } from './builders';

const NO_COUNTS: InboxCounts = { mine: 0, unassigned: 0, sla_at_risk: 0, offline: 0, open: 0, resolved: 0 };

/**
 * The server as stores see it: what was asked is recorded by jest, what it tells is said by `tell`. Only the wire is
 * made up; the watched session on top of it is the real one.
 */
export class FakeTeam {
  private readonly events = new Emitter<AgentSocketEvents>();
  private readonly watched = new Map<string, WatchedSession>();
  /** What the server holds of the session; catching up reads from here. */
  stored: TeamMessage[] = [aMessage(1), aMessage(2, 'ai'), aMessage(3)];
  session = aSession();
  readonly connection = signal<Connection>('online');

  readonly handoffs = {
    list: jest.fn<(query: ListHandoffs) => Promise<Page<HandoffSummary>>>(async () => ({ items: [], nextCursor: null })),
    counts: jest.fn(async () => NO_COUNTS),
    pulse: jest.fn(async () => ({ waiting: 0, longestWaitSeconds: null, typicalFirstReplySeconds: null, agentsOnline: 1, agents: 2 })),
    get: jest.fn<(id: string) => Promise<Handoff>>(async () => aHandoff()),
    claim: jest.fn<(id: string) => Promise<Handoff>>(async () => aHandoff()),
    writeNote: jest.fn<(id: string, body: string) => Promise<Note>>(async (_id, body) => aNote({ id: 'written', body })),
  };
  readonly sessions = {
    messages: jest.fn<(id: string, span: object) => Promise<Page<TeamMessage>>>(async () => ({ items: [], nextCursor: null })),
  };
  readonly socket = {
    on: this.events.on.bind(this.events) as AgentSocket['on'],
    watchSession: (sessionId: string, afterSeq: number) => this.watch(sessionId, afterSeq),
    send: jest.fn<(sessionId: string, message: SendMessage) => Promise<TeamMessage>>(async (_id, { clientId, text }) =>
      this.store(aMessage(this.stored.length + 1, 'agent', { clientId, text })),
    ),
    watchInbox: jest.fn(async () => NO_COUNTS),
    typing: jest.fn(async () => undefined),
    read: jest.fn(async () => undefined),
  };

  /** Everything a store under test needs. */
  readonly providers = [
    { provide: BatonTeam, useValue: this },
    { provide: Live, useValue: { connection: this.connection, socket: this.socket } },
    { provide: SignedIn, useValue: { userId: () => ANA.id, can: () => true } },
  ];

  tell<Name extends keyof AgentSocketEvents>(event: Name, body: AgentSocketEvents[Name]): void {
    this.events.emit(event, body);
  }

  /** Keeps a message and tells of it, as the server does. */
  say(message: TeamMessage): void {
    this.store(message);
    this.hint(message);
  }

  hint(message: TeamMessage): void {
    this.watched.get(message.sessionId)?.receive('message.created', { message });
  }

  watchedSession(sessionId = this.session.id): WatchedSession {
    const watched = this.watched.get(sessionId);
    if (!watched) throw new Error(`Nobody watches ${sessionId}.`);
    return watched;
  }

  store(message: TeamMessage): TeamMessage {
    this.stored = [...this.stored, message].sort((a, b) => a.seq - b.seq);
    return message;
  }

  private watch(sessionId: string, afterSeq: number): WatchedSession {
    const watched = new WatchedSession(
      sessionId,
      afterSeq,
      async (after) => ({
        session: { ...this.session, lastSeq: this.stored.at(-1)?.seq ?? 0 },
        messages: this.stored.filter(({ seq }) => seq > after),
        viewers: [],
      }),
      () => this.watched.delete(sessionId),
    );
    this.watched.set(sessionId, watched);
    return watched;
  }
}
