import { Gathering } from './gathering.js';

const settled = <T>(values: readonly T[]): PromiseSettledResult<T>[] => values.map((value) => ({ status: 'fulfilled', value }));

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function setup({ lanes = 1, maxBatch = 100, apartMs = 0 } = {}) {
  const batches: string[][] = [];
  const gates: (() => void)[] = [];
  const sut = new Gathering<string, string>({
    keyOf: (item) => item[0]!,
    run: async (batch) => {
      batches.push([...batch]);
      await new Promise<void>((resolve) => gates.push(resolve));
      return settled(batch.map((item) => item.toUpperCase()));
    },
    lanes,
    maxBatch,
    apartMs,
  });
  const release = async (): Promise<void> => {
    gates.shift()!();
    await nextTurn();
  };
  return { sut, batches, release };
}

describe('Gathering', () => {
  it('gathers what arrives while a commit is in flight into the next', async () => {
    const { sut, batches, release } = setup();
    const first = sut.add('a1');
    await nextTurn();
    const more = ['b1', 'c1'].map((item) => sut.add(item));
    await nextTurn();
    expect(batches).toEqual([['a1']]);
    await release();
    expect(batches).toEqual([['a1'], ['b1', 'c1']]);
    await release();
    expect(await Promise.all([first, ...more])).toEqual(['A1', 'B1', 'C1']);
  });

  it('takes together what comes in one turn of the event loop, and waits for no other', async () => {
    const { sut, batches, release } = setup({ lanes: 2 });
    void sut.add('a1');
    void sut.add('b1');
    await nextTurn();
    void sut.add('c1');
    await nextTurn();
    expect(batches).toEqual([['a1', 'b1'], ['c1']]);
    await release();
    await release();
  });

  it('keeps its batches apart in time, and lets nobody wait who comes after a pause', async () => {
    const { sut, batches, release } = setup({ lanes: 2, apartMs: 60 });
    void sut.add('a1');
    await nextTurn();
    void sut.add('b1');
    await release();
    void sut.add('c1');
    await nextTurn();
    expect(batches).toEqual([['a1']]);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(batches).toEqual([['a1'], ['b1', 'c1']]);
    await new Promise((resolve) => setTimeout(resolve, 70));
    void sut.add('d1');
    await nextTurn();
    expect(batches).toEqual([['a1'], ['b1', 'c1'], ['d1']]);
    await release();
    await release();
  });

  it('opens a few more lanes while batches take long', async () => {
    const { sut, batches, release } = setup();
    for (const item of ['a1', 'b1', 'c1', 'd1', 'e1']) {
      void sut.add(item);
      await new Promise((resolve) => setTimeout(resolve, 70));
    }
    expect(batches).toEqual([['a1'], ['b1'], ['c1'], ['d1']]);
    for (let n = 0; n < 5; n++) await release();
    expect(batches.at(-1)).toEqual(['e1']);
  });

  it('never has one key in two batches at once, and keeps its order', async () => {
    const { sut, batches, release } = setup({ lanes: 2 });
    void sut.add('a1');
    void sut.add('a2');
    void sut.add('b1');
    void sut.add('a3');
    await nextTurn();
    expect(batches).toEqual([['a1', 'b1']]);
    await release();
    expect(batches.at(-1)).toEqual(['a2']);
    await release();
    expect(batches.at(-1)).toEqual(['a3']);
    await release();
  });

  it('limits a batch', async () => {
    const { sut, batches, release } = setup({ maxBatch: 2 });
    for (const item of ['a', 'b', 'c', 'd', 'e']) void sut.add(item);
    await nextTurn();
    await release();
    await release();
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
    await release();
  });

  it('fails those of a batch alone when the commit throws, and goes on', async () => {
    let calls = 0;
    const sut = new Gathering<string, string>({
      keyOf: (item) => item,
      run: async (batch) => {
        if (++calls === 1) throw new Error('down');
        return settled(batch);
      },
      lanes: 1,
      maxBatch: 10,
    });
    const first = sut.add('a');
    await nextTurn();
    const second = sut.add('b');
    await expect(first).rejects.toThrow('down');
    expect(await second).toBe('b');
  });
});
