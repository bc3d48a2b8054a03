import { TOPICS, UNDERSTOOD_LANGUAGES, type BuiltInSign, type BuiltInTopic, type SignPart, type Topic, type UnderstoodLanguage } from '#contracts';
import { PACKS, type LanguagePack, type Phrase } from './packs/index.js';
import { elementsOf, patternId } from './phrases.js';
import { LIKELY } from './likely.js';
import { fold } from './tokens.js';

/** Every sign of every topic that the packs know, in words that people can read. */
export function builtInTopics(): readonly BuiltInTopic[] {
  return (listed ??= PACKS.flatMap((pack) => TOPICS.map((topic) => ({ topic, language: languageOf(pack), signs: signsOf(pack, topic) }))));
}
let listed: readonly BuiltInTopic[] | undefined;

function signsOf(pack: LanguagePack, topic: Topic): BuiltInSign[] {
  const signs = new Map<string, BuiltInSign>();
  for (const phrase of pack.topics[topic]) {
    for (const sign of signsOfPhrase(pack, phrase)) {
      // A word may stand in two phrases; the surer one decides.
      if (!signs.has(sign.id) || !sign.weak) signs.set(sign.id, sign);
    }
  }
  return [...signs.values()];
}

/** A phrase of one element is as many signs as it has words; any other is one sign. */
function signsOfPhrase(pack: LanguagePack, [score, pattern]: Phrase): BuiltInSign[] {
  const parts = elementsOf(pattern).map(({ names, optional, gap }): SignPart => ({
    words: names.flatMap((name) => wordsNamed(pack, name)),
    optional,
    gap,
  }));
  const weak = score < LIKELY;
  if (parts.length > 1) return [{ id: patternId(pattern), parts, weak }];
  return parts[0]!.words.map((word) => ({ id: fold(word), parts: [{ words: [word], optional: false, gap: 0 }], weak }));
}

function wordsNamed(pack: LanguagePack, name: string): string[] {
  return name.startsWith('@') ? (pack.words[name.slice(1)] ?? '').split(/\s+/).filter(Boolean) : [name];
}

function languageOf({ language }: LanguagePack): UnderstoodLanguage {
  return UNDERSTOOD_LANGUAGES.find((known) => known === language)!;
}
