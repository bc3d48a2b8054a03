import type { HandoffSummary, InboxCounts, Note } from './handoffs.js';
import type { Ack } from './problems.js';
import type { AuthorKind, Message, SendMessage, Suggestion, TeamMessage, TeamSession, VisitorSession, VisitorSummary } from './sessions.js';
import type { PresenceState } from './team.js';
import type { RequestedHandoff, SubmitContact, SubmitRating } from './widget.js';

type Reply<T extends object = object> = (ack: Ack<T>) => void;

/** Namespace `/visitor`, `auth: { token }`. */
export interface VisitorClientEvents {
  'message.send': (body: SendMessage, ack: Reply<{ message: Message }>) => void;
  'handoff.request': (body: { reason?: string }, ack: Reply<{ handoff: RequestedHandoff }>) => void;
  /** Yes or no to the person that was offered. */
  'offer.answer': (body: { offerId: string; accept: boolean }, ack: Reply<{ session: VisitorSession }>) => void;
  'session.sync': (body: { afterSeq: number }, ack: Reply<{ session: VisitorSession; messages: readonly Message[] }>) => void;
  'contact.submit': (body: SubmitContact, ack: Reply<{ visitor: VisitorSummary }>) => void;
  typing: (body: { on: boolean }, ack?: Reply) => void;
  read: (body: { seq: number }, ack?: Reply) => void;
  'rating.submit': (body: SubmitRating, ack: Reply) => void;
  'session.end': (body: object, ack: Reply<{ session: VisitorSession }>) => void;
}

export interface VisitorServerEvents {
  'message.created': (body: { message: Message }) => void;
  /** Text to append to the answer being written; the stored message replaces it. */
  'message.delta': (body: { turnId: string; text: string }) => void;
  'session.updated': (body: { session: VisitorSession }) => void;
  typing: (body: { author: AuthorKind; on: boolean; name?: string }) => void;
}

export interface Viewer {
  readonly userId: string;
  readonly name: string;
}

/** Namespace `/agent`, cookie or `auth: { apiKey }`. */
export interface AgentClientEvents {
  'inbox.watch': (body: { websiteIds?: readonly string[] }, ack: Reply<{ counts: InboxCounts }>) => void;
  'session.watch': (
    body: { sessionId: string; afterSeq: number },
    ack: Reply<{ session: TeamSession; messages: readonly TeamMessage[]; viewers: readonly Viewer[] }>,
  ) => void;
  'session.unwatch': (body: { sessionId: string }, ack: Reply) => void;
  'message.send': (body: SendMessage & { sessionId: string }, ack: Reply<{ message: TeamMessage }>) => void;
  typing: (body: { sessionId: string; on: boolean }, ack?: Reply) => void;
  read: (body: { sessionId: string; seq: number }, ack?: Reply) => void;
  'presence.set': (body: { state: 'online' | 'away' }, ack: Reply) => void;
}

export interface AgentServerEvents {
  'handoff.opened': (body: { handoff: HandoffSummary }) => void;
  'handoff.updated': (body: { handoff: HandoffSummary }) => void;
  'message.created': (body: { message: TeamMessage }) => void;
  'message.delta': (body: { sessionId: string; turnId: string; text: string }) => void;
  'session.updated': (body: { session: TeamSession }) => void;
  'note.created': (body: { note: Note }) => void;
  'suggestion.created': (body: { suggestion: Suggestion }) => void;
  typing: (body: { sessionId: string; author: AuthorKind; on: boolean; name?: string }) => void;
  viewers: (body: { sessionId: string; viewers: readonly Viewer[] }) => void;
  'presence.updated': (body: { userId: string; state: PresenceState }) => void;
}
