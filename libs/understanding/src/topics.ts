import { TOPICS, type Signal, type TextEvidence, type Topic } from '#contracts';
import { negationBefore } from './negation.js';
import { liesWithin, spansOf, type Word } from './phrases.js';
import type { Reader } from './reader.js';

/** “No complaints so far” is none; “I got no refund” is still about a refund. */
const NEGATABLE: ReadonlySet<Topic> = new Set(['complaint']);
const MAX_EVIDENCE = 8;

/** What the message is about. Signs of one topic add up: each takes its share of the remaining doubt. */
export function topicsOf(words: readonly Word[], text: string, reader: Reader): Partial<Record<Topic, Signal>> {
  const topics: Partial<Record<Topic, Signal>> = {};
  for (const topic of TOPICS) {
    const signal = topicSignal(words, text, reader, topic);
    if (signal) topics[topic] = signal;
  }
  return topics;
}

function topicSignal(words: readonly Word[], text: string, reader: Reader, topic: Topic): Signal | null {
  let doubt = 1;
  const evidence = new Map<number, TextEvidence>();
  const lookalikes = spansOf(reader.lookalikes[topic].find(words, text));
  for (const match of reader.phrases[topic].find(words, text)) {
    if (liesWithin(match, lookalikes)) continue;
    if (NEGATABLE.has(topic) && negationBefore(words, match.first, text)) continue;
    // A sign that shares its words with an earlier one is the same sign seen twice.
    const isNew = match.evidence.every((piece) => !evidence.has(piece.start));
    doubt = isNew ? doubt * (1 - match.score) : Math.min(doubt, 1 - match.score);
    if (evidence.size < MAX_EVIDENCE) for (const piece of match.evidence) evidence.set(piece.start, { ...piece, label: topic });
  }
  if (evidence.size === 0) return null;
  return { score: rounded(1 - doubt), evidence: [...evidence.values()].toSorted((a, b) => a.start - b.start) };
}

export function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
