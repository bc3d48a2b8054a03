import type { TextEvidence } from '#contracts';
import type { PhraseMatch, Word } from './phrases.js';

/** How far before a wish its negation may stand: not (really want to) talk. */
const NEGATION_REACH = 7;
const ABILITY_REACH = 3;

/** The word that turns what begins at `first` into its opposite, found by walking back through “want to”, “have to”… */
export function negationBefore(words: readonly Word[], first: number, text: string): TextEvidence | null {
  const { clause } = words[first]!;
  for (let i = first - 1; i >= 0 && i >= first - NEGATION_REACH; i -= 1) {
    const word = words[i]!;
    if (word.clause !== clause) return null;
    if (word.classes.has('negation')) return complains(words, i) ? null : evidenceOf(word, text);
    if (!word.classes.has('reach')) return null;
  }
  return null;
}

/** The negation between the words of a phrase: Ich möchte *nicht* mit einem Mitarbeiter sprechen. */
export function negationInside(words: readonly Word[], match: PhraseMatch, text: string): TextEvidence | null {
  const end = match.evidence.at(-1)!.start;
  for (let i = match.first + 1; i < words.length && words[i]!.start < end; i += 1) {
    if (words[i]!.classes.has('negation') && !complains(words, i)) return evidenceOf(words[i]!, text);
  }
  return null;
}

function evidenceOf({ start, end }: Word, text: string): TextEvidence {
  return { start, end, text: text.slice(start, end), label: 'negation' };
}

/** “I can not talk to a person” is a complaint about not getting one. */
function complains(words: readonly Word[], negation: number): boolean {
  const { clause } = words[negation]!;
  return words.slice(Math.max(0, negation - ABILITY_REACH), negation).some((word) => word.clause === clause && word.classes.has('ability'));
}
