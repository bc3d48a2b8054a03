import { describe, expect, it } from '@jest/globals';
import { newId } from './ids.js';

describe('an id', () => {
  it('is a UUID of version 7 that begins with its time', () => {
    const id = newId(Date.parse('2024-01-15T10:30:00Z'));
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2024-01-15T10:30:00Z'));
  });

  it('sorts after those that were made before it, also within a millisecond', () => {
    const ids = [1000, 1000, 1001, 1002].flatMap((now) => Array.from({ length: 700 }, () => newId(now)));
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
