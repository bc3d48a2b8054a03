import type { AuthorKind, Message, SubmitContact, VisitorSession, WidgetWebsite } from '#contracts';
import { BatonError, type BatonVisitor, type BatonVisitorEvents, type Outgoing } from '#sdk/visitor';
import type { HandoffStep } from '../bridge.js';
import type { Marks } from './marks.js';

export interface ConversationState {
  /** `ready` once the website is known; `unavailable`: the server does not know it, or not from this page. */
  readonly phase: 'starting' | 'ready' | 'unavailable';
  /** `lost` only after it has been so for a moment: a blink is not worth a word. */
  readonly connection: 'fine' | 'lost';
  readonly website: WidgetWebsite | null;
  /** Null until the visitor has written: who only looks leaves no trace. */
  readonly session: VisitorSession | null;
  /** Of conversations that were closed for good while this page was open. */
  readonly earlier: readonly Message[];
  readonly messages: readonly Message[];
  readonly outgoing: readonly Outgoing[];
  /** The answer being written, as far as it has come. */
  readonly draft: { readonly turnId: string; readonly text: string } | null;
  readonly typing: { readonly author: AuthorKind; readonly name?: string } | null;
  /** The last seq that was on screen. */
  readonly readSeq: number;
  /** Whether the visitor has rated this session here. */
  readonly rated: boolean;
  readonly contactLeft: string | null;
}

export interface News {
  changed(state: ConversationState): void;
  /** A message that came while we were here, not one of the past. */
  message(message: Message): void;
  handoff(step: HandoffStep): void;
}

const LOST_AFTER_MS = 1000;
/** The first connection takes longer than a blink. */
const FIRST_LINE_WITHIN_MS = 3000;
/** A typing sign that nobody took back. */
const TYPING_FADES_AFTER_MS = 8000;
const TYPING_SAID_EVERY_MS = 3000;
const TRY_AGAIN_AFTER_MS = [1000, 2000, 4000, 8000, 15_000];

/** What there is to see of one conversation, kept up to date from the visitor client. */
export class Conversation {
  private now: ConversationState = {
    phase: 'starting',
    connection: 'fine',
    website: null,
    session: null,
    earlier: [],
    messages: [],
    outgoing: [],
    draft: null,
    typing: null,
    readSeq: 0,
    rated: false,
    contactLeft: null,
  };
  private looking: Promise<void> | null = null;
  private beginning: Promise<void> | null = null;
  private knownSeq = 0;
  private deadTurn: string | null = null;
  private timers: Partial<Record<'lost' | 'typing' | 'retry' | 'stopTyping', ReturnType<typeof setTimeout>>> = {};
  private saidTypingAt = 0;

  constructor(
    private readonly visitor: BatonVisitor,
    private readonly marks: Marks,
    private readonly news: News,
    /** Has what a running conversation needs fetched. */
    private readonly warmUp: () => void,
  ) {
    this.now = { ...this.now, outgoing: visitor.outgoing };
    visitor.on('started', (started) => this.started(started));
    visitor.on('message', (message) => this.arrived(message));
    visitor.on('session', (session) => this.turned(session));
    visitor.on('delta', ({ turnId, text }) => this.written(turnId, text));
    visitor.on('typing', ({ author, on, name }) => this.types(on ? { author, ...(name ? { name } : {}) } : null));
    visitor.on('outgoing', (outgoing) => this.set({ outgoing }));
    visitor.on('connection', ({ online }) => (online ? this.found() : this.missed()));
  }

  get state(): ConversationState {
    return this.now;
  }

  get unread(): number {
    return this.now.messages.filter(({ seq, author }) => seq > this.now.readSeq && (author.kind === 'ai' || author.kind === 'agent')).length;
  }

  /** The panel is on screen, or something may have happened without us: goes on where there is something to go on with. */
  open(): Promise<void> {
    if (this.visitor.remembers) return this.begin();
    return (this.looking ??= this.tryToLook(0));
  }

  /** Starts or resumes; called again it does nothing. Without a network it keeps trying. */
  begin(attempt = 0): Promise<void> {
    this.warmUp();
    return (this.beginning ??= this.tryToBegin(attempt));
  }

