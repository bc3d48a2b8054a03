import { PACKS } from './packs/index.js';
import { wordsOf } from './reader.js';
import { tokenize } from './tokens.js';

/** From this similarity on, two messages ask the same. */
export const SAME_QUESTION = 0.6;
/** Endings differ more than stems do: refunded, refunds. */
const STEM_CHARS = 6;

const stopWords = new Set(PACKS.flatMap((pack) => wordsOf(pack.words['stop'] ?? '')));

/**
 * How alike two questions are, 0…1: the share of content words they have in common, or of letter triples, whichever
 * is more; the second sees through misspellings and compounds.
 */
export function sameQuestion(a: string, b: string): number {
  const [contentA, contentB] = [contentOf(a), contentOf(b)];
  if (contentA.length === 0 || contentB.length === 0) return contentA.length === contentB.length && bare(a) !== '' && bare(a) === bare(b) ? 1 : 0;
  const byWords = dice(new Set(contentA.map((word) => word.slice(0, STEM_CHARS))), new Set(contentB.map((word) => word.slice(0, STEM_CHARS))));
  return Math.max(byWords, dice(triples(contentA), triples(contentB)));
}

/** How many of the earlier messages ask the same as `text`: the fact `message.repeats`. */
export function countRepeats(text: string, earlier: readonly string[]): number {
  return earlier.filter((other) => sameQuestion(text, other) >= SAME_QUESTION).length;
}

function contentOf(text: string): string[] {
  return tokenize(text)
    .map((token) => token.word)
    .filter((word) => !stopWords.has(word));
}

function bare(text: string): string {
  return tokenize(text)
    .map((token) => token.word)
    .join(' ');
}

function triples(words: readonly string[]): Set<string> {
  const text = ` ${words.join(' ')} `;
  return new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const item of a) if (b.has(item)) common += 1;
  return (2 * common) / (a.size + b.size);
}
