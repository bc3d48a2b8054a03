import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Handoff, TeamMessage } from '#contracts';
import type { BatonError } from '#sdk';
import { Live, SignedIn } from '../../../shell';
import { Drafts } from './drafts';
import { Outgoing } from './outgoing';

const PREFIX = 'baton.outgoing.';

/** Who looks at a conversation, and is told how its replies fared. */
export interface Attendant {
  readonly sent: (message: TeamMessage) => void;
  readonly refused: (text: string, error: BatonError) => void;
}

/** Where a reply belongs, to name it and to lead there. */
export type Place = Pick<Handoff, 'id' | 'sessionId' | 'visitor'>;

/** A reply that came back while nobody looked at its conversation; it is the conversation's draft again. */
export interface ReturnedReply {
  readonly place: Place | null;
  readonly text: string;
  readonly error: BatonError;
}

/**
 * The replies on their way, of every conversation: an agent who has gone on to the next one must neither lose a reply of the
 * one before nor find it in the composer of another visitor.
 */
@Injectable({ providedIn: 'root' })
export class Outboxes {
  private readonly live = inject(Live);
  private readonly signedIn = inject(SignedIn);
  private readonly drafts = inject(Drafts);
  private readonly boxes = signal<ReadonlyMap<string, Outgoing>>(new Map());
  private readonly attendants = new Map<string, Attendant>();
  private readonly places = new Map<string, Place>();
  private readonly returnedReply = signal<ReturnedReply | null>(null);

  readonly returned = this.returnedReply.asReadonly();
  /** What could not be sent, by its session. */
  private readonly stuck = computed(() => {
    const mine = `${PREFIX}${this.signedIn.userId()}.`;
    const texts = [...this.boxes()].flatMap(([key, box]) => {
      const failed = box.messages().find(({ state }) => state === 'failed');
      return failed && key.startsWith(mine) ? [[key.slice(mine.length), failed.text] as const] : [];
    });
    return new Map(texts);
  });

  constructor() {
    const mine = `${PREFIX}${this.signedIn.userId()}.`;
    for (const key of Object.keys(localStorage)) if (key.startsWith(mine)) this.of(key.slice(mine.length));
    // Another tab has sent, or failed to send.
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith(`${PREFIX}${this.signedIn.userId()}.`)) this.of(key.slice(PREFIX.length + `${this.signedIn.userId()}.`.length)).reread();
    });
    let wasOffline = false;
    effect(() => {
      const connection = this.live.connection();
      if (connection === 'online' && wasOffline) untracked(() => this.retryAll());
      wasOffline = connection === 'offline';
    });
  }

  of(sessionId: string): Outgoing {
    const key = `${PREFIX}${this.signedIn.userId()}.${sessionId}`;
    const known = untracked(this.boxes).get(key);
    if (known) return known;
    const box = new Outgoing(key, {
      send: (message) => this.live.socket.send(sessionId, message),
      sent: (message) => this.sent(sessionId, box, message),
      refused: (text, error) => this.refused(sessionId, text, error),
    });
    this.boxes.update((boxes) => new Map(boxes).set(key, box));
    return box;
  }

  /** The first reply that could not be sent in a session, for its row; empty when there is none. */
  stuckIn(sessionId: string): string {
    return this.stuck().get(sessionId) ?? '';
  }

  /** @returns what ends it */
  attend(place: Place, attendant: Attendant): () => void {
    const { sessionId } = place;
    this.places.set(sessionId, place);
    this.attendants.set(sessionId, attendant);
    return () => {
      if (this.attendants.get(sessionId) === attendant) this.attendants.delete(sessionId);
    };
  }

  /** Somebody has been told. */
  returnedSeen(): void {
    this.returnedReply.set(null);
  }

  private sent(sessionId: string, box: Outgoing, message: TeamMessage): void {
    const attendant = this.attendants.get(sessionId);
    if (attendant) attendant.sent(message);
    // Nobody looks, so no thread will say that it holds it.
    else box.arrived(message.clientId);
  }

  private refused(sessionId: string, text: string, error: BatonError): void {
    const attendant = this.attendants.get(sessionId);
    if (attendant) return attendant.refused(text, error);
    this.drafts.append(sessionId, 'reply', text);
    this.returnedReply.set({ place: this.places.get(sessionId) ?? null, text, error });
  }

  private retryAll(): void {
    for (const box of this.boxes().values()) box.retryFailed();
  }
}
