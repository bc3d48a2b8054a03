import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { SeqStream, type Rest } from './seq-stream.js';

interface Item {
  readonly seq: number;
}
const items = (...seqs: number[]): Item[] => seqs.map((seq) => ({ seq }));

/** A session that has come to `lastSeq`, asked through `fetchRest`, with what was delivered. */
function setup({ lastSeq = 0, after = 0, pageSize = 200 } = {}) {
  const server = { lastSeq };
  const asked: number[] = [];
  const got: number[] = [];
  const fetchRest = jest.fn(async (afterSeq: number): Promise<Rest<Item>> => {
    asked.push(afterSeq);
    const count = Math.max(0, Math.min(pageSize, server.lastSeq - afterSeq));
    return { items: items(...Array.from({ length: count }, (_, i) => afterSeq + 1 + i)), lastSeq: server.lastSeq };
  });
  const stream = new SeqStream<Item>({ after, fetchRest, deliver: (item) => got.push(item.seq), retryAfterMs: 50 });
  return { server, asked, got, fetchRest, stream };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('SeqStream', () => {
  it('delivers what comes in order without asking', () => {
    const { stream, got, asked } = setup();
    for (const item of items(1, 2, 3)) stream.offer(item);
    expect(got).toEqual([1, 2, 3]);
    expect(asked).toEqual([]);
  });

  it('delivers doubles once', () => {
    const { stream, got } = setup();
    for (const item of items(1, 1, 2, 1, 2)) stream.offer(item);
    expect(got).toEqual([1, 2]);
  });

  it('keeps back what comes too early and asks for the rest', async () => {
    const { stream, got, asked } = setup({ lastSeq: 4 });
    stream.offer({ seq: 1 });
    stream.offer({ seq: 4 });
    expect(got).toEqual([1]);
    await settled();
    expect(asked).toEqual([1]);
    expect(got).toEqual([1, 2, 3, 4]);
  });

  it('asks once, however many hints reveal the same gap', async () => {
    const { stream, asked, got } = setup({ lastSeq: 5 });
    for (const item of items(5, 4, 3)) stream.offer(item);
    await settled();
    expect(asked).toEqual([0]);
    expect(got).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads page after page until it has all', async () => {
    const { stream, asked, got } = setup({ lastSeq: 7, pageSize: 3 });
    await stream.catchUp();
    expect(asked).toEqual([0, 3, 6]);
    expect(got).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('starts after what its owner already has', async () => {
    const { stream, asked, got } = setup({ lastSeq: 5, after: 3 });
    await stream.catchUp();
    expect(asked).toEqual([3]);
    expect(got).toEqual([4, 5]);
  });

  it('asks when told the session has come further', async () => {
    const { stream, got } = setup({ lastSeq: 2 });
    stream.reached(2);
    await settled();
    expect(got).toEqual([1, 2]);
  });

  it('asks again after a failure until nothing is missing', async () => {
    const { stream, fetchRest, got } = setup({ lastSeq: 2 });
    fetchRest.mockRejectedValueOnce(new Error('offline'));
    stream.offer({ seq: 2 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(fetchRest).toHaveBeenCalledTimes(2);
    expect(got).toEqual([1, 2]);
    stream.close();
  });

  it('tells the caller of catchUp when it failed', async () => {
    const { stream, fetchRest } = setup();
    fetchRest.mockRejectedValueOnce(new Error('offline'));
    await expect(stream.catchUp()).rejects.toThrow('offline');
  });

  it('delivers nothing after it was closed', async () => {
    const { stream, got } = setup({ lastSeq: 3 });
    const catching = stream.catchUp();
    stream.close();
    await catching;
    stream.offer({ seq: 1 });
    expect(got).toEqual([]);
  });

  it('gives the dense order whatever arrives in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 60 }), async (lastSeq, hints) => {
        const { stream, got } = setup({ lastSeq, pageSize: 4 });
        for (const seq of hints.filter((hint) => hint <= lastSeq)) stream.offer({ seq });
        await stream.catchUp();
        expect(got).toEqual(Array.from({ length: lastSeq }, (_, i) => i + 1));
      }),
      { numRuns: 200 },
    );
  });
});
