import { splitText } from './split-text';

describe('splitText', () => {
  it('leaves alone what fits', () => {
    expect(splitText('  Hello.  ', 10)).toEqual(['Hello.']);
    expect(splitText('   ', 10)).toEqual([]);
  });

  it('cuts between paragraphs, else lines, else sentences, else words', () => {
    expect(splitText('aaaa aaaa\n\nbbbb\nbbbb', 12)).toEqual(['aaaa aaaa', 'bbbb\nbbbb']);
    expect(splitText('aaaa aa\nbbbb bb', 10)).toEqual(['aaaa aa', 'bbbb bb']);
    expect(splitText('Aaaa a. Bbbb b.', 10)).toEqual(['Aaaa a.', 'Bbbb b.']);
    expect(splitText('aaaa bbbb cccc', 10)).toEqual(['aaaa bbbb', 'cccc']);
  });

  it('cuts a word that has no seam, but no character', () => {
    expect(splitText('x'.repeat(25), 10).map((piece) => piece.length)).toEqual([10, 10, 5]);
    expect(splitText('🙂'.repeat(7), 5)).toEqual(['🙂🙂', '🙂🙂', '🙂🙂', '🙂']);
  });

  it('loses nothing but white space', () => {
    const text = Array.from({ length: 500 }, (_, at) => `word${at}${at % 7 === 0 ? '.' : ''}${at % 40 === 0 ? '\n\n' : ' '}`).join('');
    const pieces = splitText(text, 300);
    expect(pieces.every((piece) => piece.length <= 300 && piece.length > 0)).toBe(true);
    expect(pieces.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  });
});
