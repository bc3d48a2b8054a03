import type { Situation } from './situation.js';

/** For tests: a quiet moment, with what matters said by the test. */
export function aSituation(more: Partial<Situation> = {}): Situation {
  return {
    now: new Date('2026-11-22T16:40:05Z'),
    message: null,
    requestedVia: null,
    ai: null,
    session: { startedAt: new Date('2026-11-22T16:38:00Z'), messages: 3, visitorMessages: 2, handoffs: 0, tags: [] },
    visitor: { email: null, verified: false, attributes: {} },
    page: null,
    timeZone: 'UTC',
    lookups: { queueWaiting: () => Promise.resolve(4), teamOnline: () => Promise.resolve(2) },
    ...more,
  };
}
