import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Pool } from 'pg';
import { PreparedStatements } from './prepared-statements.js';

/** A pool of one connection that says what it was told. */
function aPool(answer: (text: string) => object[] = () => []) {
  const told: string[] = [];
  const released: unknown[] = [];
  const client = {
    on: () => client,
    off: () => client,
    query: (statement: string | { name: string; text: string }) => {
      told.push(typeof statement === 'string' ? statement : `${statement.name}: ${statement.text}`);
      return Promise.resolve().then(() => ({ rows: answer(told.at(-1)!) }));
    },
    release: (broken: unknown) => released.push(broken),
  };
  return { pool: { connect: () => Promise.resolve(client) } as unknown as Pool, told, released };
}
const failure = (code?: string) => Object.assign(new Error('no'), { code });

describe('PreparedStatements', () => {
  beforeEach(() => void jest.useFakeTimers({ now: 0 }));
  afterEach(() => void jest.useRealTimers());

  it('keeps a name for each statement', async () => {
    const { pool, told } = aPool();
    const sut = new PreparedStatements();
    for (const sql of ['a', 'b', 'a']) await sut.run(pool, sql, []);
    expect(told).toEqual(['baton_1: a', 'baton_2: b', 'baton_1: a']);
  });

  it('makes a connection plan anew when it is one second old, two, four', async () => {
    const { pool, told } = aPool();
    const sut = new PreparedStatements();
    const discardedAt: number[] = [];
    for (let ms = 0; ms <= 9_000; ms += 500) {
      told.length = 0;
      await sut.run(pool, 'a', []);
      if (told[0] === 'discard plans') discardedAt.push(ms);
      jest.advanceTimersByTime(500);
    }
    expect(discardedAt).toEqual([1_000, 2_000, 4_000, 8_000]);
  });

  it('reads a statement anew whose result a migration has changed', async () => {
    const { pool, told } = aPool((text) => {
      if (text.startsWith('baton_1')) throw failure('0A000');
      return [{ n: 1 }];
    });
    expect(await new PreparedStatements().run(pool, 'a', [])).toEqual([{ n: 1 }]);
    expect(told).toEqual(['baton_1: a', 'baton_2: a']);
  });

  it('gives a connection back that refused a statement, and throws one away that broke', async () => {
    for (const [code, broken] of [
      ['23505', false],
      ['ECONNRESET', true],
      [undefined, true],
    ] as const) {
      const { pool, released } = aPool(() => {
        throw failure(code);
      });
      await expect(new PreparedStatements().run(pool, 'a', [])).rejects.toThrow('no');
      expect(released).toEqual([broken]);
    }
  });
});
