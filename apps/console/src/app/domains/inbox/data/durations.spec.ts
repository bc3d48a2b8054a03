import { aboutSpan, dayName, exactSpan } from './durations';

describe('exactSpan', () => {
  it.each([
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 m'],
    [3_599, '59 m'],
    [3_600, '1 h'],
    [7_500, '2 h 5 m'],
    [90_000, '1 d'],
  ])('%d seconds: %s', (seconds, text) => expect(exactSpan(seconds)).toBe(text));
});

describe('aboutSpan', () => {
  it.each([
    [20, 'about a minute'],
    [61, 'about 2 minutes'],
    [300, 'about 5 minutes'],
    [3_600, 'about an hour'],
    [3_700, 'about 2 hours'],
  ])('%d seconds: %s', (seconds, text) => expect(aboutSpan(seconds)).toBe(text));
});

describe('dayName', () => {
  const now = new Date(2026, 2, 29, 3, 30).getTime();
  it('knows today and yesterday, also across a change of the clocks', () => {
    expect(dayName(new Date(2026, 2, 29, 0, 5).toISOString(), now)).toBe('Today');
    expect(dayName(new Date(2026, 2, 28, 23, 55).toISOString(), now)).toBe('Yesterday');
    expect(dayName(new Date(2026, 2, 27).toISOString(), now)).toContain('27');
  });
});