  /** Tells the server what is known of visitor and page now, once it knows of the visitor at all. */
  async describe(change: Parameters<BatonVisitor['describe']>[0]): Promise<void> {
    this.visitor.describe(change);
    // A start that is under way has left without it.
    await this.beginning;
    if (this.now.phase === 'unavailable') {
      // Perhaps what was refused has been put right.
      this.beginning = this.looking = null;
      return this.open();
    }
    if (!this.now.session) return;
    try {
      await this.visitor.start();
    } catch (error) {
      if (isRefusal(error)) complain(error);
      throw error;
    }
  }

  send(text: string): void {
    this.stopTyping();
    // A refusal shows at the message itself.
    this.visitor.send(text).catch(() => undefined);
    void this.begin();
  }

  /** Another tab has written to what all share. */
  follow(): void {
    if (this.now.session) this.visitor.follow();
    else if (this.visitor.remembers) void this.begin();
  }

  async requestPerson(reason?: string): Promise<void> {
    await this.begin();
    await this.visitor.requestPerson(reason);
    this.news.handoff('requested');
  }

  /** Yes or no to the person that was offered. */
  async answerOffer(accept: boolean): Promise<void> {
    const offer = this.now.session?.offer;
    if (!offer) return;
    await this.visitor.answerOffer(offer.id, accept);
    if (accept) this.news.handoff('requested');
  }

  async leaveContact(contact: SubmitContact): Promise<void> {
    await this.visitor.submitContact(contact);
    this.set({ contactLeft: contact.email });
  }

  /** The score alone is enough; what is said besides may follow. */
  async rate(score: number, comment?: string): Promise<void> {
    await this.visitor.rate({ score, ...(comment ? { comment } : {}) });
    if (this.now.session) this.marks.rated(this.now.session.id);
    this.set({ rated: true });
  }

  async end(): Promise<void> {
    await this.visitor.end();
  }

  /** The visitor is writing; the others are told now and then. */
  typing(): void {
    this.warmUp();
    clearTimeout(this.timers.stopTyping);
    this.timers.stopTyping = setTimeout(() => this.stopTyping(), TYPING_SAID_EVERY_MS + 1000);
    if (Date.now() - this.saidTypingAt < TYPING_SAID_EVERY_MS) return;
    this.saidTypingAt = Date.now();
    this.visitor.typing(true);
  }

  /** Everything up to now is on screen. */
  seen(): void {
    const { session, messages, readSeq } = this.now;
    const last = messages.at(-1)?.seq ?? 0;
    if (!session || last <= readSeq) return;
    this.marks.read(session.id, last);
    this.visitor.read(last);
    this.set({ readSeq: last });
  }

  /** Another tab may have shown more. */
  readElsewhere(): void {
    const { session, readSeq } = this.now;
    const seq = session ? this.marks.readIn(session.id) : 0;
    if (seq > readSeq) this.set({ readSeq: seq });
  }

  leave(): void {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    this.visitor.close();
  }

  private async tryToLook(attempt: number): Promise<void> {
    try {
      const website = await this.visitor.look();
      this.found();
      if (!this.now.session) this.set({ phase: 'ready', website });
    } catch (error) {
      this.failed(error, attempt, (next) => {
        this.looking = null;
        if (!this.beginning) this.looking = this.tryToLook(next);
      });
    }
  }

  private async tryToBegin(attempt: number): Promise<void> {
    try {
      await this.startAsDescribed();
      this.found();
      await this.visitor.connect();
      // It may come about slowly, or not at all.
      if (!this.visitor.online) this.timers.lost ??= setTimeout(() => this.set({ connection: 'lost' }), FIRST_LINE_WITHIN_MS);
    } catch (error) {
      this.beginning = null;
      this.failed(error, attempt, (next) => void this.begin(next));
    }
  }

  private async startAsDescribed(): Promise<void> {
    try {
      await this.visitor.start();
    } catch (error) {
      if (!(error instanceof BatonError) || error.code !== 'input.invalid') throw error;
      // Something the page says of its visitor; they can talk to us all the same.
      complain(error);
      this.visitor.describe({ visitor: undefined, page: undefined });
      await this.visitor.start();
    }
  }

