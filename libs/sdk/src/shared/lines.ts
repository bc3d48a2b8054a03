/**
 * The lines of a text that comes in pieces, each without its end; an empty one is left out. Ending the loop early ends
 * the stream.
 */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let begun = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (begun + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n');
      begun = done ? '' : lines.pop()!;
      for (const line of lines) if (line !== '') yield line;
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
