import fc from 'fast-check';
import { prioritiesFor } from './order';

const rules = (...priorities: number[]) => priorities.map((priority, index) => ({ id: 'abcdefgh'[index]!, priority }));

describe('prioritiesFor', () => {
  it.each([
    ['there is room', [30, 5, 10], 'b', { b: 20 }],
    ['it goes first', [5, 30, 20], 'a', { a: 31 }],
    ['it goes last', [30, 20, 40], 'c', { c: 19 }],
    ['there is no room', [130, 128, 5, 127], 'c', { a: 130, b: 129, c: 128 }],
    ['some are equal', [10, 10, 10], 'b', { a: 12, b: 11 }],
    ['there is no room at the top', [999, 1000], 'a', { a: 1001 }],
  ])('where %s', (_when, priorities, moved, expected) => {
    const before = rules(...priorities);
    const next = Object.fromEntries(prioritiesFor(before, moved));
    const after = before.map(({ id, priority }) => next[id] ?? priority);
    expect(after.every((priority, index) => index === 0 || after[index - 1]! > priority)).toBe(true);
    if (!Object.values(expected).some((priority) => priority > 1000)) {
      expect({ ...Object.fromEntries(before.map(({ id, priority }) => [id, priority])), ...next }).toMatchObject(expected);
    }
    expect(Math.max(...after)).toBeLessThanOrEqual(1000);
  });

  it('puts the moved one where it was put, whatever the others have', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 2, maxLength: 8 }), fc.nat(), fc.nat(), (priorities, from, to) => {
        const sorted = rules(...priorities.toSorted((a, b) => b - a));
        const moved = sorted[from % sorted.length]!;
        const rest = sorted.filter(({ id }) => id !== moved.id);
        const at = to % sorted.length;
        const wanted = rest.toSpliced(at, 0, moved);
        const next = prioritiesFor(wanted, moved.id);
        const of = (index: number) => next.get(wanted[index]!.id) ?? wanted[index]!.priority;
        if (at > 0) expect(of(at - 1)).toBeGreaterThan(of(at));
        if (at < wanted.length - 1) expect(of(at)).toBeGreaterThan(of(at + 1));
        for (let i = 1; i < wanted.length; i += 1) expect(of(i - 1)).toBeGreaterThanOrEqual(of(i));
      }),
    );
  });
});
