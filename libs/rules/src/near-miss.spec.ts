import { describe, expect, it } from '@jest/globals';
import type { RuleCondition, RuleConditions } from '#contracts';
import { nearMiss } from './near-miss.js';

const is = (fact: string): RuleCondition => ({ fact, operator: 'equal', value: true });
const facts = { yes: true, no: false, confidence: 0.54, topics: ['billing'] };

describe('a rule that came close', () => {
  it.each<[string, RuleConditions, ReturnType<typeof nearMiss>]>([
    ['fired', { all: [is('yes')] }, null],
    ['lacked one of three', { all: [is('yes'), is('no'), is('yes')] }, { held: 2, near: false }],
    ['lacked two of three', { all: [is('yes'), is('no'), is('no')] }, null],
    ['lacked one way of two, the one that had more', { any: [{ all: [is('no')] }, { all: [is('yes'), is('no')] }] }, { held: 1, near: false }],
    ['was kept from it by one exception', { all: [is('yes'), { not: { any: [is('yes'), is('no')] } }] }, { held: 2, near: false }],
    ['was kept from it by two', { not: { any: [is('yes'), is('yes')] } }, null],
    ['missed a number by little', { all: [{ fact: 'confidence', operator: 'lessThan', value: 0.5 }] }, { held: 0, near: true }],
    ['missed a number by much', { all: [{ fact: 'confidence', operator: 'lessThan', value: 0.4 }] }, { held: 0, near: false }],
    ['missed an entry of a list', { all: [{ fact: 'topics', operator: 'equal', path: '0', value: 'legal' }, is('yes')] }, { held: 1, near: false }],
  ])('%s', (_, conditions, expected) => {
    expect(nearMiss(conditions, facts)).toEqual(expected);
  });
});
