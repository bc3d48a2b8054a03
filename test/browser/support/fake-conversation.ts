import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuthorKind, Message, RequestedHandoff, SystemEvent, VisitorSession } from '#contracts';

const SYNC_PAGE = 200;

/** One conversation in the fake: its verbs are what the server and the team would do. */
export class FakeConversation {
  session: VisitorSession = { id: randomUUID(), owner: 'ai', status: 'open', lastSeq: 0 };
  readonly messages: Message[] = [];
  /** After the reopen window: nothing can be written any more. */
  closedForGood = false;
  readonly typed: boolean[] = [];

  constructor(private readonly emit: (event: string, body: object) => void) {}

  say(kind: AuthorKind, text: string, more: Partial<Message> & { name?: string } = {}): Message {
    const message = this.store(kind, text, more);
    this.emit('message.created', { message });
    return message;
  }

  /** Stored, but the hint is lost on the way. */
  store(kind: AuthorKind, text: string, { name, ...more }: Partial<Message> & { name?: string } = {}): Message {
    const message: Message = {
      id: randomUUID(),
      sessionId: this.session.id,
      seq: this.session.lastSeq + 1,
      author: name ? { kind, name } : { kind },
      text,
      attachments: [],
      clientId: null,
      createdAt: new Date().toISOString(),
      ...more,
    };
    this.messages.push(message);
    this.session = { ...this.session, lastSeq: message.seq };
    return message;
  }

  /** An AI answer word by word, then stored. */
  async stream(text: string, sources?: Message['sources'], millisPerWord = 5): Promise<void> {
    const turnId = randomUUID();
    this.emit('typing', { author: 'ai', on: true });
    for (const word of text.split(/(?<= )/)) {
      await pause(millisPerWord);
      this.emit('message.delta', { turnId, text: word });
    }
    await pause(millisPerWord);
    this.say('ai', text, { clientId: turnId, ...(sources ? { sources } : {}) });
    this.emit('typing', { author: 'ai', on: false });
  }

  delta(turnId: string, text: string): void {
    this.emit('message.delta', { turnId, text });
  }
  agentTypes(on: boolean, name = 'Ana'): void {
    this.emit('typing', { author: 'agent', on, name });
  }
  visitorTypes(on: boolean): void {
    this.typed.push(on);
  }

  requestPerson(position = 1, etaSeconds: number | null = 300): RequestedHandoff {
    if (this.session.owner === 'ai') {
      this.turn({ owner: 'queue', position, ...(etaSeconds === null ? {} : { etaSeconds }) });
      this.line({ code: 'handoff.queued', position, etaSeconds });
    }
    return { status: 'pending', position, etaSeconds };
  }
  /** A rule asks whether a person is wanted. */
  offer(text: string): void {
    const offerId = randomUUID();
    this.say('system', text, { event: { code: 'handoff.offered', offerId } });
    this.turn({ offer: { id: offerId } });
  }
  answerOffer(accept: boolean): VisitorSession {
    const { offer: _offer, ...session } = this.session;
    this.session = session;
    if (accept) this.requestPerson();
    else this.turn({});
    return this.session;
  }
  claim(agent = 'Ana'): void {
    const { position: _p, etaSeconds: _e, ...session } = this.session;
    this.session = session;
    this.turn({ owner: 'agent', agent: { name: agent } });
    this.line({ code: 'handoff.claimed', agent });
  }
  returnToAi(): void {
    const { agent: _agent, ...session } = this.session;
    this.session = session;
    this.turn({ owner: 'ai' });
    this.line({ code: 'handoff.returned_to_ai' });
  }
  close(code: 'handoff.resolved' | 'session.closed' = 'handoff.resolved'): void {
    this.turn({ owner: 'nobody', status: 'closed' });
    this.line({ code });
  }

  turn(change: Partial<VisitorSession>): void {
    this.session = { ...this.session, ...change };
    this.emit('session.updated', { session: this.session });
  }

  sync(afterSeq: number): { session: VisitorSession; messages: Message[] } {
    return { session: this.session, messages: this.messages.filter((message) => message.seq > afterSeq).slice(0, SYNC_PAGE) };
  }

  private line(event: SystemEvent): void {
    this.say('system', event.code, { event });
  }
}
