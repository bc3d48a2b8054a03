/** Lower case, without accents, one kind of apostrophe: so that `café` and `cafe`, `don’t` and `don't` are the same. */
export function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'");
}

/** The words of a text, normalised, in order. */
export function wordsOf(text: string): string[] {
  return normalised(text).match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
}

/** Cuts the commonest English endings. Other languages are served by the character n-grams. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  const singular = word
    .replace(/'s$/, '')
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/([^s])s$/, '$1');
  const withoutSuffix = singular.replace(/(?:ing|ed)$/, (suffix) => (singular.length - suffix.length >= 3 ? '' : suffix));
  return withoutSuffix.replace(/(.)\1$/, '$1').replace(/e$/, '');
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a Markdown-lite text; every line ends one, so a heading or a list item stands for itself. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => Array.from(sentences.segment(line), ({ segment }) => segment.trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
