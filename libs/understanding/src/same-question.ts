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
  return alike(new Question(a), new Question(b), 0);
}

export interface EarlierMessage {
  readonly text: string;
  /**
   * What `countRepeats` made of the text when it first read it: a message is compared with each that follows. Kept here
   * and not in a `WeakMap`, because ten thousand entries of one stop the process for 80 ms whenever memory is collected.
   */
  reading?: Question;
}

/** How many of the earlier messages ask the same as `text`: the fact `message.repeats`. */
export function countRepeats(text: string, earlier: readonly EarlierMessage[]): number {
  if (earlier.length === 0) return 0;
  const asked = new Question(text);
  return earlier.filter((other) => alike(asked, (other.reading ??= new Question(other.text)), SAME_QUESTION) >= SAME_QUESTION).length;
}

/** A text as it is compared; what few comparisons need is made when one does. */
class Question {
  readonly content: readonly string[];
  private madeStems: ReadonlySet<string> | undefined;
  private madeTriples: ReadonlySet<number> | undefined;
  private madeTripleList: Float64Array | undefined;

  constructor(private readonly text: string) {
    this.content = contentOf(text);
  }

  get stems(): ReadonlySet<string> {
    return (this.madeStems ??= new Set(this.content.map((word) => word.slice(0, STEM_CHARS))));
  }

  get triples(): ReadonlySet<number> {
    return (this.madeTriples ??= triples(this.content));
  }

  /** The same, each once, to go through: a tenth of the memory of a set, for messages that are kept. */
  get tripleList(): Float64Array {
    return (this.madeTripleList ??= Float64Array.from(triples(this.content)));
  }

  /** There are no more triples than that. */
  get mostTriples(): number {
    return this.content.reduce((sum, word) => sum + word.length + 1, -1);
  }

  get bare(): string {
    return bare(this.text);
  }
}

/** @param enough a likeness below it may come out as less */
function alike(a: Question, b: Question, enough: number): number {
  if (a.content.length === 0 || b.content.length === 0) return a.content.length === b.content.length && a.bare !== '' && a.bare === b.bare ? 1 : 0;
  const byWords = dice(a.stems, b.stems);
  if (byWords === 1) return 1;
  // Of very different lengths they cannot have enough in common.
  if (dicesAtMost(a.triples.size, b.mostTriples) < enough && byWords < enough) return 0;
  return Math.max(byWords, diceOfTriples(a.triples, b.tripleList, enough));
}

/** How alike a set is at most to a smaller one that has no more than so many members. */
function dicesAtMost(size: number, most: number): number {
  return most >= size ? 1 : (2 * most) / (size + most);
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

/** Each three code units as one number. */
function triples(words: readonly string[]): Set<number> {
  const text = ` ${words.join(' ')} `;
  const found = new Set<number>();
  for (let at = 0; at + 2 < text.length; at++) {
    found.add((text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)) * 0x10000 + text.charCodeAt(at + 2));
  }
  return found;
}

/** @param enough what can no longer come to so much is not compared to the end */
function diceOfTriples(a: ReadonlySet<number>, b: Float64Array, enough: number): number {
  const both = a.size + b.length;
  const mayLack = b.length - (enough * both) / 2;
  let common = 0;
  for (let at = 0; at < b.length; at++) {
    if (a.has(b[at]!)) common += 1;
    else if (at - common >= mayLack) return 0;
  }
  return (2 * common) / both;
}

function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let common = 0;
  for (const item of few) if (many.has(item)) common += 1;
  return (2 * common) / (a.size + b.size);
}
