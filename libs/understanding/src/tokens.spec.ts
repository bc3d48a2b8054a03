import { tokenize } from './tokens.js';

const words = (text: string) => tokenize(text).map((token) => token.word);

describe('tokenize', () => {
  it('folds case, accents and apostrophes', () => expect(words('Don’t ÉCRASER Straße cœur')).toEqual(['dont', 'ecraser', 'strasse', 'coeur']));
  it('parts elisions and possessives', () => expect(words("l'agent qu'il the agent's")).toEqual(['l', 'agent', 'qu', 'il', 'the', 'agent', 's']));
  it('sees amounts of money', () => expect(words('refund $1,200 or 30 €')).toEqual(['refund', '$', 'or', '$']));
  it('keeps offsets of the original', () => {
    const text = 'Ein Straßenschild, bitte: l’été.';
    for (const { start, end, word } of tokenize(text)) expect(text.slice(start, end).length).toBeGreaterThanOrEqual(word.length - 1);
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ein', 'Straßenschild', 'bitte', 'l', 'été']);
  });
  it('counts sentences and clauses', () => {
    expect(tokenize('No, wait. Go').map(({ sentence, clause }) => [sentence, clause])).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
    ]);
  });

  it('reads plain words as it reads all others', () => {
    // A letter of another alphabet before or after makes a word one that is not plain.
    const plain = "Hi, (I) want MY money back!\nWhere is it?: there; x.y a-b c_d e’f g's l'h 3rd 4 B2B $5 6€ end";
    const found = tokenize(plain).map(({ start, end, word }) => ({ text: plain.slice(start, end), word }));
    expect(found).toEqual(
      'Hi I want MY money back Where is it there x y a b c d e’f g s l h 3rd 4 B2B $5 6€ end'
        .split(' ')
        .map((text) => ({ text, word: /[$€]/.test(text) ? '$' : text.toLowerCase().replace('’', '') })),
    );
  });
});
