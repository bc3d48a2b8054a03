import type { BatonError } from '#sdk';

/** What one client tried to say, and what it was told about it. */
export interface Attempt {
  readonly clientId: string;
  readonly sessionId: string;
  readonly text: string;
  readonly author: 'visitor' | 'agent' | 'ai';
  /** Who sent it: one writer of one device. What one sender says one after the other keeps its order. */
  readonly sender: string;
  /** The epoch a customer's bot spoke under. */
  readonly epoch?: number;
  readonly outcome: Outcome;
}

export type Outcome =
  | { readonly kind: 'acknowledged'; readonly seq: number }
  | { readonly kind: 'refused'; readonly code: string }
  /** Taken, but kept from the visitor: a bot's answer that a rule withheld. */
  | { readonly kind: 'withheld' }
  /** No answer came, and it was not asked again: it may be there or not. */
  | { readonly kind: 'unknown' };

export interface Claim {
  readonly handoffId: string;
  readonly agent: string;
}

/** The messages a device showed, in the order it showed them. */
export interface Stream {
  readonly device: string;
  readonly sessionId: string;
  readonly seen: readonly { readonly seq: number; readonly text: string }[];
}

/** Everything the clients of one scenario were told; what the database holds in the end must agree with it. */
export class History {
  readonly attempts: Attempt[] = [];
  readonly claims: Claim[] = [];
  readonly streams: Stream[] = [];
  /** What is wrong at first sight, without looking into the database. */
  readonly surprises: string[] = [];
  private readonly seqs = new Map<string, number>();

  record(attempt: Attempt): void {
    this.attempts.push(attempt);
    if (attempt.outcome.kind === 'acknowledged') this.answered(attempt.sessionId, attempt.clientId, attempt.outcome.seq);
  }

  /** Asking again, on whatever way, must give the same place in the conversation. */
  answered(sessionId: string, clientId: string, seq: number): void {
    const key = `${sessionId} ${clientId}`;
    const before = this.seqs.get(key);
    if (before !== undefined && before !== seq) this.surprises.push(`clientId ${clientId} was acknowledged as seq ${before}, then as ${seq}`);
    this.seqs.set(key, seq);
  }

  claimed(claim: Claim): void {
    this.claims.push(claim);
  }

  refusedUnexpectedly(act: string, error: BatonError): void {
    this.surprises.push(`${act} was refused with ${error.code}: ${error.message}`);
  }

  get acknowledged(): number {
    return this.attempts.filter(({ outcome }) => outcome.kind === 'acknowledged').length;
  }
}
