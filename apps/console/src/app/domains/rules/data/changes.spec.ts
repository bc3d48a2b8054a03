import type { RuleCondition } from '#contracts';
import { changesBetween, type RuleContent } from './changes';
import { restSpan } from './rest-span';
import { english } from './testing';

const UPSET: RuleCondition = { fact: 'message.sentiment', operator: 'lessThan', value: -0.6 };
const BILLING: RuleCondition = { fact: 'message.topics', operator: 'contains', value: 'billing' };
const RULE: RuleContent = {
  name: 'Money matters',
  enabled: true,
  mode: 'shadow',
  priority: 50,
  cooldownSeconds: null,
  conditions: { all: [UPSET] },
  action: { type: 'handoff', priority: 'normal' },
};

function changes(after: Partial<RuleContent>, before: Partial<RuleContent> = {}): readonly string[] {
  const { t, sentences } = english();
  const words = { t, sentences, span: (seconds: number | null) => restSpan(seconds, t), teams: [{ id: 'pay', name: 'Payments', websiteId: null }] };
  return changesBetween({ ...RULE, ...before }, { ...RULE, ...after }, words as never);
}

describe('what differs between two versions', () => {
  it('is nothing when only the order of keys does', () => {
    expect(
      changes({
        action: { priority: 'normal', type: 'handoff' },
        conditions: { all: [{ value: -0.6, operator: 'lessThan', fact: 'message.sentiment' }] },
      }),
    ).toEqual([]);
  });

  it('is a condition that came, one that went, and one that asks for something else', () => {
    expect(changes({ conditions: { all: [UPSET, BILLING] } })).toEqual(['added: the message is about billing']);
    expect(changes({ conditions: { all: [] } })).toEqual(['removed: the mood is under -0.6']);
    expect(changes({ conditions: { all: [{ ...UPSET, value: -0.4 }] } })).toEqual(['the mood is under -0.6 → the mood is under -0.4']);
  });

  it('is how the same conditions belong together', () => {
    expect(changes({ conditions: { any: [UPSET] } })).toEqual(['grouped differently']);
  });

  it('counts two conditions that are alike as two', () => {
    expect(changes({ conditions: { all: [UPSET, UPSET] } })).toEqual(['added: the mood is under -0.6']);
  });

  it('is the name, the state, the rest and the order', () => {
    expect(changes({ name: 'Refunds', mode: 'live', cooldownSeconds: 3600, priority: 60 })).toEqual([
      'named “Refunds”',
      'Shadow → Live',
      'rests afterwards: Not at all → One hour',
      'place in the order 50 → 60',
    ]);
    // Off is off, whatever it would be when it is on.
    expect(changes({ enabled: false, mode: 'live' }, { enabled: false })).toEqual([]);
  });

  it('is what the rule does', () => {
    expect(changes({ action: { type: 'handoff', priority: 'high', teamId: 'pay', message: 'One moment.' } })).toEqual([
      'priority Normal → High',
      'to team Payments',
      'another message to the visitor',
    ]);
    expect(changes({ action: { type: 'tag', tag: 'vip' } })).toEqual(['does: Hand over to a person → Tag the conversation', 'tag none → vip']);
  });
});
