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
});
