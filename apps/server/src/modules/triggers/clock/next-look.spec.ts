import { describe, expect, it } from '@jest/globals';
import { NextLook } from './next-look.js';

const BEGAN = new Date('2026-11-22T12:00:00Z');
const at = (seconds: number): Date => new Date(BEGAN.getTime() + seconds * 1000);
const lasted = (seconds: number) => ({ all: [{ fact: 'session.seconds', operator: 'greaterThanInclusive', value: seconds }] });
const secondsFrom = (instant: Date | null): number | null => instant && (instant.getTime() - BEGAN.getTime()) / 1000;

describe('the next look at a session', () => {
  const look = NextLook.at([lasted(900), lasted(3600)]);
  const after = (now: number, lastActivity = 0): number | null =>
    secondsFrom(look.after({ startedAt: BEGAN, lastActivityAt: at(lastActivity) }, at(now)));

  it('is not before any rule can hold, and then to the second', () => {
    expect([look.mayFire(BEGAN, at(899)), look.mayFire(BEGAN, at(900))]).toEqual([false, true]);
    expect([after(0), after(899)]).toEqual([900, 900]);
    expect(after(3500, 100)).toBe(3600);
  });

  it('comes soon in a lively conversation, rarely in a silent one, and never once it is forgotten', () => {
    expect(after(1000, 995)).toBe(1005);
    expect(after(1800, 1000)).toBe(1900);
    expect(after(50_000, 0)).toBe(50_600);
    expect(after(86_400, 0)).toBeNull();
  });
});
