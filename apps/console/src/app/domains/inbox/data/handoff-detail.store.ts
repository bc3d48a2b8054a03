import { computed, effect, inject, Injectable, type OnDestroy, signal, untracked } from '@angular/core';
import type { AssignHandoff, CancelHandoff, Handoff, HandoffSummary, Note, Suggestion } from '#contracts';
import { BatonError, BatonTeam } from '#sdk';
import { Live, SignedIn } from '../../../shell';
import { LiveThread } from './live-thread';
import { Outboxes } from './outboxes';
import type { Outgoing } from './outgoing';
import { weaveThread } from './thread';

export type Act = 'claim' | 'force-claim' | 'release' | 'assign' | 'resolve' | 'cancel' | 'note';

/** A reply the server would not take, given back to the composer. */
export interface RefusedReply {
  readonly text: string;
  readonly error: BatonError;
}

const RELOAD_AFTER_MS = 250;

/** The open handoff: what it is, its thread, and what an agent can do with it. */
@Injectable()
export class HandoffDetailStore implements OnDestroy {
  private readonly team = inject(BatonTeam);
  private readonly line = inject(Live);
  private readonly outboxes = inject(Outboxes);
  private readonly signedIn = inject(SignedIn);

  private readonly current = signal<Handoff | null>(null);
  private readonly state = signal<'loading' | 'ready' | 'missing' | 'failed'>('loading');
  private readonly act = signal<Act | null>(null);
  private readonly live = signal<LiveThread | null>(null);
  private readonly box = signal<Outgoing | null>(null);
  private readonly readBefore = signal<number | null>(null);
  private readonly earlierState = signal<'idle' | 'loading' | 'failed'>('idle');
  private readonly refusal = signal<RefusedReply | null>(null);
  private readonly stops: (() => void)[] = [];
  private wanted = '';
  private unattend: () => void = () => undefined;
  private reload: ReturnType<typeof setTimeout> | undefined;

  readonly handoff = this.current.asReadonly();
  readonly phase = this.state.asReadonly();
  /** The verb that is on its way. */
  readonly busy = this.act.asReadonly();
  readonly refused = this.refusal.asReadonly();
  /** How far the team had read when this agent opened it; null when there is nothing new, or nothing was ever read. */
  readonly unreadAfter = this.readBefore.asReadonly();
  readonly earlier = this.earlierState.asReadonly();
  readonly session = computed(() => this.live()?.session() ?? this.current()?.session ?? null);
  readonly messages = computed(() => this.live()?.messages() ?? []);
  readonly hasEarlier = computed(() => (this.messages()[0]?.seq ?? 1) > 1);
  readonly streaming = computed(() => this.live()?.streaming() ?? null);
  readonly visitorTypes = computed(() => this.live()?.typists.visitorTypes() ?? false);
  readonly colleaguesTyping = computed(() => this.live()?.typists.colleagues() ?? []);
  readonly otherViewers = computed(() => (this.live()?.viewers() ?? []).filter(({ userId }) => userId !== this.signedIn.userId()));
  /** Also the session has to know it: news of the handoff may come first, and a reply under the epoch before the claim is refused. */
  readonly isMine = computed(() => {
    const me = this.signedIn.userId();
    return this.current()?.status === 'claimed' && this.current()?.assignee?.id === me && this.session()?.agent?.id === me;
  });
  readonly thread = computed(() => {
    const handoff = this.current();
    if (!handoff) return [];
    const { notes, suggestions } = handoff;
    const outgoing = this.box()?.messages() ?? [];
    return weaveThread({ handoff, messages: this.messages(), notes, suggestions, outgoing, unreadAfter: this.readBefore() });
  });

  constructor() {
    this.stops.push(
      this.line.socket.on('handoff.updated', ({ handoff }) => this.changed(handoff)),
      this.line.socket.on('note.created', ({ note }) => this.noted(note)),
      this.line.socket.on('suggestion.created', ({ suggestion }) => this.suggested(suggestion)),
    );
    let wasOffline = false;
    effect(() => {
      const connection = this.line.connection();
      if (connection === 'online' && wasOffline) untracked(() => void this.comeBack());
      wasOffline = connection === 'offline';
    });
  }

  async open(id: string): Promise<void> {
    this.leave();
    this.wanted = id;
    this.state.set('loading');
    try {
      const handoff = await this.team.handoffs.get(id);
      if (this.wanted === id) this.enter(handoff);
    } catch (error) {
      if (this.wanted === id) this.state.set(error instanceof BatonError && error.status === 404 ? 'missing' : 'failed');
    }
  }

  claim(): Promise<void> {
    return this.perform('claim', (id) => this.team.handoffs.claim(id));
  }

  forceClaim(): Promise<void> {
    return this.perform('force-claim', (id) => this.team.handoffs.forceClaim(id));
  }

  release(): Promise<void> {
    return this.perform('release', (id) => this.team.handoffs.release(id));
  }

  /** To a person, or back to the queue for a team. */
  assign(to: AssignHandoff): Promise<void> {
    return this.perform('assign', (id) => this.team.handoffs.assign(id, to));
  }

  resolve(note?: string): Promise<void> {
    return this.perform('resolve', (id) => this.team.handoffs.resolve(id, note ? { note } : {}));
  }

  cancel(how: CancelHandoff): Promise<void> {
    return this.perform('cancel', (id) => this.team.handoffs.cancel(id, how));
  }

