import type {
  Handoff,
  HandoffSort,
  HandoffSummary,
  InboxView,
  Priority,
  SessionOwner,
  SystemEvent,
  TimelineEntry,
  Trigger,
  VisitorSummary,
} from '#contracts';
import { aboutSpan } from './durations';

export const VIEW_NAMES: Readonly<Record<InboxView, string>> = {
  mine: 'Mine',
  unassigned: 'Unassigned',
  sla_at_risk: 'SLA at risk',
  offline: 'Offline',
  open: 'All open',
  resolved: 'Resolved',
};

export const SORT_NAMES: Readonly<Record<HandoffSort, string>> = {
  oldest: 'Longest wait first',
  newest: 'Newest first',
  activity: 'Latest activity first',
};

export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' };

export const OWNER_SENTENCES: Readonly<Record<SessionOwner, string>> = {
  ai: 'The AI is answering.',
  queue: 'The visitor is waiting for a person.',
  agent: 'A person is answering.',
  nobody: 'This conversation is closed.',
};

interface EmptyView {
  readonly icon: 'inbox' | 'check' | 'clock' | 'bell';
  readonly title: string;
  readonly body: string;
  readonly goTo: InboxView | null;
}

/** What an empty view means, and what to do then. */
export const EMPTY_VIEWS: Readonly<Record<InboxView, EmptyView>> = {
  mine: { icon: 'inbox', title: 'You have no conversation', body: 'Claim one that waits, and it appears here.', goTo: 'unassigned' },
  unassigned: {
    icon: 'check',
    title: 'Nobody is waiting',
    body: 'A visitor who needs a person appears here at once, no need to reload.',
    goTo: 'open',
  },
  sla_at_risk: {
    icon: 'clock',
    title: 'Nothing is at risk',
    body: 'Conversations whose target time is running out appear here.',
    goTo: 'unassigned',
  },
  offline: { icon: 'bell', title: 'No requests from out of hours', body: 'Questions left while the team was away appear here.', goTo: 'unassigned' },
  open: { icon: 'check', title: 'Everything is done', body: 'Open conversations of the whole team appear here.', goTo: 'resolved' },
  resolved: { icon: 'inbox', title: 'Nothing resolved yet', body: 'Conversations that were resolved are kept here.', goTo: 'open' },
};

const TRIGGER_NAMES: Readonly<Record<Trigger, string>> = {
  requested: 'Asked for a person',
  confidence_low: 'Low confidence',
  complex_query: 'Complex question',
  sensitive_topic: 'Sensitive topic',
  offline_capture: 'Offline',
  time_limit: 'Time limit',
  custom_rule: 'Rule',
};

/** Codes that say more than their trigger. */
const CODE_NAMES: Readonly<Record<string, string>> = {
  ai_unavailable: 'AI unavailable',
  no_answer: 'No answer found',
  two_weak_answers: 'Two weak answers',
  opened_by_agent: 'Opened by an agent',
};

export const triggerName = (trigger: Trigger): string => TRIGGER_NAMES[trigger];

/** The chip of a row: the trigger, narrowed by its code where that helps. */
export function triggerChip(handoff: Pick<HandoffSummary, 'trigger' | 'cause' | 'code'>): string {
  const name = CODE_NAMES[handoff.code] ?? TRIGGER_NAMES[handoff.trigger];
  if (handoff.trigger === 'sensitive_topic') return `Sensitive · ${handoff.code.replaceAll('_', ' ')}`;
  if (handoff.trigger === 'offline_capture' && handoff.cause) return `Offline · ${TRIGGER_NAMES[handoff.cause].toLowerCase()}`;
  return name;
}

/** A visitor without a name keeps the same short one everywhere. */
export function visitorName(visitor: VisitorSummary): string {
  return visitor.name ?? visitor.email ?? `Visitor ${visitor.id.slice(-4).toUpperCase()}`;
}

export function statusName(handoff: Pick<HandoffSummary, 'status' | 'inProgress' | 'outcome'>): string {
  switch (handoff.status) {
    case 'pending':
      return 'Waiting';
    case 'claimed':
      return handoff.inProgress ? 'In progress' : 'Claimed';
    case 'resolved':
      return 'Resolved';
    case 'cancelled':
      return handoff.outcome === 'returned_to_ai' ? 'Returned to the AI' : 'Closed without follow-up';
  }
}

/** What a system line says to the team, in the console's language; its `text` is in the visitor's. */
export function systemLine(event: SystemEvent | undefined, text: string): string {
  switch (event?.code) {
    case 'handoff.queued':
      return `Queued for a person, place ${event.position}${event.etaSeconds === null ? '' : `, told to expect ${aboutSpan(event.etaSeconds)}`}`;
    case 'handoff.claimed':
      return `${event.agent} joined the conversation`;
    case 'handoff.released':
      return 'Back in the queue';
    case 'handoff.resolved':
      return 'Resolved';
    case 'handoff.returned_to_ai':
      return 'Handed back to the AI';
    case 'session.closed':
      return 'Conversation closed';
    case 'assistant.unavailable':
      return 'The AI could not answer';
    default:
      return text;
  }
}

export function timelineLine(entry: TimelineEntry, rule: Handoff['rule']): string {
  const who = entry.actor.name ?? (entry.actor.kind === 'visitor' ? 'the visitor' : null);
  const by = who ? ` by ${who}` : '';
  switch (entry.kind) {
    case 'opened':
      return rule && !who ? `Opened by rule “${rule.name}”` : `Opened${by}`;
    case 'claimed':
      return `Claimed${by}`;
    case 'force_claimed':
      return `Taken over${by}`;
    case 'released':
      return `Released${by}`;
    case 'assigned':
      return `Assigned${by}`;
    case 'first_response':
      return `First reply${by}`;
    case 'noted':
      return `Note${by}`;
    case 'resolved':
      return `Resolved${by}`;
    case 'cancelled':
      return `${entry.details['outcome'] === 'returned_to_ai' ? 'Returned to the AI' : 'Closed'}${by}`;
  }
}

/** What the visitor was told about the wait. */
export function promiseSentence(promise: NonNullable<Handoff['promise']>): string {
  const place = promise.position === 1 ? 'Next in line' : `Place ${promise.position} in line`;
  return promise.etaSeconds === null ? `${place}. No time was promised.` : `${place}, a reply in ${aboutSpan(promise.etaSeconds)}.`;
}
