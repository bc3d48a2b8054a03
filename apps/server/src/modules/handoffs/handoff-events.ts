import type { HandoffOutcome, Trigger } from '#contracts';
import { domainEvent } from '../../platform/outbox/index.js';

interface AboutHandoff {
  readonly handoffId: string;
  readonly by: { readonly kind: 'agent' | 'visitor' | 'system'; readonly id: string | null; readonly name: string | null };
}

export const handoffOpened = domainEvent<AboutHandoff & { readonly trigger: Trigger; readonly code: string }>('handoff.opened');
export const handoffClaimed = domainEvent<AboutHandoff & { readonly assigneeId: string; readonly takenFrom: string | null }>('handoff.claimed');
export const handoffReleased = domainEvent<AboutHandoff>('handoff.released');
export const handoffAssigned = domainEvent<AboutHandoff & { readonly assigneeId: string | null; readonly teamId: string | null }>('handoff.assigned');
export const handoffResolved = domainEvent<AboutHandoff>('handoff.resolved');
export const handoffCancelled = domainEvent<AboutHandoff & { readonly outcome: HandoffOutcome }>('handoff.cancelled');
