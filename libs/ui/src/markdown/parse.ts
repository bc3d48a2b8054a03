/** A run of text inside a block. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly parts: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly parts: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph' | 'heading'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

const BULLET = /^\s*[-*•]\s+(?<text>.+)$/u;
const NUMBER = /^\s*\d{1,3}[.)]\s+(?<text>.+)$/u;
const HEADING = /^#{1,4}\s+(?<text>.+)$/u;
const FENCE = /^```/u;

/**
 * Markdown-lite: paragraphs, headings, lists, fenced code, bold, emphasis, code, links. Anything else stays the text it is;
 * raw HTML is text too, and only http, https and mailto become links.
 */
export function parseMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = source.replace(/\r\n?/gu, '\n').split('\n');
  let at = 0;
  const takeWhile = (matches: (line: string) => boolean): string[] => {
    const from = at;
    while (at < lines.length && matches(lines[at]!)) at += 1;
    return lines.slice(from, at);
  };

  while (at < lines.length) {
    const line = lines[at]!;
    if (line.trim() === '') {
      at += 1;
    } else if (FENCE.test(line)) {
      at += 1;
      blocks.push({ kind: 'code', text: takeWhile((next) => !FENCE.test(next)).join('\n') });
      at += 1;
    } else if (HEADING.test(line)) {
      at += 1;
      blocks.push({ kind: 'heading', lines: [parseInline(textOf(HEADING, line))] });
    } else if (BULLET.test(line) || NUMBER.test(line)) {
      const mark = BULLET.test(line) ? BULLET : NUMBER;
      const items = takeWhile((next) => mark.test(next));
      blocks.push({ kind: 'list', ordered: mark === NUMBER, items: items.map((item) => parseInline(textOf(mark, item))) });
    } else {
      blocks.push({ kind: 'paragraph', lines: takeWhile(isPlain).map((each) => parseInline(each.trim())) });
    }
  }
  return blocks;
}

function isPlain(line: string): boolean {
  return line.trim() !== '' && ![BULLET, NUMBER, HEADING, FENCE].some((mark) => mark.test(line));
}

function textOf(mark: RegExp, line: string): string {
  return mark.exec(line)?.groups?.['text'] ?? line;
}

const INLINE =
  /`(?<code>[^`\n]+)`|\*\*(?<strong>(?=\S)[^\n]*?\S)\*\*|(?<![\w*])\*(?<star>(?=\S)[^*\n]*?\S)\*(?!\w)|(?<!\w)_(?<under>(?=\S)[^_\n]*?\S)_(?!\w)|\[(?<label>[^\]\n]+)\]\((?<href>[^\s)]+)\)|(?<url>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/gu;

function parseInline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) });
    parts.push(inlineOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) });
  return parts;
}

function inlineOf(match: RegExpExecArray): Inline {
  const { code, strong, star, under, label, href, url } = match.groups ?? {};
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', parts: parseInline(strong) };
  if (star !== undefined || under !== undefined) return { kind: 'emphasis', parts: parseInline(star ?? under ?? '') };
  if (label !== undefined && href !== undefined && isSafe(href)) return { kind: 'link', href, parts: parseInline(label) };
  if (url !== undefined) return { kind: 'link', href: url, parts: [{ kind: 'text', text: url }] };
  return { kind: 'text', text: match[0] };
}

function isSafe(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/iu.test(href) && URL.canParse(href);
}
