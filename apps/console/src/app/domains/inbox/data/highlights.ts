import { folded, searchedWords } from './searched-words';

export interface Highlight {
  readonly text: string;
  readonly hit: boolean;
}

/** A text cut where one of the searched words stands. */
export function highlights(text: string, search: string): readonly Highlight[] {
  const words = searchedWords(search);
  const searched = folded(text);
  const parts: Highlight[] = [];
  let end = 0;
  for (let hit = firstHit(searched, words, 0); hit; hit = firstHit(searched, words, end)) {
    if (hit.at > end) parts.push({ text: text.slice(end, hit.at), hit: false });
    end = hit.at + hit.word.length;
    parts.push({ text: text.slice(hit.at, end), hit: true });
  }
  if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), hit: false });
  return parts;
}

const SHOWN_BEFORE_HIT_CHARS = 24;

/** The part of a long line in which a searched word stands, so that a row of one line shows it. */
export function aroundHit(text: string, search: string): string {
  const at = firstHit(folded(text), searchedWords(search), 0)?.at ?? 0;
  if (at <= SHOWN_BEFORE_HIT_CHARS) return text;
  const from = text.lastIndexOf(' ', at - SHOWN_BEFORE_HIT_CHARS / 2);
  return `… ${text.slice(from < 0 ? at : from + 1)}`;
}

/** Whether the text holds one of the searched words. */
export const isHit = (text: string | null | undefined, search: string): boolean =>
  firstHit(folded(text ?? ''), searchedWords(search), 0) !== undefined;

/** The one that comes first, and of several there the longest. */
function firstHit(text: string, words: readonly string[], from: number): { readonly at: number; readonly word: string } | undefined {
  return words
    .map((word) => ({ word, at: text.indexOf(word, from) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length)[0];
}
