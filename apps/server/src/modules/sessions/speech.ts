import type { Attachment, AuthorKind, SessionOwner, Source, SystemEvent } from '#contracts';

/**
 * Who must own the session for a message to be written; checked by the statement that inserts it.
 * - `open`: anybody but `nobody` (a visitor may write to an AI, a queue or a person)
 * - `ai`, `agent`: the speaker itself, under the epoch it began in
 * - `none`: lines of the system, which belong to the change they report
 */
export type Fence =
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }
  | { readonly kind: 'ai'; readonly epoch: number }
  /** Without an epoch the statement still checks that this very agent owns the session. */
  | { readonly kind: 'agent'; readonly userId: string; readonly epoch: number | null };

export interface Speech {
  readonly messageId: string;
  readonly sessionId: string;
  readonly websiteId: string;
  readonly author: { readonly kind: AuthorKind; readonly id: string | null; readonly name: string | null };
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The sender's idempotency key; null for lines of the system. */
  readonly clientId: string | null;
  readonly event: SystemEvent | null;
  readonly ai: {
    readonly confidence: number | null;
    readonly sources: readonly Source[];
    readonly responder: string;
    readonly millis: number | null;
    readonly answersSeq?: number;
  } | null;
  readonly fence: Fence;
  /** With it the AI is recorded as owing an answer, if it owns the session when the message is written. */
  readonly turnId: string | null;
  /** Until when the turn is taken as begun by the writer, if nothing else is owed to the session. Without it, it waits to be begun. */
  readonly turnLease?: Date | undefined;
  readonly at: Date;
}

/** A row of `message` as it comes from Postgres. */
export interface MessageRow {
  readonly session_id: string;
  readonly seq: number;
  readonly id: string;
  readonly website_id: string;
  readonly author_kind: AuthorKind;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly client_id: string | null;
  readonly event: SystemEvent | null;
  readonly ai_confidence: number | null;
  readonly ai_sources: readonly Source[] | null;
  readonly ai_responder: string | null;
  /** Up to which seq the AI had read; null when it said nothing about that. */
  readonly ai_answers_seq: number | null;
  readonly created_at: Date;
}

/** `begun` under the lease that the message brought: it is the writer's to work on. */
export interface WrittenTurn {
  readonly id: string;
  readonly begun: boolean;
}

export type SpeechOutcome =
  /** With the turn in which the AI answers it, when it owes one; `owner` and `epoch` as of this message. */
  | { readonly kind: 'written'; readonly row: MessageRow; readonly owner: SessionOwner; readonly epoch: number; readonly turn: WrittenTurn | null }
  /** The same `clientId` and body were written before; this is that message. */
  | { readonly kind: 'repeated'; readonly row: MessageRow }
  /** The same `clientId` was used for another body. */
  | { readonly kind: 'conflict'; readonly seq: number }
  /** The fence holds: somebody else owns the session, or it is gone. */
  | { readonly kind: 'refused'; readonly owner: SessionOwner | null; readonly epoch: number | null };
