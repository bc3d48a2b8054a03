import { domainEvent } from '../../platform/outbox/index.js';

/** Somebody was deactivated, and what they hold shall not wait for them. */
export const personLeftTheirHandoffs = domainEvent<{
  readonly userId: string;
  readonly name: string;
  readonly by: { readonly id: string; readonly name: string };
}>('person.left_their_handoffs');
