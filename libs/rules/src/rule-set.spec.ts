import type { Facts, RuleConditions } from '#contracts';
import { compileRules, explain } from './rule-set.js';

const rule = (id: string, conditions: RuleConditions, more: { priority?: number; stage?: 'before_reply' | 'after_reply' } = {}) => ({
  id,
  conditions,
  priority: more.priority ?? 0,
  stage: more.stage ?? ('before_reply' as const),
});
const asks = { fact: 'message.asksForHuman', operator: 'equal', value: true };
const long = { fact: 'message.length', operator: 'greaterThan', value: 100 };

describe('compileRules', () => {
  it('fires in order of priority, ties in the order given', async () => {
    const rules = compileRules([
      rule('low', { all: [asks] }, { priority: 1 }),
      rule('high', { all: [asks] }, { priority: 9 }),
      rule('also low', { any: [asks, long] }, { priority: 1 }),
      rule('not at all', { all: [asks, long] }, { priority: 5 }),
    ]);
    const fired = await rules.decide('before_reply', { 'message.asksForHuman': true, 'message.length': 20 });
    expect(fired.map(({ rule: { id } }) => id)).toEqual(['high', 'low', 'also low']);
  });

  it('asks the rules of the stage only, and names the facts they need', async () => {
    const rules = compileRules([
      rule('a', { all: [asks] }),
      rule('b', { all: [{ fact: 'queue.waiting', operator: 'lessThan', value: 3 }] }, { stage: 'after_reply' }),
    ]);
    expect([...rules.factsAskedAt('before_reply')]).toEqual(['message.asksForHuman']);
    expect([...rules.factsAskedAt('after_reply')]).toEqual(['queue.waiting']);
    expect(await rules.decide('clock', { 'message.asksForHuman': true })).toEqual([]);
  });

  it('keeps one broken rule from taking the others with it', async () => {
    const broken = rule('broken', { all: [{ fact: 'no.such', operator: 'equal', value: 1 }] });
    const rules = compileRules([broken, rule('sound', { all: [asks] })]);
    expect(rules.broken).toEqual([{ rule: broken, errors: [{ path: 'conditions.all.0.fact', message: 'there is no fact “no.such”' }] }]);
    expect(await rules.decide('before_reply', { 'message.asksForHuman': true })).toHaveLength(1);
  });

  it('answers questions that overlap in time', async () => {
    const rules = compileRules([rule('a', { all: [asks] }), rule('b', { all: [long] }, { priority: 2 })]);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => rules.decide('before_reply', { 'message.asksForHuman': i % 2 === 0, 'message.length': 200 })),
    );
    expect(answers.map((fired) => fired.length)).toEqual(answers.map((_, i) => (i % 2 === 0 ? 2 : 1)));
  });
});

describe('evidence', () => {
  it('mirrors the document, with each fact’s value and each node’s result, also of branches that did not matter', async () => {
    const conditions: RuleConditions = { any: [asks, { all: [long, { not: { fact: 'session.tags', operator: 'contains', value: 'vip' } }] }] };
    const facts: Facts = { 'message.asksForHuman': true, 'session.tags': ['vip'] };
    expect(await explain(conditions, facts)).toEqual({
      fired: true,
      evidence: {
        result: true,
        any: [
          { ...asks, factValue: true, result: true },
          {
            result: false,
            all: [
              { ...long, factValue: null, result: false },
              { result: false, not: { fact: 'session.tags', operator: 'contains', value: 'vip', factValue: ['vip'], result: true } },
            ],
          },
        ],
      },
    });
  });
});
