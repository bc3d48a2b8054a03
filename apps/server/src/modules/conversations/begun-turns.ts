import type { Speech } from '../sessions/index.js';
import type { KeptSituation } from '../triggers/index.js';
import type { OwedOffer } from './consequences.js';

/** An answer the AI owes, begun by this process. */
export interface Turn {
  readonly id: string;
  readonly sessionId: string;
  readonly websiteId: string;
  /** How often it was begun, this time included. */
  readonly attempt: number;
  /** What rules were told, once they were asked; stored with the end of the turn. */
  situation: KeptSituation | null;
  /** Made once the visitor has the answer. */
  offer: OwedOffer | null;
}

/** Turns that were begun together with their message, until they are worked on. */
export class BegunTurns {
  private readonly turns = new Map<string, { readonly turn: Turn; readonly until: Date }>();

  note(id: string, { sessionId, websiteId, turnLease }: Speech): void {
    if (turnLease) this.turns.set(id, { turn: { id, sessionId, websiteId, attempt: 1, situation: null, offer: null }, until: turnLease });
  }

  /** @returns null when it is not one of these, or waited so long that another process may have taken it */
  take(id: string, now: Date): Turn | null {
    const begun = this.turns.get(id);
    this.turns.delete(id);
    return begun && begun.until > now ? begun.turn : null;
  }

  takeAll(): string[] {
    const ids = [...this.turns.keys()];
    this.turns.clear();
    return ids;
  }
}
