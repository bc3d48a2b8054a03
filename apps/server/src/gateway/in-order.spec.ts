import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { InOrder } from './in-order.js';

describe('InOrder', () => {
  it('keeps the order of one key, whatever each takes and whether it fails', async () => {
    const order = new InOrder();
    const done: string[] = [];
    const slow = order.run('a', async () => {
      await wait(20);
      done.push('slow');
      throw new Error('no');
    });
    const quick = order.run('a', async () => void done.push('quick'));
    await expect(slow).rejects.toThrow('no');
    await quick;
    expect(done).toEqual(['slow', 'quick']);
  });

  it('lets other keys pass and forgets what is done', async () => {
    const order = new InOrder();
    const done: string[] = [];
    await Promise.all([
      order.run('a', async () => {
        await wait(20);
        done.push('a');
      }),
      order.run('b', async () => void done.push('b')),
    ]);
    expect(done).toEqual(['b', 'a']);
    expect(order.size).toBe(0);
  });
});
