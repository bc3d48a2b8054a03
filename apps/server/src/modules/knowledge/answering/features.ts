import { stem, wordsOf } from './words.js';

const WORD = 1;
const PAIR = 0.7;
const GRAM = 0.5;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
/** A visitor's wall of text must not cost more than a long question. */
const MOST_WORDS = 200;
const LONGEST_WORD = 40;

/**
 * What a text is made of, with how much each part counts: stemmed words, pairs of neighbouring words, and the character
 * n-grams inside words, which see through misspellings, endings and compounds in any language.
 */
export function featuresOf(text: string): Map<string, number> {
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => void features.set(feature, (features.get(feature) ?? 0) + weight);
  const words = wordsOf(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  const stems = words.map(stem);
  words.forEach((word, i) => {
    add(`w${stems[i]}`, WORD);
    if (i > 0) add(`p${stems[i - 1]} ${stems[i]}`, PAIR);
    const bounded = `<${word}>`;
    for (let n = SHORTEST_GRAM; n <= LONGEST_GRAM; n++) {
      for (let at = 0; at + n <= bounded.length; at++) add(`g${bounded.slice(at, at + n)}`, GRAM);
    }
  });
  return features;
}
