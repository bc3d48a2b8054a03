import type { Signs } from './confidence.js';

/** What an article is learned from. */
export interface Lore {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
}

/** What is thought of one question. */
export interface Judgement {
  /** Index of the article → probability; behind them, of none. */
  readonly probabilities: Float64Array;
  signsFor(article: number): Signs;
}
