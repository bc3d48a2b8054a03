import { ENGLISH_UI_TEXTS as texts } from '../texts.js';
import { since, until } from './age.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('since', () => {
  it.each([
    [0, 'now', 60 * SECOND],
    [59 * SECOND, 'now', SECOND],
    [60 * SECOND, '1 m', 60 * SECOND],
    [11 * MINUTE + 20 * SECOND, '11 m', 40 * SECOND],
    [59 * MINUTE + 59 * SECOND, '59 m', SECOND],
    [HOUR, '1 h', HOUR],
    [26 * HOUR, '1 d', 22 * HOUR],
    [-5 * SECOND, 'now', 65 * SECOND],
  ])('%i ms ago reads %s and stays true for %i ms', (ago, text, trueForMs) => {
    expect(since(1_000_000_000 - ago, 1_000_000_000, texts)).toEqual({ text, trueForMs });
  });
});

describe('until', () => {
  it.each([
    [4 * MINUTE, '4 m left', MINUTE],
    [3 * MINUTE + 1, '4 m left', 1],
    [SECOND, '1 m left', SECOND],
    [2 * HOUR, '2 h left', 1],
    [119 * MINUTE, '1 h left', 59 * MINUTE + 1],
    [HOUR - 1, '60 m left', MINUTE - 1],
    [3 * DAY + HOUR, '3 d left', HOUR + 1],
    [0, '1 m over', 2 * MINUTE],
    [-90 * SECOND, '1 m over', 30 * SECOND],
    [-5 * MINUTE, '5 m over', MINUTE],
  ])('a deadline in %i ms reads %s and stays true for %i ms', (left, text, trueForMs) => {
    expect(until(1_000_000_000 + left, 1_000_000_000, texts)).toEqual({ text, trueForMs });
  });

  it('says the truth at every second around the deadline, waking only when the words change', () => {
    const at = 10 * HOUR;
    let wakes = 0;
    let now = at - 2 * HOUR;
    while (now < at + 2 * HOUR) {
      const label = until(at, now, texts);
      expect(until(at, now + label.trueForMs - 1, texts).text).toBe(label.text);
      expect(until(at, now + label.trueForMs, texts).text).not.toBe(label.text);
      now += label.trueForMs;
      wakes += 1;
    }
    expect(wakes).toBeLessThan(130);
  });
});
