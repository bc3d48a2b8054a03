import { TOPICS, type Signal, type TextEvidence, type Topic } from '#contracts';
import { negationBefore } from './negation.js';
import { isBuiltIn, type WebsiteTopics } from './own-topics.js';
import { liesWithin, spansOf, type PhraseMatch, type Word } from './phrases.js';
import type { Reader } from './reader.js';

/** “No complaints so far” is none; “I got no refund” is still about a refund. */
const NEGATABLE: ReadonlySet<string> = new Set<Topic>(['complaint']);
const MAX_EVIDENCE = 8;

/** What the message is about, in the eyes of one language. */
export function topicsOf(words: readonly Word[], text: string, reader: Reader, own: WebsiteTopics): Record<string, Signal> {
  const added = own.added(reader.language, words, text);
  const topics: Record<string, Signal> = {};
  for (const topic of new Set<string>([...TOPICS, ...added.keys()])) {
    const builtIn = isBuiltIn(topic) ? builtInSigns(words, text, reader, topic as Topic, own) : [];
    const ownSigns = added.get(topic);
    const signs = ownSigns ? [...builtIn, ...ownSigns] : builtIn;
    const signal = signalOf(
      signs.filter(({ first }) => !isTakenBack(topic, words, first, text)),
      topic,
    );
    if (signal) topics[topic] = signal;
  }
  return topics;
}

/** Topics by the words that count in every language. */
export function topicsInAnyLanguage(words: readonly Word[], text: string, own: WebsiteTopics): Record<string, Signal> {
  const topics: Record<string, Signal> = {};
  for (const [topic, matches] of own.added('any', words, text)) {
    const signal = signalOf(
      matches.filter(({ first }) => !isTakenBack(topic, words, first, text)),
      topic,
    );
    if (signal) topics[topic] = signal;
  }
  return topics;
}

function isTakenBack(topic: string, words: readonly Word[], first: number, text: string): boolean {
  return NEGATABLE.has(topic) && negationBefore(words, first, text) !== null;
}

function builtInSigns(words: readonly Word[], text: string, reader: Reader, topic: Topic, own: WebsiteTopics): PhraseMatch[] {
  const found = reader.phrases[topic].find(words, text);
  if (found.length === 0) return [];
  const lookalikes = spansOf(reader.lookalikes[topic].find(words, text));
  const signs = found.filter((match) => !liesWithin(match, lookalikes));
  if (!own.hasOff(reader.language, topic)) return signs;
  return signs.filter((match) => !reader.signIds(match, words).some((id) => own.isOff(reader.language, topic, id)));
}

/** Signs of one topic add up: each takes its share of the remaining doubt. */
function signalOf(signs: readonly PhraseMatch[], topic: string): Signal | null {
  if (signs.length === 0) return null;
  let doubt = 1;
  const evidence = new Map<number, TextEvidence>();
  for (const match of signs) {
    // A sign that shares its words with an earlier one is the same sign seen twice.
    const isNew = match.evidence.every((piece) => !evidence.has(piece.start));
    doubt = isNew ? doubt * (1 - match.score) : Math.min(doubt, 1 - match.score);
    if (evidence.size < MAX_EVIDENCE) for (const piece of match.evidence) evidence.set(piece.start, { ...piece, label: topic });
  }
  return { score: rounded(1 - doubt), evidence: [...evidence.values()].toSorted((a, b) => a.start - b.start) };
}

export function rounded(score: number): number {
  return Math.round(score * 1000) / 1000;
}
