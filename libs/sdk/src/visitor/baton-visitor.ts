import type {
  IdentityProof,
  Message,
  PageInfo,
  RequestedHandoff,
  StartedSession,
  StartSession,
  SubmitContact,
  SubmitRating,
  VisitorIdentity,
  VisitorServerEvents,
  VisitorSession,
  VisitorSummary,
  WidgetWebsite,
} from '#contracts';
import { BatonError, Emitter, newClientId, SeqStream, type Rest } from '../shared/index.js';
import { SendQueue, type Outgoing } from './send-queue.js';
import { VisitorApi, type SyncedSession } from './visitor-api.js';
import { VisitorLine, type SocketFactory } from './visitor-line.js';
import { VisitorMemory, type Unsent, type VisitorStorage } from './visitor-memory.js';
import { personOf, Vouching, type IdentityProvider } from './vouching.js';
import { wakeOfPage, type Wake } from '../shared/wake.js';

export interface BatonVisitorOptions {
  /** Where Baton runs, e.g. `https://chat.example.com`. */
  readonly url: string;
  readonly websiteKey: string;
  readonly visitor?: VisitorIdentity | undefined;
  /** What the website's own server vouches for: a token, or `{ userId, hash }`. */
  readonly identity?: IdentityProof | undefined;
  /** Asked at the start, and again when what it gave has run out. */
  readonly identityProvider?: IdentityProvider | undefined;
  readonly page?: PageInfo | undefined;
  readonly locale?: string | undefined;
  readonly timeZone?: string | undefined;
  /** Keeps the conversation over reloads: `localStorage` in browsers. In memory unless given. */
  readonly storage?: VisitorStorage;
  /** For Node: the page's origin, one of the website's allowed ones. */
  readonly origin?: string;
  /** Gives socket.io-client's `io`; imported on first use unless given. */
  readonly loadSocket?: () => Promise<SocketFactory>;
  readonly wake?: Wake;
  /**
   * How long a first message waits for the socket, in milliseconds; not at all unless told. An answer is seen growing only
   * by who is connected when it begins.
   */
  readonly lineWithinMs?: number;
}

type Body<Name extends keyof VisitorServerEvents> = Parameters<VisitorServerEvents[Name]>[0];

export interface BatonVisitorEvents {
  /**
   * A session began or was resumed; `anew` when it is another one than before, `anotherPerson` when it is somebody else's
   * now, `replacesPerson` when it was somebody's who had signed in, too.
   */
  started: StartedSession & { readonly anew: boolean; readonly anotherPerson: boolean; readonly replacesPerson: boolean };
  /** Every message of the session once, in seq order, without a gap. */
  message: Message;
  session: VisitorSession;
  delta: Body<'message.delta'>;
  typing: Body<'typing'>;
  /** What was written here and has not come back in its place yet. */
  outgoing: readonly Outgoing[];
  connection: { readonly online: boolean };
}

/** How long to leave a server alone that refused us, in milliseconds. */
const ASK_AGAIN_AFTER_MS = 3000;
/** What `setTimeout` can count. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A visitor's side of one conversation. Sockets only hint: `message` events come dense and in order whatever the
 * network does, and what was written while offline leaves, once, when it is back.
 */
