/** Who may speak now. `queue` waits for a person and keeps the AI silent; `nobody` is closed. */
export type SessionOwner = 'ai' | 'queue' | 'agent' | 'nobody';
export type SessionStatus = 'open' | 'closed';
export type AuthorKind = 'visitor' | 'ai' | 'agent' | 'system';

export interface Author {
  readonly kind: AuthorKind;
  readonly id?: string;
  readonly name?: string;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** bytes */
  readonly size: number;
  readonly url: string;
}

/** Where an AI answer came from. `url` only when the article has a public address. */
export interface Source {
  readonly articleId: string;
  readonly title: string;
  readonly url?: string;
  /** The sentence of the article that was used. */
  readonly quote?: string;
}

/**
 * What a system line reports, so that a client may say it in its own language; `text` holds it in the visitor's.
 * `position` counts from 1; `etaSeconds` is null while too little is known to promise anything.
 */
export type SystemEvent =
  /** `message`: what the rule that called the person has to say, in the visitor's language. */
  | { readonly code: 'handoff.queued'; readonly position: number; readonly etaSeconds: number | null; readonly message?: string }
  /** A person was asked for while nobody is there: the request is kept, and nothing is promised. */
  | { readonly code: 'handoff.captured'; readonly message?: string }
  | { readonly code: 'handoff.claimed'; readonly agent: string }
  | { readonly code: 'handoff.released' }
  | { readonly code: 'handoff.resolved' }
  | { readonly code: 'handoff.returned_to_ai' }
  /** Shall a person come? Yes and no are the visitor's answers while the session's `offer` has this id. */
  | { readonly code: 'handoff.offered'; readonly offerId: string }
  | { readonly code: 'session.closed' }
  | { readonly code: 'assistant.unavailable' };

/** A message as the visitor sees it. Everything in a message is visible to the visitor; team-only things are elsewhere. */
export interface Message {
  readonly id: string;
  readonly sessionId: string;
  /** 1, 2, 3 … without gaps inside its session. */
  readonly seq: number;
  readonly author: Author;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The sender's idempotency key; null on system lines. */
  readonly clientId: string | null;
  readonly createdAt: string;
  /** Titles and addresses only, on AI answers that rest on articles. */
  readonly sources?: readonly Pick<Source, 'title' | 'url'>[];
  /** On system lines. */
  readonly event?: SystemEvent;
}

/** A message as the team sees it. */
export interface TeamMessage extends Message {
  readonly ai: AiFacts | null;
}

export interface AiFacts {
  /** 0…1, null when the responder gave none */
  readonly confidence: number | null;
  readonly sources: readonly Source[];
  readonly responder: string;
}

/** Team only: an AI text the visitor never saw. */
export interface Suggestion {
  readonly id: string;
  readonly sessionId: string;
  /** It answered the messages up to this seq. */
  readonly afterSeq: number;
  readonly text: string;
  readonly confidence: number | null;
  readonly sources: readonly Source[];
  readonly why: 'withheld' | 'lost_fence';
  readonly createdAt: string;
}

export interface PageInfo {
  readonly url?: string;
  readonly title?: string;
  readonly referrer?: string;
}

/** A session as its visitor sees it. */
export interface VisitorSession {
  readonly id: string;
  readonly owner: SessionOwner;
  readonly status: SessionStatus;
  readonly lastSeq: number;
  /** Who speaks, once a person has taken over. */
  readonly agent?: { readonly name: string };
  /** Place in the queue, from 1. */
  readonly position?: number;
  /** Typical wait in seconds; absent while too little is known. */
  readonly etaSeconds?: number;
  readonly opensAt?: string;
  /** Nobody is there; the request for a person is kept. */
  readonly away?: true;
  /** A person was offered, and the visitor has not said yes or no. */
  readonly offer?: { readonly id: string };
  /** The highest seq a person of the team has read. */
  readonly readSeq?: number;
}

/** A session as the team sees it. */
export interface TeamSession {
  readonly id: string;
  readonly website: { readonly id: string; readonly name: string };
  readonly visitor: VisitorSummary;
  readonly owner: SessionOwner;
  readonly epoch: number;
  readonly status: SessionStatus;
  readonly lastSeq: number;
  readonly agent: { readonly id: string; readonly name: string } | null;
  readonly page: PageInfo | null;
  readonly locale: string;
  readonly tags: readonly string[];
  readonly startedAt: string;
  readonly lastActivityAt: string;
  readonly closedAt: string | null;
  readonly previousSessionId: string | null;
  readonly visitorReadSeq: number;
  readonly teamReadSeq: number;
  /** Whether the visitor has a page open now. */
  readonly visitorOnline: boolean;
}

export interface VisitorSummary {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface VisitorDetails extends VisitorSummary {
  readonly phone: string | null;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly verified: boolean;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly firstSeenAt: string;
}

/** An earlier session of the same visitor, for the context pane. */
export interface EarlierSession {
  readonly id: string;
  readonly startedAt: string;
  readonly closedAt: string | null;
  readonly messages: number;
  readonly lastText: string | null;
  readonly handoff: { readonly id: string; readonly trigger: string; readonly status: string; readonly assignee: string | null } | null;
}

/** Limits every sender meets, on REST and socket alike. */
export const MESSAGE_TEXT_MAX_CHARS = 8000;
export const SYNC_PAGE_MESSAGES = 200;

/** `POST /sessions/:id/messages` and socket `message.send`. */
export interface SendMessage {
  /** UUID chosen by the sender; the same one gives the same message. */
  readonly clientId: string;
  readonly text: string;
  readonly attachmentIds?: readonly string[];
  /** The epoch the sender saw; when given, a message written under an older one is refused. */
  readonly epoch?: number;
}

/** `POST /sessions/:id/ai-messages` */
export interface SendAiMessage {
  readonly clientId: string;
  readonly epoch: number;
  readonly text: string;
  readonly confidence?: number;
  readonly sources?: readonly Source[];
  readonly topics?: readonly string[];
}

/** 201 of `ai-messages`: shown to the visitor, or withheld by a rule that then opened a handoff. */
export type AiMessageOutcome =
  | { readonly outcome: 'delivered'; readonly message: TeamMessage }
  | { readonly outcome: 'withheld'; readonly suggestion: Suggestion; readonly handoffId: string };
