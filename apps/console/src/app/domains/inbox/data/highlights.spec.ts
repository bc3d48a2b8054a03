import { aroundHit, highlights } from './highlights';

describe('highlights', () => {
  const marked = (text: string, words: string) =>
    highlights(text, words)
      .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
      .join('');

  it('marks every hit in whatever case, and nothing when nothing is searched for', () => {
    expect(marked('Refund my refund', ' REFUND ')).toBe('[Refund] my [refund]');
    expect(marked('Refund', '')).toBe('Refund');
    expect(marked('Refund', 'tent')).toBe('Refund');
  });

  it('takes what was searched for as words, not as a pattern', () => {
    expect(marked('Costs 5.00 (net)', '5.00 (')).toBe('Costs [5.00 (]net)');
  });
});

describe('aroundHit', () => {
  it('starts a long line near the hit', () => {
    const text = 'I have been going round in circles for twenty minutes and want a refund now';
    expect(aroundHit(text, 'refund')).toMatch(/^… .{0,14}a refund now$/);
    expect(aroundHit(text, 'going')).toBe(text);
    expect(aroundHit(text, '')).toBe(text);
  });
});
