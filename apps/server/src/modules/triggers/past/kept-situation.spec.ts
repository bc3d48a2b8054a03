import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TOPICS } from '#contracts';
import { FACTS } from '#rules';
import { aSituation } from '../../../../../../test/harness/situation.js';
import type { Situation } from '../situation.js';
import { factsOf } from '../situation-facts.js';
import { allFactsAgain, factsAgain, isKept, keepAnswer, keepSituation, type PastSession } from './kept-situation.js';

const EVERYTHING = new Set(FACTS.map(({ name }) => name));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.nat({ max: 500 });
const signal = share.map((score) => ({ score, evidence: [] }));
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });

const situations: fc.Arbitrary<Situation> = fc
  .record({
    now: moment,
    started: fc.nat({ max: 1e8 }),
    text: fc.string({ minLength: 1 }),
    signals: fc.record({
      language: fc.constantFrom('en', 'de', 'und'),
      asksForHuman: signal,
      topics: fc.dictionary(fc.constantFrom(...TOPICS), signal),
      complexity: signal,
      isQuestion: fc.boolean(),
      sentiment: fc.record({ score: fc.double({ min: -1, max: 1, noNaN: true }).map((score) => score + 0), evidence: fc.constant([]) }),
    }),
    repeats: count,
    ai: fc.option(
      fc.record({
        confidence: fc.option(share),
        answered: fc.boolean(),
        failed: fc.option(fc.constantFrom('timeout', 'refused')),
        weakStreak: count,
        complexity: fc.option(share),
      }),
    ),
    handoffs: count,
    tags: fc.array(fc.string()),
    visitor: fc.record({
      email: fc.option(fc.emailAddress()),
      verified: fc.boolean(),
      attributes: fc.dictionary(fc.stringMatching(/^[a-z]{1,9}$/), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
    }),
    page: fc.option(fc.record({ url: fc.webUrl() })),
    timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'),
    waiting: count,
    online: count,
  })
  .map(({ now, started, text, signals, repeats, ai, handoffs, tags, visitor, page, timeZone, waiting, online }) =>
    aSituation({
      now,
      message: { text, signals, repeats },
      ai: ai as Situation['ai'],
      session: { startedAt: new Date(now.getTime() - started), messages: 5, visitorMessages: 3, handoffs, tags },
      visitor,
      page,
      timeZone,
      lookups: { queueWaiting: () => Promise.resolve(waiting), teamOnline: () => Promise.resolve(online) },
    }),
  );

/** The conversation as it stands later: the question was said in the last of three messages, and more was written since. */
function later(situation: Situation): PastSession {
  return {
    startedAt: situation.session.startedAt,
    email: situation.visitor.email,
    timeZone: situation.timeZone,
    visitorMessages: [
      { seq: 1, text: 'before' },
      { seq: 2, text: 'before too' },
      { seq: 5, text: situation.message?.text ?? '' },
      { seq: 6, text: 'after' },
    ],
  };
}

const known = (facts: object): object => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== null));

describe('a kept situation', () => {
  it('tells the facts again as they were, before the AI was asked and after', async () => {
    await fc.assert(
      fc.asyncProperty(situations, async (situation) => {
        const before = { ...situation, ai: null };
        let kept = await keepSituation(before, { from: 2, to: 5 });
        if (situation.ai) kept = await keepAnswer(kept, situation);
        kept = JSON.parse(JSON.stringify(kept));
        const said = later(situation);
        expect(known(allFactsAgain(kept, said, false))).toEqual(known({ ...(await factsOf(before, EVERYTHING)) }));
        expect(known(allFactsAgain(kept, said, true))).toEqual(known({ ...(await factsOf(situation, EVERYTHING)) }));
      }),
      { numRuns: 300 },
    );
  });

  it('is small at most messages, and never holds an address', async () => {
    const quiet = await keepSituation(aSituation({ visitor: { email: 'ana@example.com', verified: false, attributes: {} } }), { from: 0, to: 1 });
    expect(JSON.stringify(quiet).length).toBeLessThan(250);
    expect(JSON.stringify(quiet)).not.toContain('ana@example.com');
  });

  it('is bounded, and says what had no room', async () => {
    const attributes = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`a${i}`, 'x'.repeat(200)]));
    const kept = await keepSituation(
      aSituation({ visitor: { email: null, verified: false, attributes }, page: { url: `https://x/${'y'.repeat(2000)}` } }),
      {
        from: 0,
        to: 1,
      },
    );
    expect(JSON.stringify(kept).length).toBeLessThan(6000);
    expect([isKept('page.url', kept), isKept('visitor.a0', kept), isKept('visitor.a49', kept)]).toEqual([false, true, false]);
    expect(factsAgain(kept, later(aSituation()), new Set(['visitor.a0', 'visitor.a49']), false)).toEqual({ 'visitor.a0': 'x'.repeat(200) });
  });
});