  private failed(error: unknown, attempt: number, again: (attempt: number) => void): void {
    if (error instanceof BatonError && error.code === 'client.closed') return;
    if (isRefusal(error)) {
      complain(error);
      return this.set({ phase: 'unavailable' });
    }
    this.missed();
    clearTimeout(this.timers.retry);
    this.timers.retry = setTimeout(() => again(attempt + 1), TRY_AGAIN_AFTER_MS[attempt] ?? TRY_AGAIN_AFTER_MS.at(-1));
  }

  private started({ anew, anotherPerson, session, website }: BatonVisitorEvents['started']): void {
    if (!anew) return this.set({ website });
    this.knownSeq = session.lastSeq;
    const { earlier, messages } = this.now;
    this.set({
      phase: 'ready',
      website,
      session,
      // What one person said is not for the next who signs in here.
      earlier: anotherPerson ? [] : [...earlier, ...messages],
      messages: [],
      draft: null,
      typing: null,
      readSeq: this.marks.readIn(session.id),
      rated: this.marks.wasRated(session.id),
      contactLeft: null,
    });
  }

  private arrived(message: Message): void {
    const { messages, draft, typing } = this.now;
    const ofOther = message.author.kind !== 'visitor';
    this.set({
      messages: [...messages, message],
      // The stored answer takes the place of the one that was being written.
      draft: message.author.kind === 'ai' ? null : draft,
      typing: ofOther ? null : typing,
    });
    if (message.author.kind === 'ai' && draft) this.deadTurn = draft.turnId;
    if (message.seq > this.knownSeq) this.news.message(message);
  }

  private turned(session: VisitorSession): void {
    const before = this.now.session?.owner;
    // Whoever took over has silenced the AI: what it had begun to say will not be finished.
    this.set({ session, ...(session.owner === 'ai' ? {} : { draft: null }) });
    if (before && before !== session.owner) this.tellHandoff(before, session.owner);
  }

  private tellHandoff(before: VisitorSession['owner'], owner: VisitorSession['owner']): void {
    if (owner === 'queue') this.news.handoff('queued');
    else if (owner === 'agent') this.news.handoff('claimed');
    else if (before === 'queue' || before === 'agent') this.news.handoff(owner === 'ai' ? 'returned_to_ai' : 'resolved');
  }

  private written(turnId: string, text: string): void {
    if (turnId === this.deadTurn || (this.now.session && this.now.session.owner !== 'ai')) return;
    const { draft } = this.now;
    this.set({ draft: draft?.turnId === turnId ? { turnId, text: draft.text + text } : { turnId, text }, typing: null });
  }

  private types(typing: ConversationState['typing']): void {
    clearTimeout(this.timers.typing);
    if (typing) this.timers.typing = setTimeout(() => this.set({ typing: null }), TYPING_FADES_AFTER_MS);
    this.set({ typing });
  }

  private stopTyping(): void {
    clearTimeout(this.timers.stopTyping);
    if (this.saidTypingAt > 0) this.visitor.typing(false);
    this.saidTypingAt = 0;
  }

  private found(): void {
    clearTimeout(this.timers.lost);
    this.timers.lost = undefined;
    this.set({ connection: 'fine' });
    // Our own sight of it may have been lost with the connection.
    if (this.now.readSeq > 0) this.visitor.read(this.now.readSeq);
  }

  private missed(): void {
    this.timers.lost ??= setTimeout(() => this.set({ connection: 'lost' }), LOST_AFTER_MS);
    // The rest of an answer passes us by; its beginning alone would read as if that were all.
    const { draft } = this.now;
    if (draft) this.deadTurn = draft.turnId;
    this.set({ draft: null, typing: null });
  }

  private set(change: Partial<ConversationState>): void {
    this.now = { ...this.now, ...change };
    this.news.changed(this.now);
  }
}

/** The server understood, and said no. */
function isRefusal(error: unknown): error is BatonError {
  return error instanceof BatonError && !error.worthRetrying && error.status !== null;
}

function complain({ message, code }: BatonError): void {
  // eslint-disable-next-line no-console -- the site's developers have no other place to look
  console.warn(`Baton: ${message} (${code})`);
}