export class BatonVisitor {
  private readonly api: VisitorApi;
  private readonly memory: VisitorMemory;
  private readonly events = new Emitter<BatonVisitorEvents>();
  private readonly queue = new SendQueue({
    deliver: (message) => this.deliver(message),
    changed: (outgoing) => this.events.emit('outgoing', outgoing),
    ready: () => this.started !== null,
  });
  private readonly vouching = new Vouching();
  private readonly stopWaking: () => void;
  private stream: SeqStream<Message> | null = null;
  private line: VisitorLine | null = null;
  private seen: WidgetWebsite | null = null;
  private started: StartedSession | null = null;
  private starting: Promise<unknown> = Promise.resolve();
  /** Whose the conversation is, as far as the website has vouched for it. */
  private person: string;
  private renewal: ReturnType<typeof setTimeout> | undefined;
  private firstLine: PromiseWithResolvers<void> | null = null;
  private lineTimer: ReturnType<typeof setTimeout> | undefined;
  private askAgain: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private options: BatonVisitorOptions) {
    this.api = new VisitorApi(options.url, options.origin);
    this.memory = new VisitorMemory(options.websiteKey, options.storage);
    this.person = this.memory.person;
    this.vouching.tell(options.identity, options.identityProvider);
    this.sendWhatWasLeft();
    this.stopWaking = (options.wake ?? wakeOfPage)(() => this.wake());
  }

  get on(): Emitter<BatonVisitorEvents>['on'] {
    return this.events.on.bind(this.events);
  }
  get session(): VisitorSession | null {
    return this.started?.session ?? null;
  }
  get website(): WidgetWebsite | null {
    return this.started?.website ?? this.seen;
  }
  /** There is a conversation to go on with, or something in it that was never delivered. */
  get remembers(): boolean {
    return this.memory.token !== undefined || this.queue.outgoing.length > 0;
  }
  get outgoing(): readonly Outgoing[] {
    return this.queue.outgoing;
  }
  get online(): boolean {
    return this.line?.connected ?? false;
  }

  /** How the website looks and speaks; begins nothing and is stored nowhere. */
  async look(): Promise<WidgetWebsite> {
    this.seen = await this.api.look(this.options.websiteKey);
    return this.seen;
  }

  /**
   * Begins a conversation, or goes on with the remembered one. Called again it tells the server who the visitor is and
   * which page they are on, and follows a newer session that another tab began.
   */
  start(): Promise<StartedSession> {
    // One after another: each begins with what the one before has learned, and no two begin two conversations.
    const next = this.starting.then(
      () => this.startNow(),
      () => this.startNow(),
    );
    this.starting = next.catch(() => undefined);
    return next;
  }

  /** Opens the socket and keeps it open. Without it everything works, only nothing arrives by itself. */
  async connect(): Promise<void> {
    if (this.line) return this.catchUp();
    const { url, origin, loadSocket = importSocket } = this.options;
    const io = await loadSocket();
    if (this.closed || this.line) return;
    this.line = new VisitorLine(
      {
        url,
        origin,
        io,
        token: () => this.started?.visitorToken,
        onConnected: () => this.connected(),
        onDisconnected: () => this.events.emit('connection', { online: false }),
        onRefused: () => this.startAgainLater(),
      },
      {
        'message.created': ({ message }) => this.offer(message),
        'session.updated': ({ session }) => this.learn(session),
        'message.delta': (delta) => this.events.emit('delta', delta),
        typing: (typing) => this.events.emit('typing', typing),
      },
    );
  }

  /** What a later `start()` will say of the visitor and the page; call it to say it now. */
  describe(change: Pick<BatonVisitorOptions, 'visitor' | 'identity' | 'identityProvider' | 'page' | 'locale' | 'timeZone'>): void {
    this.options = { ...this.options, ...change };
    this.vouching.tell(this.options.identity, this.options.identityProvider);
  }

  /** @returns the stored message; waits out a missing network, rejects when the server refuses */
  send(text: string, clientId: string = newClientId()): Promise<Message> {
    const by = this.vouching.person || this.person;
    const sessionId = this.session?.id;
    const message = { clientId, text, at: Date.now(), ...(by ? { by } : {}), ...(sessionId ? { sessionId } : {}) };
    this.memory.holdUnsent(message);
    return this.queue.add(message);
  }

  sendAgain(clientId: string): void {
    this.queue.again(clientId);
  }

  discard(clientId: string): void {
    this.memory.dropUnsent(clientId);
    this.queue.discard(clientId);
  }

  async requestPerson(reason?: string): Promise<RequestedHandoff> {
    const body = reason ? { reason } : {};
    if (!this.line?.connected) return this.api.requestPerson(this.token(), body);
    return (await this.line.ask('handoff.request', body)).handoff;
  }

  /** Yes or no to the person that was offered, see `session.offer`. */
  async answerOffer(offerId: string, accept: boolean): Promise<VisitorSession> {
    const { session } = this.line?.connected
      ? await this.line.ask('offer.answer', { offerId, accept })
      : await this.api.answerOffer(this.token(), offerId, { accept });
    this.learn(session);
    return session;
  }

  async submitContact(contact: SubmitContact): Promise<VisitorSummary> {
    return (await this.onLine().ask('contact.submit', contact)).visitor;
  }

  async rate(rating: SubmitRating): Promise<void> {
    await this.onLine().ask('rating.submit', rating);
  }

  async end(): Promise<VisitorSession> {
    const { session } = await this.onLine().ask('session.end', {});
    this.learn(session);
    return session;
  }

  /** Typing and reading are courtesies: lost ones are not worth an error. */
  typing(on: boolean): void {
    void this.line?.ask('typing', { on }).catch(() => undefined);
  }
  read(seq: number): void {
    void this.line?.ask('read', { seq }).catch(() => undefined);
  }

  /** Another tab has written to the storage that all share: goes along with what it has begun, sent or discarded. */
  follow(): void {
    const left = this.memory.unsent(Date.now());
    this.queue.keep(({ state, clientId }) => state !== 'waiting' || left.some((one) => one.clientId === clientId));
    const { token, sessionId } = this.memory;
    if (token && sessionId !== this.session?.id && token === this.tokenFor(this.vouching.person)) this.start().catch(() => undefined);
  }

  /** Hangs up while the browser keeps the page aside; `resume` calls again. */
  pause(): void {
    this.line?.hangUp();
  }
  resume(): void {
    this.line?.reconnect();
  }

  async catchUp(): Promise<void> {
    await this.stream?.catchUp();
  }

  /** Leaves the conversation; it can be resumed. */
  close(): void {
    this.closed = true;
    clearTimeout(this.askAgain);
    clearTimeout(this.renewal);
    clearTimeout(this.lineTimer);
    this.stopWaking();
    this.queue.close();
    this.stream?.close();
    this.line?.close();
    this.events.clear();
  }

  /** Leaves and removes every trace of it from the storage. */
  forget(): void {
    this.close();
    this.memory.forget();
  }

  private async startNow(): Promise<StartedSession> {
    const { started, person } = await this.vouching.start((identity) => this.api.start(this.hello(identity)));
    if (this.closed) throw new BatonError('client.closed', 'The conversation was left.');
    this.begin(started, person);
    return started;
  }

  private hello(identity: IdentityProof | undefined): StartSession {
    const { websiteKey, visitor, page, locale, timeZone } = this.options;
    const resume = this.tokenFor(personOf(identity));
    return {
      websiteKey,
      ...(visitor ? { visitor } : {}),
      ...(identity ? { identity } : {}),
      ...(page ? { page } : {}),
      ...(locale ? { locale } : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(resume ? { resume } : {}),
    };
  }

  /** What is remembered may be another person's by now, in another tab: then we stay with our own. */
  private tokenFor(person: string): string | undefined {
    const { token, person: holder } = this.memory;
    const belongs = (other: string): boolean => !person || !other || person === other;
    if (token && belongs(holder)) return token;
    return belongs(this.person) ? this.started?.visitorToken : undefined;
  }

  private begin(started: StartedSession, proven: string): void {
    const before = this.started;
    const { id } = started.session;
    const anew = before?.session.id !== id;
    const goesOn = (before?.session.id ?? this.memory.sessionId) === id;
    const anotherPerson = proven !== '' && proven !== this.person;
    const replacesPerson = anotherPerson && this.person !== '';
    this.person = proven || (goesOn ? this.person : '');
    this.started = started;
    this.memory.holdSession(started.visitorToken, id, this.person);
    if (anew) {
      this.stream?.close();
      this.stream = new SeqStream<Message>({ fetchRest: (afterSeq) => this.fetchRest(afterSeq), deliver: (message) => this.arrived(message) });
    }
    this.events.emit('started', { ...started, anew, anotherPerson, replacesPerson });
    if (before?.visitorToken !== started.visitorToken) this.line?.reconnect();
    this.stream?.reached(started.session.lastSeq);
    this.queue.keep((message) => this.isOurs(message));
    this.sendWhatWasLeft();
    this.queue.flush();
    this.renewInTime();
  }

  /** Nobody's words are sent in another's name. What somebody wrote before they signed in goes where their conversation went. */
  private isOurs({ by, sessionId }: Unsent): boolean {
    if (by) return by === this.person;
    return !this.person || !sessionId || sessionId === this.session?.id;
  }

  private renewInTime(): void {
    clearTimeout(this.renewal);
    const freshForMs = this.vouching.freshForMs(Date.now());
    if (freshForMs) this.renewal = setTimeout(() => this.start().catch(() => undefined), Math.min(freshForMs, LONGEST_TIMER_MS));
  }

  private async deliver(unsent: Unsent): Promise<Message> {
    const { clientId, text } = unsent;
    await this.lineIsThere();
    // Written by somebody whom the server does not know here yet.
    if (!this.isOurs(unsent)) throw new BatonError('network.unreachable', 'Waiting until the server knows who is writing.');
    try {
      const message = this.line?.connected
        ? (await this.line.ask('message.send', { clientId, text })).message
        : await this.api.send(this.token(), { clientId, text });
      this.memory.dropUnsent(clientId);
      this.offer(message);
      return message;
    } catch (error) {
      if (!(error instanceof BatonError) || error.code !== 'session.closed') throw error;
      // Too late to reopen that one. The words were meant for us all the same: they open the next conversation.
      const closed = this.session?.id;
      const { id } = (await this.start()).session;
      if (id === closed) throw error;
      return this.deliver({ ...unsent, sessionId: id });
    }
  }

  private async lineIsThere(): Promise<void> {
    const { lineWithinMs } = this.options;
    if (!lineWithinMs || this.line?.connected) return;
    if (!this.firstLine) {
      this.firstLine = Promise.withResolvers();
      this.lineTimer = setTimeout(this.firstLine.resolve, lineWithinMs);
    }
    await this.firstLine.promise;
  }

  /** What an earlier page could not deliver any more. */
  private sendWhatWasLeft(): void {
    const known = new Set(this.outgoing.map((one) => one.clientId));
    for (const unsent of this.memory.unsent(Date.now())) {
      if (!known.has(unsent.clientId) && this.isOurs(unsent)) this.queue.add(unsent).catch(() => undefined);
    }
  }

  private async fetchRest(afterSeq: number): Promise<Rest<Message>> {
    const { session, messages } = this.line?.connected ? await this.askLine(this.line, afterSeq) : await this.api.sync(this.token(), afterSeq);
    this.learn(session);
    return { items: messages.filter((message) => message.sessionId === this.session?.id), lastSeq: session.lastSeq };
  }

  private async askLine(line: VisitorLine, afterSeq: number): Promise<SyncedSession> {
    try {
      return await line.ask('session.sync', { afterSeq });
    } catch (error) {
      // A phone that slept may hold a connection that only looks alive.
      if (error instanceof BatonError && error.code === 'network.timeout') line.reconnect();
      throw error;
    }
  }

  private offer(message: Message): void {
    if (message.sessionId === this.session?.id) this.stream?.offer(message);
  }

  private arrived(message: Message): void {
    if (message.clientId) this.memory.dropUnsent(message.clientId);
    this.queue.arrived(message);
    this.events.emit('message', message);
  }

  private learn(session: VisitorSession): void {
    if (!this.started || session.id !== this.started.session.id) return;
    this.started = { ...this.started, session };
    this.events.emit('session', session);
    this.stream?.reached(session.lastSeq);
  }

  private connected(): void {
    clearTimeout(this.lineTimer);
    this.firstLine?.resolve();
    this.events.emit('connection', { online: true });
    this.wake();
  }

  private wake(): void {
    this.queue.flush();
    this.stream?.catchUpSoon();
  }

  // The token was revoked or its session is gone: the server gives us the one that follows it.
  private startAgainLater(): void {
    clearTimeout(this.askAgain);
    this.askAgain = setTimeout(() => {
      this.start().then(
        () => this.line?.connected || this.line?.reconnect(),
        () => this.startAgainLater(),
      );
    }, ASK_AGAIN_AFTER_MS);
  }

  private token(): string {
    if (!this.started) throw new BatonError('client.not_started', 'Call start() first.');
    return this.started.visitorToken;
  }

  private onLine(): VisitorLine {
    if (!this.line?.connected) throw new BatonError('network.unreachable', 'Not connected at the moment.');
    return this.line;
  }
}

async function importSocket(): Promise<SocketFactory> {
  return (await import('socket.io-client')).io;
}
