import type { Word } from './phrases.js';

/** “Hi there.” says nothing either way. */
const SAYS_NOTHING_WORDS = 2;
/** “Akzeptieren Sie PayPal?” begins with a verb; what is longer and has a comma may tell a story before it asks. */
const PLAIN_QUESTION_WORDS = 10;
const ENDING = /^[^\p{L}\p{N}]*\?/u;

/** Whether the message only asks: no sentence of it tells what happened or what is wanted. Bare words, “payment methods”, ask too. */
export function isQuestion(words: readonly Word[], text: string): boolean {
  const sentences = [...Map.groupBy(words, ({ sentence }) => sentence).values()].filter(({ length }) => length > SAYS_NOTHING_WORDS);
  return sentences.every((sentence) => asks(sentence, text));
}

function asks(sentence: readonly Word[], text: string): boolean {
  const clauses = [...Map.groupBy(sentence, ({ clause }) => clause).values()];
  const opening = clauses.length > 1 && clauses[0]!.length <= SAYS_NOTHING_WORDS ? clauses[1]! : clauses[0]!;
  // “It is wrong” has its verb in the second place and asks nothing; “until when” does.
  const first = opening[0]!.classes.has('lead') && opening.length > 1 ? opening[1]! : opening[0]!;
  if (first.classes.has('question')) return true;
  return sentence.length <= PLAIN_QUESTION_WORDS && clauses.length === 1 && ENDING.test(text.slice(sentence.at(-1)!.end));
}
