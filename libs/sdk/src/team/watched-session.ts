import type { AgentServerEvents, Note, Suggestion, TeamMessage, TeamSession, Viewer } from '#contracts';
import { Emitter, SeqStream, type Rest } from '../shared/index.js';

type Body<Name extends keyof AgentServerEvents> = Parameters<AgentServerEvents[Name]>[0];

export interface WatchedSessionEvents {
  /** Every message once, in the order of seq, without a gap. */
  message: TeamMessage;
  session: TeamSession;
  viewers: readonly Viewer[];
  delta: Body<'message.delta'>;
  typing: Body<'typing'>;
  note: Note;
  suggestion: Suggestion;
}

export interface SessionSnapshot {
  readonly session: TeamSession;
  readonly messages: readonly TeamMessage[];
  readonly viewers: readonly Viewer[];
}

/** One conversation, as it goes on. Made by `AgentSocket.watchSession`. */
export class WatchedSession {
  private readonly events = new Emitter<WatchedSessionEvents>();
  private readonly stream: SeqStream<TeamMessage>;
  private latest: TeamSession | null = null;

  constructor(
    readonly sessionId: string,
    afterSeq: number,
    private readonly watch: (afterSeq: number) => Promise<SessionSnapshot>,
    private readonly unwatch: () => void,
  ) {
    this.stream = new SeqStream<TeamMessage>({
      after: afterSeq,
      fetchRest: (after) => this.fetchRest(after),
      deliver: (message) => this.events.emit('message', message),
    });
  }

  readonly on: Emitter<WatchedSessionEvents>['on'] = (event, listener) => this.events.on(event, listener);

  /** null until the first answer */
  get session(): TeamSession | null {
    return this.latest;
  }

  get lastSeq(): number {
    return this.stream.lastSeq;
  }

  /** Joins the session if need be and delivers all that is missing. @throws BatonError */
  catchUp(): Promise<void> {
    return this.stream.catchUp();
  }

  /** `catchUp` for those who cannot wait: what fails is asked for again. */
  catchUpSoon(): void {
    this.stream.catchUpSoon();
  }

  close(): void {
    this.stream.close();
    this.events.clear();
    this.unwatch();
  }

  /** For `AgentSocket`: something arrived for this session. */
  receive<Name extends keyof AgentServerEvents>(event: Name, body: Body<Name>): void {
    if (event === 'message.created') this.stream.offer((body as Body<'message.created'>).message);
    else if (event === 'session.updated') this.updated((body as Body<'session.updated'>).session);
    else if (event === 'viewers') this.events.emit('viewers', (body as Body<'viewers'>).viewers);
    else if (event === 'message.delta') this.events.emit('delta', body as Body<'message.delta'>);
    else if (event === 'typing') this.events.emit('typing', body as Body<'typing'>);
    else if (event === 'note.created') this.events.emit('note', (body as Body<'note.created'>).note);
    else if (event === 'suggestion.created') this.events.emit('suggestion', (body as Body<'suggestion.created'>).suggestion);
  }

  private async fetchRest(afterSeq: number): Promise<Rest<TeamMessage>> {
    const snapshot = await this.watch(afterSeq);
    this.updated(snapshot.session);
    this.events.emit('viewers', snapshot.viewers);
    return { items: snapshot.messages, lastSeq: snapshot.session.lastSeq };
  }

  private updated(session: TeamSession): void {
    this.latest = session;
    this.events.emit('session', session);
    this.stream.reached(session.lastSeq);
  }
}
