import { aroundHit, highlights, isHit } from './highlights';

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

  it('takes what was searched for as words in any order, not as a pattern', () => {
    expect(marked('Costs 5.00 (net)', '(net 5.00')).toBe('Costs [5.00] [(net])');
  });

  it('finds a word with its accents or without, and marks the longer one of two', () => {
    expect(marked('Où est ma réparation ?', 'REPARATION')).toBe('Où est ma [réparation] ?');
    expect(marked('Refunds', 'refund refunds')).toBe('[Refunds]');
    expect([isHit('Tomás Silva', 'tomas'), isHit(null, 'tomas'), isHit('Tomás Silva', '')]).toEqual([true, false, false]);
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
