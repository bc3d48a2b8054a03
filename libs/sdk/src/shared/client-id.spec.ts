import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { newClientId } from './client-id.js';

describe('the id of a new message', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('is a random UUID, never the same twice', () => {
    const ids = Array.from({ length: 500 }, newClientId);
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(new Set(ids).size).toBe(500);
  });

  it('needs nothing that pages of plain http do not have', () => {
    jest.spyOn(crypto, 'randomUUID').mockImplementation(() => {
      throw new TypeError('crypto.randomUUID is not a function');
    });
    expect(newClientId()).toHaveLength(36);
  });
});
