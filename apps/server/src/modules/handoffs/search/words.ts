/** Letters that do not fall apart into a plain letter and a mark, as people type them who do not have them. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' };
const NOT_PLAIN = /[ßæœøłđðþıς]/g;

const WORD = /[\p{L}\p{N}]+/gu;
const ADDRESS = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*@[\p{L}\p{N}.-]*/gu;
/** Scripts that put no space between words: there every two neighbouring letters are a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
/** What is longer is cut, in texts as in questions. Code points are not split: a lone half is no text. */
const LONGEST_WORD = 60;

/** Lower case, without accents, of whatever language: `Cafés`, `cafes` and `CAFÉS` are the same. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(NOT_PLAIN, (letter) => PLAIN[letter]!);
}

/** By which words a text can be found: each of its words, and whole e-mail addresses besides their parts. */
export function wordsOf(text: string): Set<string> {
  const plain = folded(text);
  const words = new Set<string>();
  for (const [run] of plain.matchAll(WORD)) {
    words.add(cut(run));
    for (const [unspaced] of run.matchAll(UNSPACED)) pairsOf(unspaced).forEach((pair) => words.add(pair));
  }
  if (plain.includes('@')) for (const [address] of plain.matchAll(ADDRESS)) words.add(cut(address.replace(/[.-]+$/, '')));
  return words;
}

/** A word that is looked for; the last one may be the beginning of a longer one. */
export interface WantedWord {
  readonly word: string;
  readonly isBeginning: boolean;
}

const MOST_WANTED = 12;

/** @returns nothing when no letter and no digit is in it */
export function wantedIn(question: string): readonly WantedWord[] {
  const plain = folded(question);
  const rest = plain.replace(ADDRESS, ' ');
  const addresses = Array.from(plain.matchAll(ADDRESS), ([address]) => cut(address.replace(/[.-]+$/, '')));
  const runs = Array.from(rest.matchAll(WORD), ([run]) => run);
  const words = runs.flatMap((run) => {
    const unspaced = run.match(UNSPACED);
    return unspaced?.[0] === run && [...run].length > 1 ? pairsOf(run) : [cut(run)];
  });
  const all = plain.trimEnd().endsWith(addresses.at(-1) ?? '\n') ? [...words, ...addresses] : [...addresses, ...words];
  return all.slice(0, MOST_WANTED).map((word, at, { length }) => ({ word, isBeginning: at === length - 1 }));
}

/** A tsquery that asks for all of them. */
export function asTsquery(wanted: readonly WantedWord[]): string {
  return wanted.map(({ word, isBeginning }) => `'${word}'${isBeginning ? ':*' : ''}`).join(' & ');
}

export function isMeant({ word, isBeginning }: WantedWord, said: string): boolean {
  return isBeginning ? said.startsWith(word) : said === word;
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at]! + letter);
}

function cut(word: string): string {
  return word.length <= LONGEST_WORD ? word : [...word].slice(0, LONGEST_WORD).join('');
}
