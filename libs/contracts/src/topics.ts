import type { Topic, TextEvidence } from './understanding.js';

/** The languages in which messages are understood, each with words of its own. */
export const UNDERSTOOD_LANGUAGES = ['en', 'de', 'es', 'fr', 'pt', 'it', 'nl', 'pl'] as const;
export type UnderstoodLanguage = (typeof UNDERSTOOD_LANGUAGES)[number];
/** `any`: words that count in whatever language is written, such as names of products. */
export const TOPIC_LANGUAGES = [...UNDERSTOOD_LANGUAGES, 'any'] as const;
export type TopicLanguage = (typeof TOPIC_LANGUAGES)[number];

export const TOPIC_LIMITS = {
  /** Topics of a website's own. */
  topics: 30,
  labelChars: 60,
  keyChars: 40,
  /** Of one topic in one language. */
  words: 200,
  /** Of a whole website. */
  wordsInAll: 2000,
  wordChars: 80,
  /** In one phrase. */
  wordsOfAPhrase: 6,
  /** The letters before a `*`. */
  stemChars: 3,
} as const;

/** What a website changed about one topic in one language. */
export interface TopicWords {
  readonly language: TopicLanguage;
  /** Words and phrases that speak for the topic. Case and accents do not matter; `refund*` is every word that begins so. */
  readonly added: readonly string[];
  /** Ids of built-in signs that do not count here. */
  readonly off: readonly string[];
}

/** A built-in topic that was changed, or one of the website's own. */
export interface TopicList {
  /** What rules call it: `message.topics contains <key>`. */
  readonly key: string;
  /** null for a built-in topic, which is named in each reader's language. */
  readonly label: string | null;
  readonly words: readonly TopicWords[];
}

/** `GET /websites/:id/topics`. Built-in topics that were never changed are not listed. */
export interface TopicLists {
  /** 0: nothing was ever changed. */
  readonly version: number;
  readonly topics: readonly TopicList[];
  readonly updatedAt: string | null;
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
}

/** `PUT /websites/:id/topics`: the lists as they shall be from now on. */
export interface SaveTopicLists {
  /** The version these lists were made from; 409 `topics.changed` when there is a newer one. */
  readonly version: number;
  readonly topics: readonly TopicList[];
}

/** What the lists were at a version; newest first in `GET /websites/:id/topics/versions`. */
export interface TopicListsVersion {
  readonly version: number;
  readonly topics: readonly TopicList[];
  readonly author: { readonly id: string; readonly name: string } | null;
  readonly createdAt: string;
}

/** `POST /websites/:id/topics/try` */
export interface TryTopics {
  readonly text: string;
  /** Lists that were not saved yet; absent: those that hold. */
  readonly topics?: readonly TopicList[];
}

export interface TopicsTrial {
  /** ISO 639-1, or `und` */
  readonly language: string;
  /** Surest first. */
  readonly topics: readonly TopicFound[];
}

export interface TopicFound {
  readonly key: string;
  readonly label: string | null;
  readonly score: number;
  /** Whether rules see it. */
  readonly counts: boolean;
  readonly evidence: readonly TextEvidence[];
}

/** A built-in sign of a topic: a word, or words that stand near one another. */
export interface BuiltInSign {
  /** By which it is switched off. */
  readonly id: string;
  readonly parts: readonly SignPart[];
  /** Does not count alone, only together with another sign. */
  readonly weak: boolean;
}

export interface SignPart {
  /** Any of these; `refund*` is every word that begins so. */
  readonly words: readonly string[];
  readonly optional: boolean;
  /** How many other words may stand before it. */
  readonly gap: number;
}

/** `GET /topics/built-in`: what the product knows by itself. */
export interface BuiltInTopic {
  readonly topic: Topic;
  readonly language: UnderstoodLanguage;
  readonly signs: readonly BuiltInSign[];
}
