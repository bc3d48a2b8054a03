import { initialsOf } from './initials.js';

describe('initialsOf', () => {
  it.each([
    ['Vera Kowalska', 'VK'],
    ['Ana', 'AN'],
    ['Jean-Luc van der Berg', 'JB'],
    ['ana.lopez', 'AL'],
    ['  ', '?'],
    ['中村 愛子', '中愛'],
    ['😀 Smile', '😀S'],
  ])('shortens “%s” to %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
