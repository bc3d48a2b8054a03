import { TOPICS } from '#contracts';
import { Lexicon } from './lexicon.js';
import type { LanguagePack, Phrase } from './packs/index.js';
import { PhraseBook, elementsOf, literalClass, literalWords, patternId, type PhraseMatch, type Word } from './phrases.js';
import { fold, type Token } from './tokens.js';

const NONE: ReadonlySet<string> = new Set();
const SIGNALS = ['asksForHuman', ...TOPICS] as const;
export type SignalName = (typeof SIGNALS)[number];

/** A language pack made ready for reading. */
export interface Reader {
  readonly language: string;
  readonly phrases: Readonly<Record<SignalName, PhraseBook>>;
  readonly lookalikes: Readonly<Record<SignalName, PhraseBook>>;
  /** Forgives misspellings. */
  read(tokens: readonly Token[]): Word[];
  /** For a text that is probably in another language, whose words must not pass for misspellings. */
  readExactly(tokens: readonly Token[]): Word[];
  /** The ids by which a website may have switched off what matched: of the phrase, or of its only word. */
  signIds(match: PhraseMatch, words: readonly Word[]): readonly string[];
}

export function readerOf(pack: LanguagePack): Reader {
  const phrases = bySignal((signal) => (signal === 'asksForHuman' ? pack.asksForHuman : pack.topics[signal]));
  const lookalikes = bySignal((signal) => (pack.lookalikes[signal] ?? []).map((pattern): Phrase => [1, pattern]));
  const lists = Object.entries(pack.words).map(([name, list]) => [name, wordsOf(list)] as const);
  const literals = [...literalWords([...Object.values(phrases), ...Object.values(lookalikes)].flat())].map(
    (word) => [literalClass(word), [fold(word)]] as const,
  );
  const lexicon = new Lexicon(Object.fromEntries([...lists, ...literals]), wordsOf(pack.notTypos));
  return {
    language: pack.language,
    phrases: bySignal((signal) => new PhraseBook(phrases[signal], signal)),
    lookalikes: bySignal((signal) => new PhraseBook(lookalikes[signal], signal)),
    read: (tokens) => withoutThings(parted(tokens, lexicon).map((token) => wordOf(token, lexicon.classesOf(token.word)))),
    readExactly: (tokens) => withoutThings(tokens.map((token) => wordOf(token, lexicon.exactClassesOf(token.word)))),
    signIds: ({ pattern, first }, words) => (elementsOf(pattern).length > 1 ? [patternId(pattern)] : lexicon.listedAs(words[first]!.word)),
  };
}

/** Forgotten spaces put back: talk *tosomebody*. A word whose accents change its length when folded stays as it is. */
function parted(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const seamOf = ({ word, start, end }: Token): number | null => (word.length === end - start ? lexicon.seamOf(word) : null);
  if (tokens.every((token) => seamOf(token) === null)) return tokens;
  return tokens.flatMap((token) => {
    const seam = seamOf(token);
    if (seam === null) return [token];
    return [
      { ...token, end: token.start + seam, word: token.word.slice(0, seam) },
      { ...token, start: token.start + seam, word: token.word.slice(seam) },
    ];
  });
}

/** Field by field, because this is done for every word in every language: to copy an object whole takes thrice as long. */
function wordOf({ start, end, word, sentence, clause }: Token, classes: ReadonlySet<string>): Word {
  return { start, end, word, sentence, clause, classes };
}

function bySignal<T>(make: (signal: SignalName) => T): Record<SignalName, T> {
  return Object.fromEntries(SIGNALS.map((signal) => [signal, make(signal)])) as Record<SignalName, T>;
}

/** Takes `person` from words that mean a thing here: a monitoring agent, an agent version, *un agente de viajes*. */
function withoutThings(words: Word[]): Word[] {
  if (!words.some(({ classes }) => classes.has('person'))) return words;
  return words.map((word, i) => {
    if (!word.classes.has('person')) return word;
    const next = words[i + 1]?.classes.has('of') ? words[i + 2] : words[i + 1];
    const isThing = words[i - 1]?.classes.has('thingBefore') || next?.classes.has('thingAfter');
    return isThing ? { ...word, classes: NONE } : word;
  });
}

export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter(Boolean).map(fold);
}
