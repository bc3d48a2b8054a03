export type TextPart =
  { readonly kind: 'text' | 'bold' | 'code'; readonly text: string } | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** Links with and without a title, **bold** and `code`; every quantifier is bounded by what it must not contain, so that long texts stay linear. */
const MARKED = /\[([^\][\n]{1,300})\]\((https?:\/\/[^\s()]{1,1000})\)|\*\*([^*\n]{1,500})\*\*|`([^`\n]{1,500})`|(https?:\/\/[^\s<>"“”]{1,1000})/g;
/** What ends a sentence, not an address. */
const TRAILING = /[.,;:!?)\]}'"]+$/;

/** Splits a message into what is drawn plainly and what is not. Whatever is not understood stays text. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    const [whole, title, url, bold, code, bare] = match;
    end = match.index + whole.length;
    if (title !== undefined && url !== undefined) parts.push({ kind: 'link', text: title, url });
    else if (bold !== undefined) parts.push({ kind: 'bold', text: bold });
    else if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (bare !== undefined) {
      const address = bare.replace(TRAILING, '');
      parts.push({ kind: 'link', text: address, url: address });
      end -= bare.length - address.length;
    }
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}
