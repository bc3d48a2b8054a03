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
  /** How many answers to visitors came from it in the last 30 days. */
  readonly uses: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** null: written by Baton itself, as demo articles are. */
  readonly updatedBy: { readonly id: string; readonly name: string } | null;
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

export interface ChangeKnowledgeArticle extends Partial<Omit<SaveKnowledgeArticle, 'websiteId'>> {
  /** The `updatedAt` the change was made on: refused with 409 `article.changed` when somebody was faster. */
  readonly ifUpdatedAt?: string;
}

/** `GET /knowledge/summary?websiteId=`: what there is to filter by. */
export interface KnowledgeSummary {
  readonly published: number;
  readonly drafts: number;
  /** The most used first. */
  readonly languages: readonly { readonly language: string; readonly articles: number }[];
  /** Whether the built-in answers know the published articles as they stand; null when no website was named. */
  readonly learning: KnowledgeLearning | null;
}

export interface KnowledgeLearning {
  /** `learning`: questions are answered from what was known before, in the words of the articles as they are now. `failed`: likewise, until it is tried again. */
  readonly state: 'current' | 'learning' | 'failed';
  /** Counts up with every time the articles were learned; null: never yet. */
  readonly version: number | null;
  readonly learnedAt: string | null;
  /** Of the last attempt, when it failed. */
  readonly failedAt: string | null;
  readonly problem: string | null;
}

/** `POST /knowledge/ask {websiteId, text}`: what the built-in answers would say, and how sure they have to be there. */
export interface AskedKnowledge extends KnowledgeAnswer {
  /** The website's confidence threshold: under it a person takes over. 0…1 */
  readonly threshold: number;
}

export interface KnowledgeAnswer {
  readonly confidence: number;
  readonly answered: boolean;
  readonly text: string | null;
  readonly sources: readonly Source[];
  readonly candidates: readonly { readonly articleId: string; readonly title: string; readonly score: number }[];
  readonly millis: number;
}
