/** Where a long text may be cut, the best place first. */
const SEAMS = ['\n\n', '\n', /(?<=[.!?…])\s/u, ' '] as const;

/**
 * Cuts a long text into pieces of at most `limit` characters (UTF-16 units), between paragraphs where it can, else between
 * lines, sentences, words. Nothing but the white space at the cuts is left out.
 */
export function splitText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const end = lastSeam(rest, limit);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** A seam in the second half, so that no piece is a mere crumb; else wherever the limit falls. */
function lastSeam(text: string, limit: number): number {
  const window = text.slice(0, limit + 1);
  for (const seam of SEAMS) {
    const at = typeof seam === 'string' ? window.lastIndexOf(seam) : lastMatch(window, seam);
    if (at >= limit / 2) return at;
  }
  return wholeCharacter(text, limit);
}

function lastMatch(text: string, seam: RegExp): number {
  let at = -1;
  for (const match of text.matchAll(new RegExp(seam, 'gu'))) at = match.index;
  return at;
}

/** @returns `end`, or one less where that would cut a character of two units in half */
export function wholeCharacter(text: string, end: number): number {
  return /[\uD800-\uDBFF]/u.test(text.charAt(end - 1)) ? end - 1 : end;
}
