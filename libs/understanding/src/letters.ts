/**
 * Tells languages by their letters: the detection of the package `eld` on its own figures, digit by digit, kept so that it
 * costs a tenth of the memory and of the time. The package keeps an object per group of letters, fifty thousand of them,
 * walks each key by key, and holds all of it twice.
 *
 * Source of the method and of the figures: https://github.com/nitotm/efficient-language-detector-js (Apache-2.0), database
 * `extrasmall` of 60 languages.
 */
import { dictionary, languages, separators as separatorsPattern, usualScores } from './letter-figures.generated.js';
import { LetterGroups } from './letter-groups.js';

/** A share of the figures is so much more than what is written down. */
const LEAST_SHARE = 53;
const LONGEST_WORD_BYTES = 70;
/** The word in which so many bytes are passed is the last one, and is cut where a few more are. */
const ENOUGH_BYTES = 350;
const MOST_BYTES = 380;
const LONGEST_TEXT = 1000;
const SCALE = 25;
const RELIABLE_SHARE = 0.75;
const FEWEST_GROUPS = 3;

const separators = new RegExp(separatorsPattern, 'gu');
/** Made at the first message: whoever starts the server should not wait for it. */
let groupsOfLetters: LetterGroups | null = null;

export interface Detected {
  /** ISO 639-1; empty when no letter says anything */
  readonly language: string;
  readonly reliable: boolean;
  /** By language, 0…1; only of those that are possible at all. */
  scores(): Record<string, number>;
}

export function detect(text: string): Detected {
  const groups = groupsOf(encoded(text.slice(0, LONGEST_TEXT).replace(separators, ' ').trim().toLowerCase()));
  const known = (groupsOfLetters ??= new LetterGroups());
  const { shares } = known;
  const sums = new Float64Array(languages.length);
  for (const group of groups) {
    const from = known.beginningOf(group);
    if (from < 0) continue;
    const to = from + 1 + 2 * shares[from]!;
    for (let at = from + 1; at < to; at += 2) sums[shares[at]!]! += shares[at + 1]! + LEAST_SHARE;
  }
  let best = -1;
  for (let n = 0; n < sums.length; n++) if (sums[n]! > (best < 0 ? 0 : sums[best]!)) best = n;
  if (best < 0) return { language: '', reliable: false, scores: () => ({}) };
  const language = languages[best]!;
  return { language, reliable: isReliable(sums, best, groups.size), scores: () => scoresOf(sums, groups.size) };
}

/** Bytes of UTF-8 as single characters, word by word. */
function encoded(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let bytes = 0;
  for (let n = 0; n < text.length && bytes <= MOST_BYTES; n++) {
    const unit = text.charCodeAt(n);
    if (unit === 32) {
      if (word !== '') words.push(word);
      word = '';
      if (bytes > ENOUGH_BYTES) break;
      bytes += 1;
    } else if (unit < 0x80) {
      word += text[n]!;
      bytes += 1;
    } else if (unit < 0x800) {
      word += dictionary[0xc0 | (unit >> 6)]! + dictionary[0x80 | (unit & 0x3f)]!;
      bytes += 2;
    } else if (unit < 0xd800 || unit >= 0xe000) {
      word += dictionary[0xe0 | (unit >> 12)]! + dictionary[0x80 | ((unit >> 6) & 0x3f)]! + dictionary[0x80 | (unit & 0x3f)]!;
      bytes += 3;
    } else {
      const point = 0x10000 + (((unit & 0x3ff) << 10) | (text.charCodeAt(++n) & 0x3ff));
      word += dictionary[0xf0 | (point >> 18)]! + dictionary[0x80 | ((point >> 12) & 0x3f)]!;
      word += dictionary[0x80 | ((point >> 6) & 0x3f)]! + dictionary[0x80 | (point & 0x3f)]!;
      bytes += 4;
    }
  }
  if (word !== '') words.push(word);
  return words;
}

/** Groups of four bytes, three apart, each once; a blank stands where a word begins and ends. */
function groupsOf(words: readonly string[]): Set<string> {
  const groups = new Set<string>();
  for (const word of words) {
    const length = Math.min(word.length, LONGEST_WORD_BYTES);
    let at = 0;
    for (; at + 4 < length; at += 3) groups.add((at === 0 ? ' ' : '') + word.substring(at, at + 4));
    groups.add(`${at === 0 ? ' ' : ''}${word.substring(length === 3 ? 0 : length - 4)} `);
  }
  return groups;
}

function isReliable(sums: Float64Array, best: number, groups: number): boolean {
  if (groups < FEWEST_GROUPS) return false;
  return scaled(sums[best]!, groups) >= usualScores[best]! * RELIABLE_SHARE;
}

function scoresOf(sums: Float64Array, groups: number): Record<string, number> {
  const scores: Record<string, number> = {};
  sums.forEach((sum, n) => {
    if (sum > 0) scores[languages[n]!] = scaled(sum, groups);
  });
  return scores;
}

function scaled(sum: number, groups: number): number {
  return sum / groups / (sum / groups + SCALE);
}
