import type { MessageSignals, TextEvidence } from '#contracts';
import type { Word } from './phrases.js';
import { rounded } from './topics.js';

const NEGATION_REACH = 3;
const SHOUTED = /\b\p{Lu}{3,}\b/gu;

/**
 * A modest reading of mood, −1 upset to 1 pleased, from word lists with negation and emphasis. One feature among others:
 * no trigger should rest on it alone.
 */
export function sentimentOf(words: readonly Word[], text: string): MessageSignals['sentiment'] {
  const evidence: TextEvidence[] = [];
  let sum = 0;
  words.forEach((word, i) => {
    const direction = word.classes.has('upset') ? -1 : word.classes.has('pleased') ? 1 : 0;
    if (direction === 0) return;
    const before = words.slice(Math.max(0, i - NEGATION_REACH), i).filter((other) => other.clause === word.clause);
    const turned = before.some((other) => other.classes.has('negation'));
    const emphasis = before.some((other) => other.classes.has('very')) ? 1.5 : 1;
    // “Not good” is worse than “not bad” is good.
    const weight = turned ? (direction > 0 ? -0.8 : 0.3) : direction * emphasis;
    sum += weight;
    evidence.push({ start: word.start, end: word.end, text: text.slice(word.start, word.end), label: weight < 0 ? 'upset' : 'pleased' });
  });
  if (sum < 0 && ((text.match(/!/g)?.length ?? 0) > 1 || (text.match(SHOUTED)?.length ?? 0) > 1)) sum *= 1.4;
  return { score: rounded(Math.tanh(sum / 2)), evidence };
}
