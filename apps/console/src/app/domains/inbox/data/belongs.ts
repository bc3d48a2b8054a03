import type { HandoffSort, HandoffSummary, InboxView, Trigger } from '#contracts';
import { folded, searchedWords } from './searched-words';

/** What a list shows. */
export interface ListQuery {
  readonly view: InboxView;
  readonly websiteId: string | null;
  readonly trigger: Trigger | null;
  /** `me`, `none`, or the id of a person. */
  readonly assignee: string | null;
  readonly q: string;
  readonly sort: HandoffSort;
}

export const isOpen = (handoff: Pick<HandoffSummary, 'status'>): boolean => handoff.status === 'pending' || handoff.status === 'claimed';

const VIEW_HOLDS: Readonly<Record<InboxView, (handoff: HandoffSummary, userId: string) => boolean>> = {
  mine: (handoff, userId) => isOpen(handoff) && handoff.assignee?.id === userId,
  unassigned: (handoff) => handoff.status === 'pending' && handoff.trigger !== 'offline_capture',
  sla_at_risk: (handoff) => isOpen(handoff) && (handoff.sla?.state === 'warning' || handoff.sla?.state === 'breached'),
  offline: (handoff) => isOpen(handoff) && handoff.trigger === 'offline_capture',
  open: isOpen,
  resolved: (handoff) => !isOpen(handoff),
};

/** Whether a handoff that arrived live is one the list would have been given by the server. */
export function belongs(handoff: HandoffSummary, query: ListQuery, userId: string): boolean {
  return (
    VIEW_HOLDS[query.view](handoff, userId) &&
    (query.websiteId === null || handoff.website.id === query.websiteId) &&
    (query.trigger === null || handoff.trigger === query.trigger) &&
    isAssignedTo(handoff, query.assignee, userId) &&
    mentions(handoff, query.q)
  );
}

function isAssignedTo({ assignee }: HandoffSummary, wanted: string | null, userId: string): boolean {
  if (wanted === null) return true;
  if (wanted === 'none') return assignee === null;
  return assignee?.id === (wanted === 'me' ? userId : wanted);
}

/** As far as one can tell here: what was said before the last message only the server can search. */
function mentions({ visitor, lastMessage }: HandoffSummary, search: string): boolean {
  const said = folded([visitor.name, visitor.email, lastMessage?.text].join(' '));
  return searchedWords(search).every((word) => said.includes(word));
}

/** The server's order, with the id as the tie-breaker. */
export function inOrder({ view, sort }: Pick<ListQuery, 'view' | 'sort'>): (a: HandoffSummary, b: HandoffSummary) => number {
  const by = (key: (handoff: HandoffSummary) => string, direction: 1 | -1) => (a: HandoffSummary, b: HandoffSummary) =>
    compare(key(a), key(b)) * direction || compare(a.id, b.id) * direction;
  // What has ended is read from the latest end on, whatever is chosen elsewhere.
  if (view === 'resolved') return by((handoff) => handoff.resolvedAt ?? handoff.cancelledAt ?? handoff.openedAt, -1);
  switch (sort) {
    case 'oldest':
      return by((handoff) => handoff.openedAt, 1);
    case 'newest':
      return by((handoff) => handoff.openedAt, -1);
    case 'activity':
      return by((handoff) => handoff.lastActivityAt, -1);
  }
}

const compare = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** Those who wait longest come first where people wait; elsewhere what moved last. */
export const USUAL_SORT: Readonly<Record<InboxView, HandoffSort>> = {
  mine: 'activity',
  unassigned: 'oldest',
  sla_at_risk: 'oldest',
  offline: 'oldest',
  open: 'oldest',
  resolved: 'activity',
};
