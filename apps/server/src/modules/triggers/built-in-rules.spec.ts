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
    [{ confidence: 0.55, weakStreak: 1 }, []],
    [{ confidence: 0.55, weakStreak: 2 }, [['two_weak_answers', 'The AI was barely sure 2 times in a row.']]],
  ])('say to an answer %j: %j', async (ai, expected) => {
    expect(await fires('after_reply', answering(ai))).toEqual(expected);
  });
});
