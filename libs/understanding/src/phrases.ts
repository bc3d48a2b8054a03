import type { TextEvidence } from '#contracts';
import type { Phrase } from './packs/pack.js';
import { fold, type Token } from './tokens.js';

/** A token with the classes its language gives it. */
export interface Word extends Token {
  readonly classes: ReadonlySet<string>;
}

interface Element {
  /** Names of classes, any of which will do. */
  readonly choices: readonly string[];
  readonly optional: boolean;
  /** How many words of any kind may come before it. */
  readonly gap: number;
}

interface CompiledPhrase {
  readonly score: number;
  readonly pattern: string;
  readonly elements: readonly Element[];
  /** Whether it must begin its sentence; `atEnd` likewise. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export interface PhraseMatch {
  readonly score: number;
  /** Index of the first matched word. */
  readonly first: number;
  /** Of the phrase, as its pack has it; empty for words that a website added. */
  readonly pattern: string;
  readonly evidence: readonly TextEvidence[];
}

const NOTHING: readonly PhraseMatch[] = [];
const NO_PHRASES: readonly CompiledPhrase[] = [];

/** Finds the phrases of one signal in a text. Phrases are indexed by what they may begin with. */
export class PhraseBook {
  private readonly byFirst = new Map<string, CompiledPhrase[]>();

  /** @param label given to evidence of words that have no class in the phrase */
  constructor(
    phrases: readonly Phrase[],
    private readonly label: string,
  ) {
    for (const phrase of phrases.map(compile)) {
      for (const choice of new Set(firstChoices(phrase.elements))) this.byFirst.set(choice, [...(this.byFirst.get(choice) ?? []), phrase]);
    }
  }

  find(words: readonly Word[], text: string): readonly PhraseMatch[] {
    let found: PhraseMatch[] | undefined;
    for (let first = 0; first < words.length; first += 1) {
      // Most words of most texts say nothing to most books.
      if (words[first]!.classes.size === 0) continue;
      for (const phrase of this.startingWith(words[first]!)) {
        if (phrase.atStart && words[first - 1]?.sentence === words[first]!.sentence) continue;
        const matched = follow(phrase, words, first, 0);
        if (!matched) continue;
        const evidence = matched.map((hit) => this.evidence(hit, words, text));
        (found ??= []).push({ score: phrase.score, first: matched[0]!.at, pattern: phrase.pattern, evidence });
      }
    }
    return found ?? NOTHING;
  }

  private startingWith(word: Word): Iterable<CompiledPhrase> {
    let found: Iterable<CompiledPhrase> = NO_PHRASES;
    for (const name of word.classes) {
      const phrases = this.byFirst.get(name);
      if (phrases) found = found === NO_PHRASES ? phrases : new Set([...found, ...phrases]);
    }
    return found;
  }

  private evidence({ at, choice }: Hit, words: readonly Word[], text: string): TextEvidence {
    const { start, end } = words[at]!;
    return { start, end, text: text.slice(start, end), label: choice.startsWith('=') ? this.label : choice };
  }
}

/** Offsets in the text. */
export type Span = readonly [start: number, end: number];

export function spansOf(matches: Iterable<PhraseMatch>): Span[] {
  return Array.from(matches, ({ evidence }) => [evidence[0]!.start, evidence.at(-1)!.end]);
}

export function liesWithin(match: PhraseMatch, spans: readonly Span[]): boolean {
  const [[start, end] = [0, 0]] = spansOf([match]);
  return spans.some(([from, to]) => from <= start && end <= to);
}

interface Hit {
  readonly at: number;
  readonly choice: string;
}

/** One place of a pattern, as it is written. */
export interface PatternElement {
  /** `word` or `@class`, any of which will do. */
  readonly names: readonly string[];
  readonly optional: boolean;
  readonly gap: number;
}

export function elementsOf(pattern: string): PatternElement[] {
  const elements: PatternElement[] = [];
  let gap = 0;
  for (const part of pattern.split(' ')) {
    if (part === '^' || part === '$') continue;
    if (part.startsWith('..')) {
      gap = Number(part.slice(2));
    } else {
      const optional = part.endsWith('?');
      elements.push({ names: (optional ? part.slice(0, -1) : part).split('|'), optional, gap });
      gap = 0;
    }
  }
  return elements;
}

/** By which a website names a phrase of several words. */
export function patternId(pattern: string): string {
  return fold(pattern);
}

function compile([score, pattern]: Phrase): CompiledPhrase {
  const elements = elementsOf(pattern).map(({ names, optional, gap }) => ({ choices: names.map(className), optional, gap }));
  return { score, pattern, elements, atStart: pattern.startsWith('^'), atEnd: pattern.endsWith('$') };
}

function firstChoices(elements: readonly Element[]): string[] {
  const choices: string[] = [];
  for (const element of elements) {
    choices.push(...element.choices);
    if (!element.optional) break;
  }
  return choices;
}

/** The words that the rest of the phrase matches from `at` on, or null. Nearer words are tried first. */
function follow(phrase: CompiledPhrase, words: readonly Word[], at: number, next: number, sentence = words[at]!.sentence): Hit[] | null {
  const element = phrase.elements[next];
  if (!element) return phrase.atEnd && words[at]?.sentence === sentence ? null : [];
  for (let skipped = 0; skipped <= element.gap; skipped += 1) {
    const word = words[at + skipped];
    if (!word || word.sentence !== sentence) break;
    const choice = element.choices.find((name) => word.classes.has(name));
    const rest = choice === undefined ? null : follow(phrase, words, at + skipped + 1, next + 1, sentence);
    if (rest) return [{ at: at + skipped, choice: choice! }, ...rest];
  }
  return element.optional ? follow(phrase, words, at, next + 1, sentence) : null;
}

/** A literal word of a phrase is a class of its own, so that its misspellings are forgiven like those of any other. */
export function literalClass(word: string): string {
  return `=${fold(word)}`;
}

function className(choice: string): string {
  return choice.startsWith('@') ? choice.slice(1) : literalClass(choice);
}

/** Every word that the phrases name literally. */
export function literalWords(phrases: Iterable<Phrase>): Set<string> {
  const words = new Set<string>();
  for (const [, pattern] of phrases) {
    for (const part of pattern.split(' ')) {
      if (/^(\^|\$|\.\.\d+)$/.test(part)) continue;
      for (const choice of part.replace(/\?$/, '').split('|')) if (!choice.startsWith('@')) words.add(choice);
    }
  }
  return words;
}
