import { textParts } from './text-parts';

const plain = (text: string) =>
  textParts(text).map((part) =>
    part.kind === 'link' ? `<${part.text}|${part.url}>` : part.kind === 'text' ? part.text : `${part.kind}(${part.text})`,
  );

describe('textParts', () => {
  it('finds links, and leaves the full stop behind them to the sentence', () => {
    expect(plain('See https://shop.example/track/48213. Bye')).toEqual([
      'See ',
      '<https://shop.example/track/48213|https://shop.example/track/48213>',
      '. Bye',
    ]);
  });

  it('understands titles, bold and code', () => {
    expect(plain('[Orders](https://a.example/o) is **not** `there`')).toEqual([
      '<Orders|https://a.example/o>',
      ' is ',
      'bold(not)',
      ' ',
      'code(there)',
    ]);
  });

  it('links nothing but the web', () => {
    expect(plain('[x](javascript:alert(1)) javascript:alert(1)')).toEqual(['[x](javascript:alert(1)) javascript:alert(1)']);
  });

  it('stays quick on long texts made to slow it down', () => {
    const started = performance.now();
    textParts('**'.repeat(4_000) + '['.repeat(8_000) + '`'.repeat(4_000));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
