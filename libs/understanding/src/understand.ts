import type { MessageSignals, Signal } from '#contracts';
import { asksForHuman } from './asks-for-human.js';
import { complexityOf } from './complexity.js';
import { isQuestion } from './is-question.js';
import { languageOf, type LanguageGuess } from './language.js';
import { NO_OWN_TOPICS, type WebsiteTopics } from './own-topics.js';
import { PACKS, type LanguagePack } from './packs/index.js';
import { spansOf } from './phrases.js';
import { readerOf, type Reader } from './reader.js';
import { sentimentOf } from './sentiment.js';
import { tokenize, type Token } from './tokens.js';
import { topicsInAnyLanguage, topicsOf } from './topics.js';

/** People say what they want at the beginning or at the end; what lies between in a pasted log is not read. */
const BEGINNING_WORDS = 300;
const END_WORDS = 200;

/** Made when a text first asks for the language: whoever starts the server should not wait for all of them. */
const readers = new Map<LanguagePack, Reader>();

/**
 * What can be told from one message alone, each signal with the pieces of text that speak for it. Pure and quick enough
 * to run on every message.
 * @param options.localeHint the visitor's locale, e.g. `de-AT`; decides about texts too short to tell
 * @param options.topics the website's own topics and words
 */
export function understand(text: string, options: { readonly localeHint?: string; readonly topics?: WebsiteTopics } = {}): MessageSignals {
  const { topics: own = NO_OWN_TOPICS } = options;
  const guess = languageOf(text, options.localeHint);
  const tokens = beginningAndEnd(tokenize(text));
  const readings = readersFor(guess).map(({ reader, forgiving }) => {
    const words = forgiving ? reader.read(tokens) : reader.readExactly(tokens);
    return { reader, words, topics: topicsOf(words, text, reader, own) };
  });
  // What one language knows for a lookalike is none in another either: “are you a real person” reads well in German.
  const lookalikes = readings.flatMap(({ reader, words }) => spansOf(reader.lookalikes.asksForHuman.find(words, text)));
  const { words } = readings[0]!;
  return {
    language: guess.language,
    asksForHuman: surest(readings.map((reading) => asksForHuman(reading.words, text, reading.reader, lookalikes))),
    topics: merged([...readings.map((reading) => reading.topics), topicsInAnyLanguage(words, text, own)]),
    complexity: complexityOf(words, text),
    isQuestion: isQuestion(words, text),
    sentiment: sentimentOf(words, text),
  };
}

function beginningAndEnd(tokens: readonly Token[]): readonly Token[] {
  if (tokens.length <= BEGINNING_WORDS + END_WORDS) return tokens;
  return [...tokens.slice(0, BEGINNING_WORDS), ...tokens.slice(-END_WORDS)];
}

/**
 * “Agent bitte” may be any language: unless the text leaves no doubt, every pack has a look and the surest signal
 * counts. The likeliest language comes first.
 */
function readersFor({ language, certain }: LanguageGuess): { reader: Reader; forgiving: boolean }[] {
  const likeliest = PACKS.find((pack) => pack.language === language);
  const others = certain && likeliest ? [] : PACKS.filter((pack) => pack !== likeliest);
  return [
    ...(likeliest ? [{ reader: readerFor(likeliest), forgiving: true }] : []),
    ...others.map((pack) => ({ reader: readerFor(pack), forgiving: !likeliest })),
  ];
}

function readerFor(pack: LanguagePack): Reader {
  let reader = readers.get(pack);
  if (!reader) readers.set(pack, (reader = readerOf(pack)));
  return reader;
}

/** The highest score; among equals the one with something to show, because a negation is worth showing too. */
function surest(signals: readonly Signal[]): Signal {
  return signals.reduce((best, signal) => (signal.score > best.score || (signal.score === best.score && best.evidence.length === 0) ? signal : best));
}

function merged(readings: readonly Record<string, Signal>[]): Record<string, Signal> {
  const topics: Record<string, Signal> = {};
  for (const reading of readings) {
    for (const [topic, signal] of Object.entries(reading)) topics[topic] = topics[topic] ? surest([topics[topic], signal]) : signal;
  }
  return topics;
}
