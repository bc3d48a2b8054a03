import { describe, expect, it } from '@jest/globals';
import { textFor } from './text-by-language.js';

describe('the words of a rule', () => {
  const words = { message: 'One moment.', messages: { de: 'Einen Moment.', 'pt-BR': 'Um momento.' } };

  it.each([
    ['de', 'Einen Moment.'],
    ['de-AT', 'Einen Moment.'],
    ['pt-br', 'Um momento.'],
    ['pt-PT', 'One moment.'],
    ['fr', 'One moment.'],
  ])('are in %s: %s', (locale, text) => expect(textFor(locale, words)).toBe(text));

  it('are none where none were written', () => expect(textFor('fr', { messages: { de: 'Einen Moment.' } })).toBeNull());
});
