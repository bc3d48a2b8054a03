import type { Situation } from '../../apps/server/src/modules/triggers/index.js';

/** A quiet moment for rules to look at; the test says what matters in it. */
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
    mode: 'always',
    lookups: { queueWaiting: () => Promise.resolve(4), teamOnline: () => Promise.resolve(2) },
    ...more,
  };
}
