import type { InboxView } from '#contracts';

interface EmptyView {
  readonly icon: 'inbox' | 'check' | 'clock' | 'bell';
  /** Where there is likely to be something to do. */
  readonly goTo: InboxView;
}

export const EMPTY_VIEWS: Readonly<Record<InboxView, EmptyView>> = {
  mine: { icon: 'inbox', goTo: 'unassigned' },
  unassigned: { icon: 'check', goTo: 'open' },
  sla_at_risk: { icon: 'clock', goTo: 'unassigned' },
  offline: { icon: 'bell', goTo: 'unassigned' },
  open: { icon: 'check', goTo: 'resolved' },
  resolved: { icon: 'inbox', goTo: 'open' },
};
