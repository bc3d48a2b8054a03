import type { EvidenceNode } from './rules.js';
import type { AuthorKind, EarlierSession, PageInfo, Suggestion, TeamMessage, TeamSession, VisitorDetails, VisitorSummary } from './sessions.js';
import type { Priority, Trigger } from './triggers.js';

export const HANDOFF_STATUSES = ['pending', 'claimed', 'resolved', 'cancelled'] as const;
export type HandoffStatus = (typeof HANDOFF_STATUSES)[number];

export type HandoffOutcome = 'resolved' | 'returned_to_ai' | 'closed';

export const INBOX_VIEWS = ['mine', 'unassigned', 'sla_at_risk', 'offline', 'open', 'resolved'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** `oldest` and `newest` by opening time, `activity` by the latest message. */
export const HANDOFF_SORTS = ['oldest', 'newest', 'activity'] as const;
export type HandoffSort = (typeof HANDOFF_SORTS)[number];

export interface HandoffSummary {
  readonly id: string;
  readonly sessionId: string;
  readonly website: { readonly id: string; readonly name: string };
  readonly status: HandoffStatus;
  /** Claimed, and the agent has replied. */
  readonly inProgress: boolean;
  readonly trigger: Trigger;
  /** The original trigger of an offline capture, else null. */
  readonly cause: Trigger | null;
  /** Finer than the trigger, e.g. `ai_unavailable`, `asked_in_words`, `billing`. */
  readonly code: string;
  readonly reason: string;
  readonly priority: Priority;
  readonly visitor: VisitorSummary;
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly openedAt: string;
  readonly claimedAt: string | null;
  readonly firstResponseAt: string | null;
  readonly resolvedAt: string | null;
  readonly cancelledAt: string | null;
  readonly outcome: HandoffOutcome | null;
  readonly lastMessage: { readonly author: AuthorKind; readonly text: string; readonly at: string } | null;
  readonly lastActivityAt: string;
  readonly sla: { readonly metric: string; readonly dueAt: string; readonly state: string } | null;
  /** Session-wide; a row is unread while the team has read less than this. */
  readonly lastSeq: number;
  readonly teamReadSeq: number;
  /** In a list that was searched: by which message; null when by the visitor's name or address alone. */
  readonly found?: FoundMessage | null;
}

export interface FoundMessage {
  readonly seq: number;
  readonly author: AuthorKind;
  /** Around the first word that was asked for, on one line, at most about 200 characters. */
  readonly text: string;
  readonly at: string;
}

export interface Handoff extends HandoffSummary {
  readonly rule: { readonly id: string; readonly name: string; readonly version: number } | null;
  readonly evidence: EvidenceNode | null;
  /** What the visitor was told, and whether it was kept (null while open). */
  readonly promise: HandoffPromise | null;
  /** The agent a reopened conversation goes back to, if free. */
  readonly preferredAssignee: { readonly id: string; readonly name: string } | null;
  readonly visitor: VisitorDetails;
  readonly session: TeamSession;
  /** The newest 100, in seq order. */
  readonly messages: readonly TeamMessage[];
  readonly suggestions: readonly Suggestion[];
  readonly notes: readonly Note[];
  readonly timeline: readonly TimelineEntry[];
  readonly earlierSessions: readonly EarlierSession[];
  readonly crm: null;
  readonly page: PageInfo | null;
}

export interface HandoffPromise {
  readonly position: number;
  /** Seconds from `madeAt`; null when no time was promised. */
  readonly etaSeconds: number | null;
  readonly madeAt: string;
  readonly kept: boolean | null;
}

export interface Note {
  readonly id: string;
  readonly handoffId: string;
  readonly sessionId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly body: string;
  readonly createdAt: string;
}

export const TIMELINE_KINDS = [
  'opened',
  'claimed',
  'force_claimed',
  'released',
  'assigned',
  'first_response',
  'noted',
  'resolved',
  'cancelled',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly at: string;
  readonly actor: { readonly kind: 'agent' | 'visitor' | 'system'; readonly id: string | null; readonly name: string | null };
  readonly details: Readonly<Record<string, unknown>>;
}

export interface ListHandoffs {
  readonly status?: HandoffStatus;
  readonly websiteId?: string;
  readonly trigger?: Trigger;
  /** `me`, `none`, or a user id */
  readonly assignee?: string;
  readonly teamId?: string;
  readonly view?: InboxView;
  /**
   * Words that were said in the conversation, or of the visitor's name, email or phone: all of them, in any order, whatever
   * their case and accents; of the last one the beginning will do. What was said a moment ago may not be found yet.
   */
  readonly q?: string;
  readonly sort?: HandoffSort;
  readonly cursor?: string;
  readonly limit?: number;
}

export interface OpenHandoff {
  readonly reason?: string;
  readonly priority?: Priority;
  readonly teamId?: string;
}
export interface AssignHandoff {
  readonly userId?: string;
  readonly teamId?: string;
  readonly comment?: string;
}
export interface ResolveHandoff {
  readonly note?: string;
}
export interface CancelHandoff {
  readonly outcome: 'returned_to_ai' | 'closed';
  readonly note?: string;
}
export interface WriteNote {
  readonly body: string;
}

export type InboxCounts = Readonly<Record<InboxView, number>>;

/** Who waits, for how long, and who is there: the pulse under the views. */
export interface QueuePulse {
  readonly waiting: number;
  readonly longestWaitSeconds: number | null;
  /** Median of the recent first replies, in seconds. */
  readonly typicalFirstReplySeconds: number | null;
  readonly agentsOnline: number;
  readonly agents: number;
}
