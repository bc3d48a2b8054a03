import { understand, type WebsiteTopics } from '#understanding';
import type { Situation } from './situation.js';

const NOT_ASKED: Situation['lookups'] = { queueWaiting: () => Promise.resolve(0), teamOnline: () => Promise.resolve(0) };

/** The moment in which an unknown visitor writes their first words: what rules are tried on. */
export function firstMessage(given: {
  readonly text: string;
  /** IANA name of the website's zone. */
  readonly timeZone: string;
  readonly now: Date;
  /** Of the website, where the text is too short to tell. */
  readonly locale?: string;
  readonly mode?: Situation['mode'];
  /** The website's own topics. */
  readonly topics?: WebsiteTopics;
  /** What the AI made of it; absent: it was not asked yet. */
  readonly ai?: Situation['ai'];
}): Situation {
  const { text, timeZone, now, locale, topics, ai } = given;
  return {
    now,
    message: { text, signals: understand(text, { ...(locale && { localeHint: locale }), ...(topics && { topics }) }), repeats: 0 },
    requestedVia: null,
    ai: ai ?? null,
    session: { startedAt: now, messages: 1, visitorMessages: 1, handoffs: 0, tags: [] },
    visitor: { email: null, verified: false, attributes: {} },
    page: null,
    timeZone,
    mode: given.mode ?? 'always',
    lookups: NOT_ASKED,
  };
}
