import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TypingLamps } from './typing-lamps.js';

function setup() {
  const lamps = new TypingLamps();
  const shown: boolean[] = [];
  const light = () => lamps.light('socket', 'session', (on) => shown.push(on));
  return { lamps, shown, light };
}

describe('TypingLamps', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('goes out by itself', () => {
    const { shown, light } = setup();
    light();
    jest.advanceTimersByTime(7_999);
    expect(shown).toEqual([true]);
    jest.advanceTimersByTime(1);
    expect(shown).toEqual([true, false]);
  });

  it('stays on while its owner types, without telling everybody on every key', () => {
    const { shown, light } = setup();
    for (let i = 0; i < 20; i++) {
      light();
      jest.advanceTimersByTime(500);
    }
    expect(shown).toEqual([true, true, true, true]);
  });

  it('is put out once', () => {
    const { lamps, shown, light } = setup();
    light();
    lamps.putOut('socket', 'session');
    lamps.putOutAll('socket');
    jest.runAllTimers();
    expect(shown).toEqual([true, false]);
  });
});
