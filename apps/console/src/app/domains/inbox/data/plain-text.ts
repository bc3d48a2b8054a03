const UNSEEN = /<(style|script|title)\b[^>]*>[^<]*<\/\1>|<!--[^>]*-->/giu;
const LINE_ENDS = /<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote|pre|ul|ol|table)>/giu;
const TAG = /<\/?[a-z!][^>]*>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
};

/** The words of formatted text, with the line breaks one saw. It is read as text, never as a page. */
export function plainText(html: string): string {
  return html
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(LINE_ENDS, '\n')
    .replace(TAG, '')
    .replace(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => named(entity, decimal, hex, name))
    .replace(/\u00A0/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function named(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity;
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
