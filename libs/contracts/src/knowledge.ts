import type { Source } from './sessions.js';

export interface KnowledgeArticle {
  readonly id: string;
  readonly websiteId: string;
  readonly title: string;
  /** Markdown-lite. */
  readonly body: string;
  /** Other ways visitors ask for this. */
  readonly questions: readonly string[];
  readonly language: string;
  readonly url: string | null;
  readonly published: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SaveKnowledgeArticle {
  readonly websiteId: string;
  readonly title: string;
  readonly body: string;
  readonly questions?: readonly string[];
  readonly language?: string;
  readonly url?: string | null;
  readonly published?: boolean;
}

/** `POST /knowledge/ask {websiteId, text}`: what the built-in answers would say. */
export interface KnowledgeAnswer {
  readonly confidence: number;
  readonly answered: boolean;
  readonly text: string | null;
  readonly sources: readonly Source[];
  readonly candidates: readonly { readonly articleId: string; readonly title: string; readonly score: number }[];
  readonly millis: number;
}
