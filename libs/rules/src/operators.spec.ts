import type { FactValue, Operator } from '#contracts';
import { explain } from './rule-set.js';

const result = async (fact: FactValue, operator: Operator, value: unknown): Promise<boolean> =>
  (await explain({ all: [{ fact: 'visitor.x', operator, value }] }, { 'visitor.x': fact })).fired;

describe('operators', () => {
  it.each<[FactValue, Operator, unknown, boolean]>([
    ['gold', 'equal', 'gold', true],
    ['Gold', 'equal', 'gold', false],
    ['gold', 'in', ['gold', 'silver'], true],
    ['gold', 'notIn', ['silver'], true],
    [5, 'between', [5, 9], true],
    [9, 'between', [5, 9], true],
    [9.1, 'between', [5, 9], false],
    ['6', 'between', [5, 9], false],
    ['6', 'lessThan', 9, false],
    ['Where is my REFUND?', 'contains', 'refund', true],
    ['cafe\u0301', 'contains', 'caf\u00e9', true],
    ['Where is my refund?', 'containsAny', ['invoice', 'refund'], true],
    ['https://shop.example/Cart', 'startsWith', 'HTTPS://SHOP', true],
    ['ana@example.com', 'endsWith', '@Example.com', true],
    [['billing', 'legal'], 'contains', 'legal', true],
    [['billing', 'legal'], 'contains', 'leg', false],
    [['billing'], 'containsAny', ['legal', 'billing'], true],
    [['billing'], 'doesNotContain', 'legal', true],
    ['order 48213', 'matches', '\\b\\d{5}\\b', true],
    ['Order', 'matches', '^order', false],
    ['Order', 'matches', '(?i)^order', true],
    ['2026-03-01T10:00:00Z', 'before', '2026-03-01T10:00:01Z', true],
    ['2026-03-01T10:00:00+02:00', 'before', '2026-03-01T09:00:00Z', true],
    ['2026-03-01T10:00:00+02:00', 'before', '09:30', false],
    ['2026-03-01T10:00:00+02:00', 'after', '09:30', true],
    ['2026-03-01', 'after', '2026-02-28', true],
    ['next week', 'after', '2026-02-28', false],
    ['next week', 'before', '2026-02-28', false],
  ])('%j %s %j is %s', async (fact, operator, value, expected) => {
    expect(await result(fact, operator, value)).toBe(expected);
  });

  it('finds every comparison with an absent fact false, except the negations', async () => {
    const outcomes = await Promise.all(
      (
        [
          ['equal', 'x'],
          ['lessThan', 1],
          ['greaterThan', -1],
          ['between', [0, 1]],
          ['in', ['x']],
          ['contains', 'x'],
          ['startsWith', 'x'],
          ['matches', '.*'],
          ['before', '10:00'],
          ['after', '10:00'],
          ['exists', true],
        ] as const
      ).map(([operator, value]) => result(undefined, operator, value)),
    );
    expect(new Set(outcomes)).toEqual(new Set([false]));
    expect(await result(undefined, 'notEqual', 'x')).toBe(true);
    expect(await result(undefined, 'notIn', ['x'])).toBe(true);
    expect(await result(undefined, 'doesNotContain', 'x')).toBe(true);
    expect(await result(null, 'exists', false)).toBe(true);
  });

  it('matches in linear time', async () => {
    const started = performance.now();
    expect(await result('a'.repeat(8000), 'matches', '(a+)+$b')).toBe(false);
    expect(await result('a'.repeat(8000), 'matches', '(a?){90}a{90}b')).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });
});
