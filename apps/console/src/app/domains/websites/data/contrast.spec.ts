import { adviseOnAccent, bestInkOn, contrast } from './contrast';

describe('contrast', () => {
  it('spans 1 to 21', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#777777')).toBe(1);
  });

  it('agrees with published values', () => {
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#0000ff', '#ffffff')).toBeCloseTo(8.59, 2);
  });

  it('takes only #rrggbb', () => {
    expect(contrast('red', '#ffffff')).toBeNull();
    expect(bestInkOn('#fff')).toBeNull();
  });
});

describe('adviseOnAccent', () => {
  it.each([
    ['#0b6e5f', 'good', /white text/],
    ['#ffd400', 'warn', /white page/],
    ['#35c6ae', 'warn', /white page/],
    ['#e8590c', 'good', /black text/],
  ])('%s is %s', (accent, tone, text) => {
    expect(adviseOnAccent(accent)).toEqual({ tone, text: expect.stringMatching(text) });
  });
});
