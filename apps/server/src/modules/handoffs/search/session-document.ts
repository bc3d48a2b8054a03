import { wordsOf } from './words.js';

/** The last place a tsvector has: there stands what the visitor is called. */
export const VISITOR_PLACE = 16_383;
/** Of a word that is said again and again these newest messages are remembered. */
const PLACES_PER_WORD = 8;
/** So that nobody fills the index with endless new words. */
const MOST_WORDS = 20_000;

/** Every conversation also holds the name of its website, so that a search of one need not look at the others'. */
export const websiteWord = (websiteId: string): string => `@${websiteId.replaceAll('-', '')}`;

export interface Said {
  readonly seq: number;
  readonly text: string;
}

/**
 * The words of a website's conversation as a tsvector's text form: where a word stands says in which messages.
 * @param visitor name, email and phone, as far as they are known
 * @param said newest first
 */
export function sessionDocument(websiteId: string, visitor: readonly (string | null)[], said: readonly Said[]): string {
  const places = new Map<string, string[]>([[websiteWord(websiteId), [`${VISITOR_PLACE}A`]]]);
  for (const word of wordsOf(visitor.filter((part) => part !== null).join('\n'))) places.set(word, [`${VISITOR_PLACE}A`]);
  for (const { seq, text } of said) {
    const place = String(Math.min(seq, VISITOR_PLACE - 1));
    for (const word of wordsOf(text)) {
      const known = places.get(word);
      if (known) {
        if (known.length < PLACES_PER_WORD) known.push(place);
      } else if (places.size < MOST_WORDS) places.set(word, [place]);
    }
  }
  return Array.from(places, ([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}
