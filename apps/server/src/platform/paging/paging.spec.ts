import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '../problems/index.js';
import { pageOf, readCursor } from './paging.js';

const letter = (part: string): boolean => /^[a-z]$/.test(part);

describe('paging by key', () => {
  it('goes on after the last row shown, and says when there is no more', () => {
    const first = pageOf(
      ['a', 'b', 'c'],
      2,
      (row) => row.toUpperCase(),
      (row) => [row],
    );
    expect(first.items).toEqual(['A', 'B']);
    expect(readCursor(first.nextCursor!, letter)).toEqual(['b']);
    expect(pageOf(['c', 'd'], 2, String, (row) => [row]).nextCursor).toBeNull();
    expect(pageOf([], 2, String, () => []).nextCursor).toBeNull();
    expect(readCursor(undefined, letter)).toBeNull();
  });

  it.each(['', 'x', '{}', '["ab"]', '["a","b"]', '[1]', '[["a"]]', 'null'])('refuses %j as a cursor', (made) => {
    expect(() => readCursor(Buffer.from(made).toString('base64url'), letter)).toThrow(InvalidInput);
  });
});
