import type { AuthorKind, ReplyFailure, ResponderKind, Verdict } from '#contracts';
import type { WebsiteSettings } from '../websites/index.js';

/** What the AI is asked to answer. */
export interface AssistantTurn {
  readonly websiteId: string;
  readonly question: string;
  /** The visitor's. */
  readonly locale: string;
  /** The conversation so far, oldest first; it may end with the question itself. */
  readonly history: readonly { readonly author: AuthorKind; readonly text: string }[];
}

/**
 * An answer about to be given. The verdict is complete before the first piece of text, so that rules can still withhold
 * it. Iterating `text` throws `ReplyBroken` when the answer breaks off, and the signal's reason when it was aborted.
 */
export interface OpenedReply {
  readonly verdict: Verdict;
  readonly text: AsyncIterable<string>;
}

/** How asking the AI went. A failure is a fact, not an exception; `silent` means the customer's own bot answers by itself. */
export type Opening =
  | ({ readonly kind: 'opened'; readonly responder: ResponderKind } & OpenedReply)
  | { readonly kind: 'failed'; readonly cause: ReplyFailure; readonly detail: string; readonly responder: ResponderKind }
  | { readonly kind: 'silent' };

/** One way to answer. Knows neither rules nor sessions, and writes nothing. */
export interface Responder {
  readonly kind: ResponderKind;
  /**
   * @param signal aborted by a takeover or the deadline; everything begun must end then
   * @throws ReplyBroken
   */
  open(website: WebsiteSettings, turn: AssistantTurn, signal: AbortSignal): Promise<OpenedReply>;
}

/** An answer that could not be begun, or broke off. */
export class ReplyBroken extends Error {
  override readonly name = 'ReplyBroken';

  /** @param message for admins; never holds a key */
  constructor(
    override readonly cause: ReplyFailure,
    message: string,
  ) {
    super(message);
  }
}
