import { describe, expect, it } from '@jest/globals';
import { excerpt } from './found-messages.js';
import { wantedIn } from './words.js';

describe('excerpt', () => {
  it('is a short message as it stands, on one line', () => {
    expect(excerpt('Hello,\n\nwhere is it? ', wantedIn('where'))).toBe('Hello, where is it?');
  });

  it.each([
    ['café', 'CAFES'.toLowerCase()],
    ['ana@shop', 'ana@shop.test'],
    ['1234', '#A-1234'],
  ])('shows where %s was said', (question, said) => {
    const text = `${'before it '.repeat(60)}${said}${' after it'.repeat(60)}`;
    const shown = excerpt(text, wantedIn(question));
    expect(shown).toMatch(/^… .* …$/);
    expect(shown).toContain(said);
    expect(shown.length).toBeLessThanOrEqual(210);
  });

  it('cuts a word that never ends, and no letter in two', () => {
    const shown = excerpt('😀'.repeat(400), wantedIn('x'));
    expect(shown.isWellFormed()).toBe(true);
    expect(shown.length).toBeLessThanOrEqual(210);
  });
});
