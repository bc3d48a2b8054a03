import { parseMarkdown, type Inline } from './parse.js';

function plain(parts: readonly Inline[]): string {
  return parts.map((part) => ('text' in part ? part.text : plain(part.parts))).join('');
}

/** The blocks as a short notation, to read at a glance. */
function sketch(source: string): string[] {
  return parseMarkdown(source).map((block) => {
    if (block.kind === 'code') return `code(${block.text})`;
    if (block.kind === 'list') return `${block.ordered ? 'ol' : 'ul'}(${block.items.map(plain).join('|')})`;
    return `${block.kind}(${block.lines.map(plain).join('/')})`;
  });
}
const inline = (source: string) => {
  const block = parseMarkdown(source)[0]!;
  return block.kind === 'paragraph' ? block.lines[0]! : [];
};

describe('parseMarkdown', () => {
  it('tells blocks apart', () => {
    expect(sketch('# Returns\nWithin **30 days**.\nUnworn.\n\n- socks\n- tents\n\n1. Pack\n2. Send\n```\nRMA-1\n```\nDone')).toEqual([
      'heading(Returns)',
      'paragraph(Within 30 days./Unworn.)',
      'ul(socks|tents)',
      'ol(Pack|Send)',
      'code(RMA-1)',
      'paragraph(Done)',
    ]);
  });

  it('reads bold, emphasis, code and links', () => {
    expect(
      inline('**a** *b* _c_ `d` [e](https://e.example)')
        .filter(({ kind }) => kind !== 'text')
        .map(({ kind }) => kind),
    ).toEqual(['strong', 'emphasis', 'emphasis', 'code', 'link']);
  });

  it('links a bare address without the full stop behind it', () => {
    expect(inline('See https://shop.example/a_b_c?x=1.')).toEqual([
      { kind: 'text', text: 'See ' },
      { kind: 'link', href: 'https://shop.example/a_b_c?x=1', parts: [{ kind: 'text', text: 'https://shop.example/a_b_c?x=1' }] },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,hi)', '[x](//evil.example)', '[x](/path)'])('does not link %s', (source) => {
    expect(JSON.stringify(parseMarkdown(source))).not.toContain('"link"');
  });

  it.each(['2 * 3 * 4', 'snake_case_name', '* not closed', '**', '<b>hi</b>', '`'])('leaves “%s” as it is', (source) => {
    const blocks = parseMarkdown(source);
    const text = blocks
      .map((block) =>
        block.kind === 'paragraph' ? block.lines.map(plain).join('\n') : block.kind === 'list' ? `* ${block.items.map(plain).join()}` : '',
      )
      .join('\n');
    expect(text).toBe(source);
    expect(JSON.stringify(blocks)).not.toMatch(/strong|emphasis|link/u);
  });

  it('stays quick on hostile text', () => {
    const started = performance.now();
    parseMarkdown('**'.repeat(5_000) + '['.repeat(5_000) + '_a'.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('ends a fence at the end of the text', () => {
    expect(sketch('```\nopen')).toEqual(['code(open)']);
  });
});
