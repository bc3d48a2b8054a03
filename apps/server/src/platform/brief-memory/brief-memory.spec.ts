import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { BriefMemory } from './brief-memory.js';

describe('BriefMemory', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks once while an answer is young, and again when it has aged', async () => {
    jest.useFakeTimers();
    const memory = new BriefMemory<number>(1000);
    const ask = jest.fn(async () => ask.mock.calls.length);
    expect([await memory.recall('a', ask), await memory.recall('a', ask)]).toEqual([1, 1]);
    jest.advanceTimersByTime(1000);
    expect(await memory.recall('a', ask)).toBe(2);
  });

  it('does not bring back an answer that was forgotten while it was being asked', async () => {
    const memory = new BriefMemory<string>(1000);
    const asked = Promise.withResolvers<string>();
    const early = memory.recall('a', () => asked.promise);
    memory.forget('a');
    asked.resolve('old');
    expect(await early).toBe('old');
    expect(await memory.recall('a', async () => 'new')).toBe('new');
  });

  it('forgets failures and, when it is full, the oldest answer', async () => {
    const memory = new BriefMemory<string>(1000, 2);
    await expect(memory.recall('a', async () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await memory.recall('a', async () => 'up')).toBe('up');
    await memory.recall('b', async () => 'b');
    await memory.recall('c', async () => 'c');
    expect(await memory.recall('a', async () => 'asked again')).toBe('asked again');
  });

  it('keeps nothing that has aged, though nobody asks any more', async () => {
    jest.useFakeTimers();
    const memory = new BriefMemory<string>(1000);
    await memory.recall('a', async () => 'a');
    jest.advanceTimersByTime(600);
    await memory.recall('b', async () => 'b');
    expect(memory.size).toBe(2);
    jest.advanceTimersByTime(1000);
    expect(memory.size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
