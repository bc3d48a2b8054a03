import { TOPICS, type TopicLanguage, type TopicList, type TopicWords } from '#contracts';

/** Lists are never changed, only replaced; a built-in topic that nobody changed is not in them. */
export type Topics = readonly TopicList[];

const UNTOUCHED = { added: [], off: [] } as const;

/** Built-in topics first, then the website's own. */
export function keysOf(topics: Topics): readonly string[] {
  return [...TOPICS, ...topics.map(({ key }) => key).filter((key) => !isBuiltIn(key))];
}

export const isBuiltIn = (key: string): boolean => TOPICS.some((each) => each === key);

export function wordsOf(topics: Topics, key: string, language: TopicLanguage): TopicWords {
  const found = topics.find((topic) => topic.key === key)?.words.find((words) => words.language === language);
  return found ?? { language, ...UNTOUCHED };
}

export function setAdded(topics: Topics, key: string, language: TopicLanguage, added: readonly string[]): Topics {
  return put(topics, key, { ...wordsOf(topics, key, language), added });
}

/** Switches a built-in sign off, or on again. */
export function turnSign(topics: Topics, key: string, language: TopicLanguage, sign: string, counts: boolean): Topics {
  const words = wordsOf(topics, key, language);
  const off = words.off.filter((each) => each !== sign);
  return put(topics, key, { ...words, off: counts ? off : [...off, sign] });
}

export function addTopic(topics: Topics, label: string): { readonly topics: Topics; readonly key: string } {
  const key = freshKey(label, keysOf(topics));
  return { topics: [...topics, { key, label: label.trim(), words: [] }], key };
}

export function removeTopic(topics: Topics, key: string): Topics {
  return topics.filter((topic) => topic.key !== key);
}

/** How much of a topic a website has changed. */
export function changesOf(topics: Topics, key: string): { readonly added: number; readonly off: number } {
  const words = topics.find((topic) => topic.key === key)?.words ?? [];
  const count = (of: 'added' | 'off') => words.reduce((sum, each) => sum + each[of].length, 0);
  return { added: count('added'), off: count('off') };
}

/** What rules call a topic of this name: letters that every system takes, and no name twice. */
function freshKey(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^[_0-9]+|_+$/gu, '')
    .slice(0, 32);
  const base = plain || 'topic';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(key)) return key;
  }
}

function put(topics: Topics, key: string, words: TopicWords): Topics {
  const topic = topics.find((each) => each.key === key) ?? { key, label: null, words: [] };
  const others = topic.words.filter(({ language }) => language !== words.language);
  const next: TopicList = { ...topic, words: words.added.length + words.off.length > 0 ? [...others, words] : others };
  const at = topics.indexOf(topic);
  return at < 0 ? [...topics, next] : topics.with(at, next);
}
