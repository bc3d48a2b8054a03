import type { Signal } from '#contracts';
import { negationBefore, negationInside } from './negation.js';
import { liesWithin, type PhraseMatch, type Span, type Word } from './phrases.js';
import type { Reader } from './reader.js';

/** In phrases with these the negation is part of the wish: I do not want to talk to a bot. */
const REFUSALS_OF_THE_MACHINE: ReadonlySet<string> = new Set(['machine', 'you', 'negation', 'aversion']);

const SILENCE: Signal = { score: 0, evidence: [] };

/**
 * Whether a person is wanted. The surest wish that is not taken back counts; when all are, the score is 0 and the
 * evidence shows the negation.
 */
export function asksForHuman(words: readonly Word[], text: string, reader: Reader, lookalikes: readonly Span[]): Signal {
  let best = SILENCE;
  let declined = SILENCE;
  for (const match of reader.phrases.asksForHuman.find(words, text)) {
    if (liesWithin(match, lookalikes)) continue;
    const negation = refusesTheMachine(match) ? null : (negationInside(words, match, text) ?? negationBefore(words, match.first, text));
    if (negation) declined = { score: 0, evidence: [negation, ...match.evidence] };
    else if (match.score > best.score) best = { score: match.score, evidence: match.evidence };
  }
  return best.score > 0 ? best : declined;
}

function refusesTheMachine(match: PhraseMatch): boolean {
  return match.evidence.some((piece) => REFUSALS_OF_THE_MACHINE.has(piece.label));
}