  async writeNote(body: string): Promise<void> {
    const id = this.current()?.id;
    if (!id) return;
    this.act.set('note');
    try {
      this.noted(await this.team.handoffs.writeNote(id, body));
      // It has a line in the timeline too.
      this.reloadSoon();
    } finally {
      this.act.set(null);
    }
  }

  reply(text: string): void {
    this.box()?.send(text, this.session()?.epoch ?? 0);
  }

  /** One after the other, so that all that waits keeps its order. */
  retryUnsent(): void {
    this.box()?.retryFailed();
  }

  /** @returns the text of an unsent reply, which is forgotten here */
  takeBack(clientId: string): string {
    return this.box()?.takeBack(clientId) ?? '';
  }

  refusalSeen(): void {
    this.refusal.set(null);
  }

  typing(on: boolean): void {
    const session = this.session();
    // Nobody misses a hint that did not arrive.
    if (session) this.line.socket.typing(session.id, on).catch(() => undefined);
  }

  /** The agent has seen everything that is here. */
  readToEnd(): void {
    const session = this.session();
    const last = this.messages().at(-1)?.seq ?? 0;
    if (!session || last <= session.teamReadSeq) return;
    // A lost mark is repeated with the next one.
    this.line.socket.read(session.id, last).catch(() => undefined);
    this.live()?.update({ ...session, teamReadSeq: last });
  }

  async loadEarlier(): Promise<void> {
    const first = this.messages()[0];
    if (!first || first.seq <= 1 || this.earlierState() === 'loading') return;
    this.earlierState.set('loading');
    try {
      const page = await this.team.sessions.messages(first.sessionId, { beforeSeq: first.seq });
      this.live()?.addEarlier(page.items);
      this.earlierState.set('idle');
    } catch {
      this.earlierState.set('failed');
    }
  }

  /** Loads back to a message that a link leads to. @returns whether it is there */
  async reach(seq: number): Promise<boolean> {
    while (seq >= 1 && (this.messages()[0]?.seq ?? 1) > seq) {
      await this.loadEarlier();
      if (this.earlierState() === 'failed') return false;
    }
    return this.messages().some((message) => message.seq === seq);
  }

  /** The page is looked at again: hints may have been missed while it slept. */
  catchUp(): void {
    this.live()?.catchUpSoon();
  }

  ngOnDestroy(): void {
    for (const stop of this.stops) stop();
    this.leave();
  }

  private enter(handoff: Handoff): void {
    const { session } = handoff;
    const watched = this.line.socket.watchSession(session.id, handoff.messages.at(-1)?.seq ?? 0);
    const box = this.outboxes.of(session.id);
    const live = new LiveThread(watched, session, handoff.messages, (message) => box.arrived(message.clientId));
    this.unattend = this.outboxes.attend(handoff, {
      sent: (message) => live.offer(message),
      refused: (text, error) => {
        this.refusal.set({ text, error });
        this.reloadSoon();
      },
    });
    for (const message of handoff.messages) box.arrived(message.clientId);
    const hasNews = session.teamReadSeq > 0 && session.teamReadSeq < session.lastSeq;
    this.readBefore.set(hasNews ? session.teamReadSeq : null);
    this.earlierState.set('idle');
    this.current.set(handoff);
    this.live.set(live);
    this.box.set(box);
    this.state.set('ready');
  }

  private leave(): void {
    clearTimeout(this.reload);
    this.unattend();
    this.live()?.close();
    this.live.set(null);
    this.box.set(null);
    this.current.set(null);
    this.refusal.set(null);
    this.act.set(null);
    this.wanted = '';
  }

  private async comeBack(): Promise<void> {
    if (this.state() === 'failed') return this.open(this.wanted);
    await this.renew().catch(() => undefined);
  }

  private async perform(act: Act, ask: (id: string) => Promise<Handoff>): Promise<void> {
    const id = this.current()?.id;
    if (!id || this.act() !== null) return;
    this.act.set(act);
    try {
      this.renewWith(await ask(id));
    } catch (error) {
      // A refusal means that the truth has moved on; show it.
      this.reloadSoon();
      throw error;
    } finally {
      this.act.set(null);
    }
  }

  private changed(summary: HandoffSummary): void {
    const before = this.current();
    if (before?.id !== summary.id) return;
    this.current.set({ ...before, ...summary, visitor: { ...before.visitor, ...summary.visitor } });
    const moved =
      before.status !== summary.status || before.assignee?.id !== summary.assignee?.id || before.firstResponseAt !== summary.firstResponseAt;
    if (moved) this.reloadSoon();
  }

  private noted(note: Note): void {
    this.current.update((handoff) =>
      handoff?.id !== note.handoffId || handoff.notes.some(({ id }) => id === note.id) ? handoff : { ...handoff, notes: [...handoff.notes, note] },
    );
  }

  private suggested(suggestion: Suggestion): void {
    this.current.update((handoff) =>
      handoff?.sessionId !== suggestion.sessionId || handoff.suggestions.some(({ id }) => id === suggestion.id)
        ? handoff
        : { ...handoff, suggestions: [...handoff.suggestions, suggestion] },
    );
  }

  private reloadSoon(): void {
    clearTimeout(this.reload);
    this.reload = setTimeout(() => void this.renew().catch(() => undefined), RELOAD_AFTER_MS);
  }

  private async renew(): Promise<void> {
    const id = this.current()?.id;
    if (!id) return;
    const handoff = await this.team.handoffs.get(id);
    if (this.current()?.id === id) this.renewWith(handoff);
  }

  private renewWith(handoff: Handoff): void {
    if (this.current()?.id !== handoff.id) return;
    this.current.set(handoff);
    this.live()?.update(handoff.session);
  }
}
