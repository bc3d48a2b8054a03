import { MEANING_COUNT, meaningsOf } from './meanings.js';
import { stem, wordsOf } from './words.js';

const WORD = 1;
/** Words that mean the same are worth more than the very word: with few questions most words are new. */
const MEANING = 1.6;
const PAIR = 0.5;
const GRAM = 0.3;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
/** A visitor's wall of text must not cost more than a long question. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;

/**
 * What a text is made of, with how much each part counts: stemmed words and what they mean, pairs of neighbouring words,
 * and the character n-grams inside words, which see through misspellings, endings and compounds in any language. A feature
 * is a number of 32 bits; odd ones are words and meanings, `isTelling`.
 */
export function featuresOf(text: string): Map<number, number> {
  const features = new Map<number, number>();
  const add = (feature: number, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  const words = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const stems = words.map(stem);
  words.forEach((word, i) => {
    add(wordFeature(stems[i]!), WORD);
    const meanings = meaningsOf(stems[i]!);
    for (const meaning of meanings) add(meaningFeature(meaning), MEANING / Math.sqrt(meanings.length));
    if (i > 0) add(other(hashed(`p${stems[i - 1]} ${stems[i]}`)), PAIR);
    const bounded = `<${word}>`;
    for (let n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
      for (let at = 0; at + n <= bounded.length; at++) add(other(hashed(bounded, at, at + n)), GRAM);
    }
  });
  return features;
}

export function wordFeature(stemmed: string): number {
  return telling(hashed(`w${stemmed}`));
}

export function meaningFeature(meaning: number): number {
  return telling(hashed(`m${meaning}`));
}

/** Whether a feature is a word or a meaning rather than a fragment: these also tell what an article is not about. */
export function isTelling(feature: number): boolean {
  return (feature & 1) === 1;
}

const telling = (hash: number): number => (hash | 1) >>> 0;
/** Never 0, which marks an empty place in tables. */
const other = (hash: number): number => (hash & ~1) >>> 0 || 2;

/** FNV-1a with a last mixing step, over the UTF-16 code units. */
function hashed(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

const meaningFeatures = new Set(Array.from({ length: MEANING_COUNT }, (_, meaning) => meaningFeature(meaning)));

export function isMeaning(feature: number): boolean {
  return meaningFeatures.has(feature);
}
