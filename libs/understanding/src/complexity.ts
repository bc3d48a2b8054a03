import type { Signal, TextEvidence } from '#contracts';
import type { Word } from './phrases.js';
import { rounded } from './topics.js';

const MANY_WORDS = 120;
const MANY_STEPS = 6;
const LIST_ITEM = /^\s*(?:\d{1,2}[.)]|[-*•])\s+\S/gm;
const QUESTION = /[?？]+/g;

/**
 * How much there is to answer at once: several questions, a long text, many steps in a row, a list. Each takes its share
 * of what is left to 1, so that one of them alone rarely makes a message complex.
 */
export function complexityOf(words: readonly Word[], text: string): Signal {
  const questions = found(text, QUESTION, 'question');
  const items = found(text, LIST_ITEM, 'list');
  const steps = words
    .filter((word) => word.classes.has('step'))
    .map(({ start, end }) => ({ start, end, text: text.slice(start, end), label: 'step' }));
  const shares = [
    0.6 * share(Math.max(questions.length, openQuestions(words)) - 1, 2),
    0.5 * share(words.length - 25, MANY_WORDS),
    0.45 * share(steps.length - 1, MANY_STEPS),
    0.5 * share(items.length - 1, 2),
  ];
  const simple = shares.reduce((rest, part) => rest * (1 - part), 1);
  return {
    score: rounded(1 - simple),
    evidence: [...(questions.length > 1 ? questions : []), ...(items.length > 1 ? items : []), ...steps].slice(0, 12),
  };
}

/** Sentences that begin like a question, for those who leave out the question marks. */
function openQuestions(words: readonly Word[]): number {
  return words.filter((word, i) => word.classes.has('question') && words[i - 1]?.clause !== word.clause).length;
}

function share(amount: number, full: number): number {
  return Math.min(1, Math.max(0, amount / full));
}

function found(text: string, pattern: RegExp, label: string): TextEvidence[] {
  return Array.from(text.matchAll(pattern), ({ 0: piece, index }) => ({ start: index, end: index + piece.length, text: piece, label }));
}
