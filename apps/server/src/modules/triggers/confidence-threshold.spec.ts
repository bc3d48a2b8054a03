import { describe, expect, it } from '@jest/globals';
import type { RuleConditions } from '#contracts';
import { thresholdOf, withThreshold } from './confidence-threshold.js';
import { isWeak } from './weak-answers.js';

const sure = (value: number) => ({ fact: 'ai.confidence', operator: 'lessThan', value });
const answered = { fact: 'ai.answered', operator: 'equal', value: true };

describe('the confidence threshold', () => {
  it('is found and changed wherever the rule asks for it, and nothing else is', () => {
    const conditions: RuleConditions = { all: [answered, { any: [sure(0.4), { not: sure(0.2) }] }] };
    expect(thresholdOf(conditions)).toBe(0.4);
    expect(withThreshold(conditions, 0.7)).toEqual({ all: [answered, { any: [sure(0.7), { not: sure(0.2) }] }] });
  });

  it('is not there once the rule was edited into something else', () => {
    expect(thresholdOf({ all: [answered] })).toBeNull();
    expect(thresholdOf({ all: [{ ...sure(0.5), operator: 'greaterThan' }] })).toBeNull();
  });
});

describe('isWeak', () => {
  it.each([
    [0.49, 0.5, true],
    [0.6, 0.5, true],
    [0.65, 0.5, false],
    [0.97, 0.95, true],
    [1, 0.95, false],
  ])('%s under a threshold of %s is %s', (confidence, threshold, weak) => expect(isWeak(confidence, threshold)).toBe(weak));
});
