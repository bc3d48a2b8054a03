import { describe, expect, it } from '@jest/globals';
import { earliestSeconds, turningSeconds } from './turning-points.js';

const lasted = (operator: string, value: unknown) => ({ fact: 'session.seconds', operator, value });
const wrote = { fact: 'session.visitorMessages', operator: 'greaterThan', value: 2 };

describe('the lengths of a session that matter to a document', () => {
  it('are those at which it may change its mind', () => {
    expect(turningSeconds({ all: [lasted('greaterThanInclusive', 900), { not: lasted('between', [60.5, 120]) }, wrote] })).toEqual([
      61, 120, 121, 900, 901,
    ]);
    expect(turningSeconds({ all: [wrote] })).toEqual([]);
  });

  it.each([
    [{ all: [lasted('greaterThanInclusive', 900), wrote] }, 900],
    [{ all: [lasted('greaterThan', 900)] }, 901],
    [{ any: [lasted('greaterThan', 900), lasted('equal', 60)] }, 60],
    [{ any: [lasted('greaterThan', 900), wrote] }, 0],
    [{ all: [{ any: [lasted('between', [30, 40]), lasted('greaterThan', 99)] }, lasted('lessThan', 500)] }, 30],
    [{ not: lasted('lessThan', 900) }, 0],
  ])('%j cannot hold before second %d', (conditions, seconds) => {
    expect(earliestSeconds(conditions)).toBe(seconds);
  });
});
