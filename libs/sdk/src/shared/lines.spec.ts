import { describe, expect, it } from '@jest/globals';
import { linesOf } from './lines.js';

function inPieces(...pieces: readonly Uint8Array[]): { stream: ReadableStream<Uint8Array>; cancelled: () => boolean } {
  let cancelled = false;
  const rest = [...pieces];
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const piece = rest.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
    cancel: () => {
      cancelled = true;
    },
  });
  return { stream, cancelled: () => cancelled };
}

describe('the lines of a stream', () => {
  it('are whole, wherever it was cut, inside a letter too', async () => {
    const bytes = new TextEncoder().encode('one\n\nzwölf 🎈\nlast');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await Array.fromAsync(linesOf(inPieces(bytes.slice(0, cut), bytes.slice(cut)).stream))).toEqual(['one', 'zwölf 🎈', 'last']);
    }
  });

  it('end the stream when nobody wants more', async () => {
    const { stream, cancelled } = inPieces(...Array.from({ length: 9 }, () => new TextEncoder().encode('a\n')));
    for await (const _ of linesOf(stream)) break;
    expect(cancelled()).toBe(true);
  });
});
