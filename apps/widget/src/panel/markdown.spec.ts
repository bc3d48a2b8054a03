import { describe, expect, it } from '@jest/globals';
import { parseMarkdown, parsePlain, safeAddress, type Block, type Inline } from './markdown.js';

const textOf = (inlines: readonly Inline[]): string => inlines.map((one) => ('text' in one ? one.text : textOf(one.children))).join('');
const paragraph = (source: string): readonly Inline[] => {
  const [block] = parseMarkdown(source);
  if (block?.kind !== 'paragraph') throw new Error('not a paragraph');
  return block.lines.flat();
};
const linksOf = (blocks: readonly Block[]): string[] =>
  JSON.stringify(blocks)
    .match(/"href":"[^"]*"/g)
    ?.map((found) => found.slice(8, -1)) ?? [];

describe('parseMarkdown', () => {
  it('knows bold, italic and code', () => {
    expect(paragraph('a **b** *c* _d_ `e`').map(({ kind }) => kind)).toEqual(['text', 'strong', 'text', 'em', 'text', 'em', 'text', 'code']);
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '* ', '**', '`', 'a ** b ** c', '[x]( )'])('leaves %p as it is', (source) => {
    expect(textOf(paragraph(`.${source}`))).toBe(`.${source}`);
    expect(paragraph(`.${source}`).every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('keeps lines and paragraphs apart', () => {
    expect(parseMarkdown('one\ntwo\n\nthree')).toMatchObject([{ lines: [[{ text: 'one' }], [{ text: 'two' }]] }, { lines: [[{ text: 'three' }]] }]);
  });

  it('gathers list items', () => {
    expect(parseMarkdown('Try:\n- one\n- **two**\n\nDone')).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'list', ordered: false, items: [[{ text: 'one' }], [{ kind: 'strong' }]] },
      { kind: 'paragraph' },
    ]);
    expect(parseMarkdown('3. three\n4. four')).toMatchObject([{ kind: 'list', ordered: true, start: 3 }]);
  });

  it('takes code blocks as they are, also one whose end has not come yet', () => {
    expect(parseMarkdown('```js\na **b**\n```')).toEqual([{ kind: 'code', text: 'a **b**' }]);
    expect(parseMarkdown('```\nhalf')).toEqual([{ kind: 'code', text: 'half' }]);
  });

  it('makes links of addresses, without the sentence around them', () => {
    expect(linksOf(parseMarkdown('See [here](https://a.example/x) or https://b.example/y). Write to me@c.example!'))).toEqual([
      'https://a.example/x',
      'https://b.example/y',
      'mailto:me@c.example',
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' javascript:x', 'JaVaScRiPt:x', '//evil.example', 'vbscript:x', 'file:///etc'])(
    'gives no link to %p',
    (address) => {
      expect(linksOf(parseMarkdown(`[click](${address})`))).toEqual([]);
      expect(safeAddress(address)).toBeNull();
    },
  );

  it('shows HTML and images as the text they are', () => {
    expect(textOf(paragraph('<img src=x onerror=alert(1)> <b>no</b>'))).toBe('<img src=x onerror=alert(1)> <b>no</b>');
    expect(parseMarkdown('![cat](https://evil.example/pixel.png)')).toMatchObject([
      { lines: [[{ kind: 'link', href: 'https://evil.example/pixel.png' }]] },
    ]);
  });

  it('drops characters that make one address look like another', () => {
    expect(textOf(paragraph('pay\u202egnp.exe\u200b'))).toBe('paygnp.exe');
  });

  it('is quick with whatever is thrown at it', () => {
    const started = performance.now();
    for (const piece of ['*', '**a', '[', '[a](', '_a', '`', 'a@', 'https://', '- ', '```\n']) parseMarkdown(piece.repeat(8000 / piece.length));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('parsePlain', () => {
  it('leaves the visitor’s own signs alone and links addresses only', () => {
    const [block] = parsePlain('- **no** list https://a.example');
    expect(block).toMatchObject({ kind: 'paragraph', lines: [[{ kind: 'text', text: '- **no** list ' }, { kind: 'link' }]] });
  });
});

describe('a link that says one address and leads to another', () => {
  it.each([
    ['[https://bank.example](https://evil.example/x)', 'https://bank.example (evil.example)'],
    ['[bank.example/login](https://evil.example)', 'bank.example/login (evil.example)'],
    ['[https://bank.example/login](https://bank.example/login)', 'https://bank.example/login'],
    ['[Bank.example](https://bank.example)', 'Bank.example'],
    ['[our returns page](https://shop.example/r)', 'our returns page'],
    ['[Version 2.5](https://shop.example/r)', 'Version 2.5'],
    ['[p\u0430ypal.com](https://xn--pypal-4ve.com)', 'p\u0430ypal.com'],
  ])('is told apart: %s', (source, shown) => {
    expect(textOf(paragraph(source))).toBe(shown);
  });

  it('may lead to a call', () => {
    expect(linksOf(parseMarkdown('[+44 20 7946 0000](tel:+442079460000)'))).toEqual(['tel:+442079460000']);
  });
});
