import { describe, expect, it } from '@jest/globals';
import { instantFrom } from './instant-text.js';

describe('an instant as text', () => {
  it.each([
    ['2026-11-29 10:05:26', '2026-11-29T10:05:26.000Z'],
    ['2026-11-29 10:05:26.1', '2026-11-29T10:05:26.100Z'],
    ['2026-11-29 10:05:26.05', '2026-11-29T10:05:26.050Z'],
    ['2026-11-29 10:05:26.123', '2026-11-29T10:05:26.123Z'],
    ['2026-11-29 10:05:26.123999', '2026-11-29T10:05:26.123Z'],
    ['0999-01-02 03:04:05.000006', '0999-01-02T03:04:05.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(instantFrom(text)).toBe(instant);
    expect(new Date(instant).toISOString()).toBe(instant);
  });
});
