import { describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AskedTogether } from './asked-together.js';

function setup() {
  const statements: string[][] = [];
  const together = new AskedTogether<string, string>(async (questions) => {
    statements.push([...questions]);
    await nextTurn();
    if (questions.includes('wrong')) throw new Error('no such thing');
    return questions.join('+');
  });
  return { together, statements };
}

describe('what is asked together', () => {
  it('is answered together, key by key', async () => {
    const { together, statements } = setup();
    const answers = await Promise.all([together.ask('a', 'one'), together.ask('b', 'two'), Promise.resolve().then(() => together.ask('a', 'three'))]);
    expect(answers).toEqual(['one+three', 'two', 'one+three']);
    expect(statements).toEqual([['one', 'three'], ['two']]);
  });

  it('does not take in who comes when the database is already asked', async () => {
    const { together, statements } = setup();
    const first = together.ask('a', 'early');
    while (statements.length === 0) await nextTurn();
    const second = together.ask('a', 'late');
    expect(await Promise.all([first, second])).toEqual(['early', 'late']);
  });

  it('fails for all who asked, and for nobody after them', async () => {
    const { together } = setup();
    const outcomes = await Promise.allSettled([together.ask('a', 'right'), together.ask('a', 'wrong')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await together.ask('a', 'right')).toBe('right');
  });
});
