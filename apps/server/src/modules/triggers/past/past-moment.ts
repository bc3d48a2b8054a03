import type { Situation } from '../situation.js';
import type { KeptSituation } from './kept-situation.js';
import type { PastMessage } from './past-conversation.js';

/** A moment at which rules were asked, or would have been. */
export interface PastMoment {
  /** The last message there was. */
  readonly seq: number;
  readonly at: Date;
  /** What was kept of it; null: it is told from the conversation alone. */
  readonly kept: KeptSituation | null;
  /** The visitor's message it is about, if it is about one. */
  readonly message: PastMessage | null;
  /** How a person was asked for without a message. */
  readonly requestedVia: Situation['requestedVia'];
  /** What the AI made of it, if that was not kept. */
  readonly ai: Situation['ai'];
}
