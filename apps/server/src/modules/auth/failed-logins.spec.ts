import { describe, expect, it } from '@jest/globals';
import type { Config } from '#config';
import { TooManyAttempts } from './auth.problems.js';
import { FailedLogins } from './failed-logins.js';

const now = new Date('2026-11-22T12:00:00Z');
const minutesLater = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

function failing(times: number, rateLimit = true): FailedLogins {
  const failures = new FailedLogins({ rateLimit } as Config);
  for (let i = 0; i < times; i++) failures.count('203.0.113.7', now);
  return failures;
}

describe('failed logins of an address', () => {
  it('are refused after thirty, and forgotten after a quarter of an hour', () => {
    const failures = failing(30);
    expect(() => failures.mustBeFew('203.0.113.7', minutesLater(14))).toThrow(TooManyAttempts);
    expect(() => failures.mustBeFew('203.0.113.7', minutesLater(16))).not.toThrow();
  });

  it('do not touch other addresses', () => {
    expect(() => failing(30).mustBeFew('203.0.113.8', now)).not.toThrow();
    expect(() => failing(29).mustBeFew('203.0.113.7', now)).not.toThrow();
  });

  it('do not count where limits are off', () => {
    expect(() => failing(100, false).mustBeFew('203.0.113.7', now)).not.toThrow();
  });
});
