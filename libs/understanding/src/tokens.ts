/** A word of the text. Offsets are UTF-16 code units of the original; `word` is what it is compared by. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Lower case, without accents and apostrophes; an amount of money is `$`. */
  readonly word: string;
  /** Counts up at every full stop, question mark and line break: phrases do not reach over these. */
  readonly sentence: number;
  /** Counts up at commas too: a negation does not reach over these. */
  readonly clause: number;
}

/** An amount, a word or a mark, from the place on where it is looked for. */
const PIECE = /[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[$€£¥]|[\p{L}\p{M}\p{N}]+(?:['’ʼ`´][\p{L}\p{M}]+)*|[.!?…;\n]|[,:()–—]/gu;
const WORD = /[\p{L}\p{N}]/u;
const MONEY = /[$€£¥]/;
const APOSTROPHE = /['’ʼ`´]/;
/** French and Italian elisions stand for words of their own: l'agent, qu'un, j'aimerais, un'altra, dell'ordine. */
const ELIDED = new Set(
  'l d j m t s n c qu jusqu lorsqu puisqu un dell all dall nell sull coll quell quest dov com cos quand nessun qualcun tutt'.split(' '),
);

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let clause = 0;
  for (let at = 0; at < text.length;) {
    const plainEnd = endOfPlainWord(text, at);
    if (plainEnd > at) {
      tokens.push({ start: at, end: plainEnd, word: text.slice(at, plainEnd).toLowerCase(), sentence, clause });
      at = plainEnd;
      continue;
    }
    if (text.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (!found) break;
    const { 0: piece, index } = found;
    at = index + piece.length;
    if (!WORD.test(piece)) {
      clause += 1;
      if (!/[,:()–—]/.test(piece)) sentence += 1;
    } else if (MONEY.test(piece)) {
      tokens.push({ start: index, end: index + piece.length, word: '$', sentence, clause });
    } else {
      for (const [start, end] of words(piece)) {
        tokens.push({ start: index + start, end: index + end, word: fold(piece.slice(start, end)), sentence, clause });
      }
    }
  }
  return tokens;
}

const SPACE = 0x20;
/** Letters a to z, and what certainly ends a word of them: a blank or one of `,.:;!?()`. By code unit below 128. */
const LETTERS = flags('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
const ENDS = flags(' ,.:;!?()\n');

/** Most words of most texts need no pattern: letters of English up to a blank or a mark. @returns `at` when this is not one of them */
function endOfPlainWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && LETTERS[text.charCodeAt(end)]) end += 1;
  return end === text.length || ENDS[text.charCodeAt(end)] ? end : at;
}

function flags(characters: string): Uint8Array {
  const flagged = new Uint8Array(128);
  for (const character of characters) flagged[character.charCodeAt(0)] = 1;
  return flagged;
}

/** Splits `l'agent` and `agent's` in two and leaves `don't` whole. */
function words(piece: string): [start: number, end: number][] {
  const apostrophe = piece.search(APOSTROPHE);
  if (apostrophe < 0) return [[0, piece.length]];
  const before = piece.slice(0, apostrophe).toLowerCase();
  const after = piece.slice(apostrophe + 1).toLowerCase();
  const separate = ELIDED.has(before) || after === 's';
  return separate
    ? [
        [0, apostrophe],
        [apostrophe + 1, piece.length],
      ]
    : [[0, piece.length]];
}

const ASCII = /^[a-z0-9]*$/;

/** The form in which words are compared: `Straße` and `strasse`, `don’t` and `dont` are one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
