import { describe, expect, it } from '@jest/globals';
import type { RuleStage } from '#contracts';
import { compileRules, validateConditions } from '#rules';
import { understand } from '#understanding';
import { aSituation } from '../../../../../test/harness/situation.js';
import { BUILT_IN_RULES } from './built-in-rules.js';
import { reasonFor } from './reasons.js';
import { factsOf } from './situation-facts.js';
import type { Situation } from './situation.js';

const rules = compileRules(BUILT_IN_RULES);

/** Codes and reasons of what fires, in order. */
async function fires(stage: RuleStage, situation: Situation): Promise<string[][]> {
  const fired = await rules.decide(stage, await factsOf(situation, rules.factsAskedAt(stage)));
  return fired.map(({ rule }) => [rule.code, reasonFor({ ...rule, builtInKey: rule.key }, situation)]);
}
const saying = (text: string): Situation => aSituation({ message: { text, signals: understand(text), repeats: 0 } });
const answering = (ai: Partial<NonNullable<Situation['ai']>>): Situation =>
  aSituation({ ai: { confidence: 0.9, answered: true, failed: null, weakStreak: 0, complexity: null, ...ai } });

describe('the built-in rules', () => {
  it('are sound documents with keys and priorities of their own', () => {
    for (const rule of BUILT_IN_RULES) expect(validateConditions(rule.conditions, rule.stage).errors).toEqual([]);
    expect(new Set(BUILT_IN_RULES.map((rule) => rule.key)).size).toBe(BUILT_IN_RULES.length);
    expect(new Set(BUILT_IN_RULES.map((rule) => rule.priority)).size).toBe(BUILT_IN_RULES.length);
  });

  it.each([
    ['I want to talk to a person', [['asked_in_words', 'Asked for a person: “talk to a person”']]],
    ['I do not want to talk to a person', []],
    ['Where is my parcel?', []],
    ['Which payment methods do you accept?', []],
    ['payment methods', []],
    ['How do I get a refund?', []],
    ['Je voudrais être remboursé de ma commande', [['billing', 'Writes about billing: “remboursé”']]],
    ['You charged my card twice', [['billing', 'Writes about billing: “You charged my card twice”']]],
    ['I will file a complaint', [['complaint', 'Complains: “complaint”']]],
    ['My lawyer will call you', [['legal', 'Writes about legal matters: “lawyer”']]],
  ])('say to “%s”: %j', async (text, expected) => {
    expect(await fires('before_reply', saying(text))).toEqual(expected);
  });

  it('put what was asked for before what was written about', async () => {
    const codes = (await fires('before_reply', saying('I need a refund, let me talk to a person or I call my lawyer'))).map(([code]) => code);
    expect(codes).toEqual(['asked_in_words', 'legal', 'billing']);
  });

  it.each([
    ['button', 'asked_by_button'],
    ['api', 'asked_by_api'],
    ['agent', 'opened_by_agent'],
  ] as const)('fire when a person is asked for by %s', async (requestedVia, code) => {
    expect((await fires('before_reply', aSituation({ requestedVia }))).map(([fired]) => fired)).toEqual([code]);
  });

  it.each([
    [{}, []],
    [{ confidence: 0.31 }, [['below_threshold', 'The AI was 31 % sure; the website asks for 50 %.']]],
    [{ confidence: null, answered: false, failed: 'timeout' as const }, [['ai_unavailable', 'The AI did not answer in time.']]],
    [
      { confidence: 0.1, answered: false },
      [
        ['no_answer', 'The AI found no answer.'],
        ['below_threshold', 'The AI was 10 % sure; the website asks for 50 %.'],
      ],
    ],
    [{ confidence: 0.9, complexity: 0.85 }, [['complex_query', 'The AI finds the question too complex.']]],
    [{ confidence: 0.55, weakStreak: 1 }, []],
    [{ confidence: 0.55, weakStreak: 2 }, [['two_weak_answers', 'The AI was barely sure 2 times in a row.']]],
  ])('say to an answer %j: %j', async (ai, expected) => {
    expect(await fires('after_reply', answering(ai))).toEqual(expected);
  });

  it.each([
    ['How do I get a refund?', 0.9, 0, []],
    ['How do I get a refund?', 0.6, 0, [['billing', 'Asks about billing, and the AI is not sure: “refund”']]],
    ['Where is it? When does it come? Who brings it?', 0.9, 0, [['complex_query', 'Asked 3 questions at once.']]],
    ['Where is my parcel?', 0.9, 2, [['complex_query', 'Asked the same question 3 times.']]],
    ['Where is my parcel?', 0.9, 1, []],
  ])('say to “%s”, answered with %d and asked %d times before: %j', async (text, confidence, repeats, expected) => {
    const { message, ai } = { ...saying(text), ...answering({ confidence }), message: saying(text).message! };
    expect(await fires('after_reply', aSituation({ message: { ...message, repeats }, ai }))).toEqual(expected);
  });

  it('say by the clock when it has taken too long', async () => {
    const { session, now } = aSituation();
    const lasting = (minutes: number, visitorMessages = 1): Situation =>
      aSituation({ session: { ...session, visitorMessages, startedAt: new Date(now.getTime() - minutes * 60_000) } });
    expect(await fires('clock', lasting(14))).toEqual([]);
    expect(await fires('clock', lasting(15, 0))).toEqual([]);
    expect(await fires('clock', lasting(15))).toEqual([['time_limit', 'The conversation has lasted 15 minutes without being solved.']]);
  });

  it('know an absent team only from what is known', async () => {
    const asking = saying('I want to talk to a person');
    const nobody = { queueWaiting: () => Promise.resolve(0), teamOnline: () => Promise.resolve(0) };
    expect((await fires('before_reply', { ...asking, lookups: nobody }))[0]).toEqual([
      'team_away',
      'Asked for a person while nobody of the team is there.',
    ]);
    expect(await fires('before_reply', { ...saying('Where is my parcel?'), lookups: nobody })).toEqual([]);
    expect((await fires('before_reply', { ...asking, mode: 'offline_only' }))[0]![0]).toBe('team_away');
  });
});
