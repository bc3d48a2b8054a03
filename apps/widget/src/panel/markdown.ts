/**
 * The little Markdown that answers use, as a tree: paragraphs, lists, code, bold, italic, links. There is no HTML in it
 * and none comes out of it; what is not understood stays the text it was.
 */
export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

export const FENCE = /^\s*```/;
const ITEM = /^\s{0,3}(?:[-*•]|(\d{1,3})[.)])\s+(.+)$/;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
/** Every alternative ends at the line and excludes its own delimiter, so matching stays linear. */
const BARE_LINK = /(?<url>https?:\/\/[^\s<>"]+)|(?<email>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/;
const MARKS =
  /`(?<code>[^`\n]+)`|!?\[(?<label>[^[\]\n]+)\]\((?<target>[^()\s]+)\)|\*\*(?=\S)(?<strong>[^*\n]+)\*\*|(?<![\w*])\*(?=\S)(?<em>[^*\n]+)\*(?![\w*])|(?<!\w)_(?=\S)(?<em2>[^_\n]+)_(?!\w)/;
const PLAIN = new RegExp(BARE_LINK.source, 'g');
const RICH = new RegExp(`${MARKS.source}|${BARE_LINK.source}`, 'g');
/** Characters that turn the reading direction around or take no room: they can make an address read as another. */
const SPOOFING = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function unspoofed(text: string): string {
  return text.replace(SPOOFING, '');
}

export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  const lines = unspoofed(source).split(/\r?\n/);
  let paragraph: Inline[][] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', lines: paragraph });
    paragraph = [];
  };
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const item = ITEM.exec(line);
    const heading = HEADING.exec(line);
    if (FENCE.test(line)) {
      endParagraph();
      const end = lines.findIndex((other, index) => index > at && FENCE.test(other));
      const last = end < 0 ? lines.length : end;
      blocks.push({ kind: 'code', text: lines.slice(at + 1, last).join('\n') });
      at = last;
    } else if (item) {
      endParagraph();
      const ordered = item[1] !== undefined;
      const before = blocks.at(-1);
      const inlines = parseInline(item[2] ?? '');
      if (before?.kind === 'list' && before.ordered === ordered && ITEM.test(lines[at - 1] ?? ''))
        blocks[blocks.length - 1] = { ...before, items: [...before.items, inlines] };
      else blocks.push({ kind: 'list', ordered, start: Number(item[1] ?? 1), items: [inlines] });
    } else if (heading) {
      endParagraph();
      blocks.push({ kind: 'paragraph', lines: [[{ kind: 'strong', children: parseInline(heading[1] ?? '') }]] });
    } else if (line.trim() === '') endParagraph();
    else paragraph.push(parseInline(line));
  }
  endParagraph();
  return blocks;
}

/** What visitors wrote: their own words and line breaks, only addresses become links. */
export function parsePlain(source: string): Block[] {
  return [
    {
      kind: 'paragraph',
      lines: unspoofed(source)
        .split(/\r?\n/)
        .map((line) => parseInline(line, PLAIN)),
    },
  ];
}

function parseInline(text: string, pattern = RICH): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole] = match;
    const inline = inlineOf(match.groups ?? {});
    if (!inline) continue;
    // "See https://example.org/a." ends with the sentence's full stop, not with the address's.
    const used = inline.kind === 'link' && match.groups?.['url'] ? whole.replace(/[.,;:!?)\]'"]+$/, '') : whole;
    if (match.index > end) inlines.push({ kind: 'text', text: text.slice(end, match.index) });
    inlines.push(inline);
    end = match.index + used.length;
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) });
  return inlines;
}

function inlineOf(found: Readonly<Record<string, string | undefined>>): Inline | null {
  const { code, label, target, strong, em = found['em2'], url, email } = found;
  if (code) return { kind: 'code', text: code };
  if (strong) return { kind: 'strong', children: parseInline(strong) };
  if (em) return { kind: 'em', children: parseInline(em) };
  if (email) return { kind: 'link', href: `mailto:${email}`, children: [{ kind: 'text', text: email }] };
  const text = label ?? url?.replace(/[.,;:!?)\]'"]+$/, '');
  const href = safeAddress(target ?? text);
  return text && href ? { kind: 'link', href, children: [{ kind: 'text', text: label ? honest(label, href) : text }] } : null;
}

/** A label that reads as an address must lead there: where it leads elsewhere, that is said. */
function honest(label: string, href: string): string {
  const shown = /^\s*(?:https?:\/\/)?((?:[\w-]+\.)+[a-z]{2,})(?:[/:?#]|\s*$)/i.exec(label)?.[1];
  const { host } = new URL(href);
  return shown && host && shown.toLowerCase() !== host ? `${label} (${host})` : label;
}

/** @returns the address when a click on it can do no more than open a page, a mail or a call; else null */
export function safeAddress(address: string | undefined): string | null {
  if (!address || !/^(https?:\/\/|mailto:|tel:)/i.test(address)) return null;
  return URL.canParse(address) ? address : null;
}
