import { describe, expect, it } from '@jest/globals';
import { passageFor } from './passage.js';

const mentions = (word: string) => (sentence: string) => (sentence.includes(word) ? 1 : 0);
const filler = (topic: string, sentences: number): string =>
  Array.from({ length: sentences }, (_, i) => `Sentence ${i} is about ${topic}.`).join(' ');

describe('passageFor', () => {
  it('answers with a short body as it stands', () => {
    const body = 'We deliver in three days.\n\nExpress takes one.';
    expect(passageFor(body, mentions('Express'))).toEqual({ text: body, quote: 'Express takes one.' });
  });

  it('answers with the fitting paragraphs of a long body', () => {
    const body = [filler('parcels', 20), `Refunds take five days. ${filler('refunds', 8)}`, filler('shops', 20)].join('\n\n');
    const { text, quote } = passageFor(body, mentions('Refunds'));
    expect(quote).toBe('Refunds take five days.');
    expect(text).toMatch(/^Refunds take five days\./);
    expect(text).not.toMatch(/parcels|shops/);
  });

  it('keeps a heading with what follows it', () => {
    const body = [filler('parcels', 30), '## Refunds', 'They take five days.', filler('shops', 30)].join('\n\n');
    expect(passageFor(body, mentions('five')).text).toBe('## Refunds\n\nThey take five days.');
  });

  it('cuts a window out of one long paragraph', () => {
    const body = `${filler('parcels', 40)} Refunds take five days. ${filler('shops', 40)}`;
    const { text } = passageFor(body, mentions('Refunds'));
    expect(text).toContain('Refunds take five days.');
    expect(text.length).toBeLessThanOrEqual(700);
  });

  it('shortens a sentence that never ends', () => {
    const { text, quote } = passageFor('word '.repeat(2000), () => 1);
    expect(text.length).toBeLessThanOrEqual(700);
    expect(text).toMatch(/…$/);
    expect(quote.length).toBeLessThanOrEqual(700);
  });
});
