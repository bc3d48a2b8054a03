import { describe, expect, it } from '@jest/globals';
import { readHeader, type Header } from './header.js';

const HEADER = '{"confidence": 0.8, "answered": true, "topics": ["delivery"], "complexity": 0.2, "sources": [1, 3]}';
const READ: Header = { confidence: 0.8, answered: true, topics: ['delivery'], complexity: 0.2, sources: [1, 3] };

/** Feeds a reply piece by piece, as it streams, and stops where the reader has decided. */
function streamed(reply: string, size: number): ReturnType<typeof readHeader> & { after: number } {
  for (let end = size; end < reply.length; end += size) {
    const reading = readHeader(reply.slice(0, end), false);
    if (reading.kind !== 'more') return { ...reading, after: end };
  }
  return { ...readHeader(reply, true), after: reply.length };
}

describe('readHeader', () => {
  it.each([
    ['as asked for', `${HEADER}\nWe deliver.`],
    ['with blank lines', `\n\n${HEADER}\n\n\nWe deliver.`],
    ['on one line with the text', `${HEADER} We deliver.`],
    ['in a code fence', `\`\`\`json\n${HEADER}\n\`\`\`\nWe deliver.`],
    ['in a bare code fence', `\`\`\`\n${HEADER}\n\`\`\`\n\nWe deliver.`],
    ['announced', `json\n${HEADER}\nWe deliver.`],
    ['after thoughts', `<think>The visitor wants {"confidence": 0.1}</think>\n${HEADER}\nWe deliver.`],
    ['over several lines', `${HEADER.replaceAll(', "', ',\n  "')}\nWe deliver.`],
    ['with single quotes', `${HEADER.replaceAll('"', "'")}\nWe deliver.`],
    ['without quotes around names', `{confidence: 0.8, answered: true, topics: ["delivery"], complexity: 0.2, sources: [1, 3]}\nWe deliver.`],
    ['with percentages', `${HEADER.replace('0.8', '"80%"').replace('0.2', '20')}\nWe deliver.`],
    ['with a trailing comma', `${HEADER.replace('}', ',}')}\nWe deliver.`],
  ])('reads a header %s, however it is cut', (_how, reply) => {
    for (let size = 1; size <= reply.length; size++) {
      const { after, ...reading } = streamed(reply, size);
      expect(reading).toMatchObject({ kind: 'header', header: READ });
      expect((reading as { text: string }).text + reply.slice(after)).toBe('We deliver.');
    }
  });

  it('decides as soon as the first word is there', () => {
    expect(readHeader(`${HEADER}\nW`, false)).toMatchObject({ kind: 'header', text: 'W' });
    expect(readHeader('Of course', false)).toMatchObject({ kind: 'none' });
  });

  it.each(['Just an answer.', 'json is a format.', '{ is a brace', '{"name": "value"}', '`code` first', '', 'confidence: 0.9'])(
    'finds none in %p and keeps all of it',
    (reply) => {
      for (let size = 1; size <= Math.max(1, reply.length); size++) expect(streamed(reply, size)).toMatchObject({ kind: 'none' });
      expect(readHeader(reply, true)).toEqual({ kind: 'none', text: reply });
    },
  );

  it('keeps a code block that begins the text', () => {
    expect(readHeader(`${HEADER}\n\`\`\`js\nx\n\`\`\``, true)).toMatchObject({ kind: 'header', text: '```js\nx\n```' });
  });

  it('never shows thoughts, finished or not', () => {
    expect(readHeader('<think>He seems angry.</think>Hello', true)).toEqual({ kind: 'none', text: 'Hello' });
    expect(readHeader('<think>He seems angry.', true)).toEqual({ kind: 'none', text: '' });
  });

  it('keeps numbers between 0 and 1 and bad values out', () => {
    expect(readHeader('{"confidence": 250}', true)).toMatchObject({ header: { confidence: 1, complexity: null, topics: [], sources: [] } });
    expect(readHeader('{"confidence": "high", "answered": "no"}', true)).toMatchObject({ header: { confidence: 0.9, answered: false } });
    expect(readHeader('{"confidence": "very"}', true)).toMatchObject({ kind: 'none' });
  });

  it('gives up on an object that never ends', () => {
    expect(readHeader(`{"confidence": 0.8, "x": "${'y'.repeat(3000)}`, false)).toMatchObject({ kind: 'none' });
  });
});
