import { describe, expect, it } from '@jest/globals';
import { VisitorMemory, visitorMemoryKey, type VisitorStorage } from './visitor-memory.js';

const DAY_MS = 24 * 60 * 60 * 1000;

function aStorage(): VisitorStorage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}

describe('VisitorMemory', () => {
  it('gives the conversation to the next page of the same website only', () => {
    const storage = aStorage();
    new VisitorMemory('a', storage).holdSession('token', 'session', '');
    expect(new VisitorMemory('a', storage).token).toBe('token');
    expect(new VisitorMemory('b', storage).token).toBeUndefined();
  });

  it('keeps what two tabs have not delivered yet', () => {
    const storage = aStorage();
    const [one, two] = [new VisitorMemory('a', storage), new VisitorMemory('a', storage)];
    one.holdUnsent({ clientId: '1', text: 'one', at: 0 });
    two.holdUnsent({ clientId: '2', text: 'two', at: 0 });
    one.dropUnsent('1');
    expect(two.unsent(1).map(({ text }) => text)).toEqual(['two']);
  });

  it('lets go of what has waited for more than a day', () => {
    const memory = new VisitorMemory('a', aStorage());
    memory.holdUnsent({ clientId: '1', text: 'old', at: 0 });
    expect(memory.unsent(DAY_MS)).toEqual([]);
  });

  it('leaves nothing behind when told to forget', () => {
    const storage = aStorage();
    const memory = new VisitorMemory('a', storage);
    memory.holdSession('token', 'session', '');
    memory.forget();
    expect(storage.values.size).toBe(0);
  });

  it('works when the browser refuses storage', () => {
    const refuse = (): never => {
      throw new Error('SecurityError');
    };
    const memory = new VisitorMemory('a', { getItem: refuse, setItem: refuse, removeItem: refuse });
    memory.holdSession('token', 'session', '');
    expect(memory.token).toBeUndefined();
  });

  it('ignores what another script wrote under its key', () => {
    const storage = aStorage();
    storage.setItem(visitorMemoryKey('a'), '{oops');
    expect(new VisitorMemory('a', storage).unsent(0)).toEqual([]);
  });
});
