import type { Speech } from '../sessions/index.js';
import type { Turn } from './turn.js';

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
