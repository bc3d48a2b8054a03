import { describe, expect, it } from '@jest/globals';
import { parseMarkdown } from '../markdown.js';
import { asItWillLook } from './half-written.js';

describe('an answer that is still being written', () => {
  it.each([
    ['on **Thurs', 'on **Thurs**'],
    ['on **Thursday*', 'on **Thursday**'],
    ['on **', 'on '],
    ['on **Thursday**, ', 'on **Thursday**, '],
    ['see `My ord', 'see `My ord`'],
    ['see `', 'see '],
    ['**see `My', '**see `My`**'],
    ['follow [this li', 'follow this li'],
    ['follow [this link](https://tra', 'follow this link'],
    ['follow [this link](https://a.example)', 'follow [this link](https://a.example)'],
    ['- one\n- **tw', '- one\n- **tw**'],
    ['```\na ** b `c', '```\na ** b `c'],
    ['plain words', 'plain words'],
  ])('reads %j as %j', (written, looks) => {
    expect(asItWillLook(written)).toBe(looks);
  });

  it('shows no mark on its way through an answer', () => {
    const answer = 'It left **yesterday**, see [here](https://a.example) or `My orders`:\n- **one**\n- two';
    const shown = (text: string): string => JSON.stringify(parseMarkdown(text));
    for (let end = 0; end <= answer.length; end += 1)
      expect([answer.slice(0, end), shown(asItWillLook(answer.slice(0, end)))]).toEqual([
        expect.anything(),
        expect.not.stringMatching(/\*\*|`|\[here|\]\(/),
      ]);
  });

  it('is quick with whatever is thrown at it', () => {
    for (const text of ['['.repeat(5000), '**'.repeat(5000), '`*'.repeat(5000), '![a]('.repeat(3000)]) {
      const start = performance.now();
      asItWillLook(text);
      expect(performance.now() - start).toBeLessThan(200);
    }
  });
});
