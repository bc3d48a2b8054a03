import { describe, expect, it } from '@jest/globals';
import { EventBudget } from './event-budget.js';

const spend = (budget: EventBudget, times: number, now: number) => Array.from({ length: times }, () => budget.spend(now)).filter(Boolean).length;

describe('EventBudget', () => {
  it('takes a burst, then what the rate allows', () => {
    const budget = new EventBudget({ burst: 10, perSecond: 2 }, 0);
    expect(spend(budget, 20, 0)).toBe(10);
    expect(spend(budget, 20, 1500)).toBe(3);
  });

  it('never saves up more than a burst', () => {
    const budget = new EventBudget({ burst: 10, perSecond: 2 }, 0);
    expect(spend(budget, 50, 3_600_000)).toBe(10);
  });

  it('calls it a flood after a whole burst was refused in a row', () => {
    const budget = new EventBudget({ burst: 3, perSecond: 1 }, 0);
    spend(budget, 6, 0);
    expect(budget.flooded).toBe(false);
    spend(budget, 1, 0);
    expect(budget.flooded).toBe(true);
    spend(budget, 1, 1000);
    expect(budget.flooded).toBe(false);
  });

  it('tells when to come back', () => {
    const budget = new EventBudget({ burst: 1, perSecond: 0.25 }, 0);
    spend(budget, 2, 0);
    expect(budget.retryAfterSeconds).toBe(4);
  });
});
