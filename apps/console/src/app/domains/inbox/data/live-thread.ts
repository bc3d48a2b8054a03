import { signal } from '@angular/core';
import type { TeamMessage, TeamSession, Viewer } from '#contracts';
import type { WatchedSession } from '#sdk';
import { Typists } from './typists';

/** An answer of the AI while it is being written. */
export interface StreamingAnswer {
  readonly turnId: string;
  readonly text: string;
}

/** One session as signals: its messages without gaps, who types, who looks, what the AI is writing. */
export class LiveThread {
  private readonly list = signal<readonly TeamMessage[]>([]);
  private readonly state = signal<TeamSession | null>(null);
  private readonly lookers = signal<readonly Viewer[]>([]);
  private readonly answer = signal<StreamingAnswer | null>(null);
  readonly typists = new Typists();

  readonly messages = this.list.asReadonly();
  readonly session = this.state.asReadonly();
  readonly viewers = this.lookers.asReadonly();
  readonly streaming = this.answer.asReadonly();

  /** @param messages what is known already, up to the seq after which `watched` goes on */
  constructor(
    private readonly watched: WatchedSession,
    session: TeamSession,
    messages: readonly TeamMessage[],
    private readonly onMessage: (message: TeamMessage) => void,
  ) {
    this.list.set(messages);
    this.state.set(session);
    watched.on('message', (message) => this.add(message));
    watched.on('session', (news) => this.update(news));
    watched.on('viewers', (viewers) => this.lookers.set(viewers));
    watched.on('typing', ({ author, name, on }) => this.typists.heard(author, name ?? null, on));
    watched.on('delta', ({ turnId, text }) => this.append(turnId, text));
    watched.catchUpSoon();
  }

  update(session: TeamSession): void {
    // An answer that was asked for before the last change may arrive after the news of it.
    if (session.epoch < (this.state()?.epoch ?? 0)) return;
    this.state.set(session);
    if (session.owner !== 'ai') this.answer.set(null);
  }

  /** A message known from elsewhere: the acknowledgement of one's own. */
  offer(message: TeamMessage): void {
    this.watched.receive('message.created', { message });
  }

  addEarlier(messages: readonly TeamMessage[]): void {
    this.list.update((list) => [...messages.filter(({ seq }) => seq < (list[0]?.seq ?? Infinity)), ...list]);
  }

  catchUpSoon(): void {
    this.watched.catchUpSoon();
  }

  close(): void {
    this.watched.close();
    this.typists.clear();
  }

  private add(message: TeamMessage): void {
    this.list.update((list) => [...list, message]);
    this.typists.spoke(message.author.kind);
    if (message.author.kind === 'ai') this.answer.set(null);
    this.onMessage(message);
  }

  private append(turnId: string, text: string): void {
    // Words that were on their way when somebody took over are not shown any more.
    if (this.state()?.owner !== 'ai') return;
    this.answer.update((answer) => ({ turnId, text: answer?.turnId === turnId ? answer.text + text : text }));
  }
}
