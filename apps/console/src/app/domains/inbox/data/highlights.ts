export interface Highlight {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut where the words that were searched for stand, in whatever case. */
export function highlights(text: string, words: string): readonly Highlight[] {
  const wanted = words.trim().toLowerCase();
  const lower = text.toLowerCase();
  // Some letters grow when they become small; then places cannot be told from one text to the other.
  if (wanted === '' || lower.length !== text.length) return [{ text, hit: false }];
  const parts: Highlight[] = [];
  let end = 0;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, end)) {
    if (at > end) parts.push({ text: text.slice(end, at), hit: false });
    end = at + wanted.length;
    parts.push({ text: text.slice(at, end), hit: true });
  }
  if (end < text.length) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

const SHOWN_BEFORE_HIT_CHARS = 24;

/** The part of a long line in which the searched words stand, so that a row of one line shows them. */
export function aroundHit(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words.trim().toLowerCase());
  if (words.trim() === '' || at <= SHOWN_BEFORE_HIT_CHARS) return text;
  const from = text.lastIndexOf(' ', at - SHOWN_BEFORE_HIT_CHARS / 2);
  return `… ${text.slice(from < 0 ? at : from + 1)}`;
}
