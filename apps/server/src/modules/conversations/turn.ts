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
