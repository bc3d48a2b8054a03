import { isCommon } from './common-words.js';
import { featuresOf } from './features.js';
import { stem, wordsOf } from './words.js';

/** A text as a unit vector over the known features. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** A text that an article is recognised by. */
export interface Sample {
  /** The number of articles stands for "none of them". */
  readonly article: number;
  readonly text: string;
  /** How much it counts against others when learning. */
  readonly weight: number;
}

/** A feature that is said twice counts more, but not twice. */
const MOST_PER_FEATURE = 1.5;

/** The features that occur in a set of articles, and in which. A feature weighs the more the fewer articles have it. */
export class Vocabulary {
  private readonly weights: Float32Array;
  /** The articles of feature `i` are `articles[starts[i]] … articles[starts[i + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly articles: Int32Array;

  private constructor(
    private readonly ids: ReadonlyMap<string, number>,
    articlesOf: readonly (readonly number[])[],
    private readonly articleCount: number,
  ) {
    this.weights = Float32Array.from(articlesOf, (having) => this.weightOf(having.length));
    this.starts = new Int32Array(articlesOf.length + 1);
    articlesOf.forEach((having, id) => (this.starts[id + 1] = this.starts[id]! + having.length));
    this.articles = Int32Array.from(articlesOf.flat());
  }

  /** @param samples article by article */
  static *of(samples: readonly Sample[], articleCount: number): Generator<void, Vocabulary> {
    const ids = new Map<string, number>();
    const articlesOf: number[][] = [];
    for (const { article, text } of samples) {
      for (const feature of featuresOf(text).keys()) {
        const id = ids.get(feature) ?? ids.size;
        if (id === ids.size) {
          ids.set(feature, id);
          articlesOf.push([]);
        }
        const having = articlesOf[id]!;
        if (having.at(-1) !== article) having.push(article);
      }
      yield;
    }
    return new Vocabulary(ids, articlesOf, articleCount);
  }

  vector(text: string): Vector {
    const ids: number[] = [];
    const values: number[] = [];
    let total = 0;
    for (const [feature, count] of featuresOf(text)) {
      const id = this.ids.get(feature);
      const value = Math.min(count, MOST_PER_FEATURE) * (id === undefined ? this.weightOf(0.5) : this.weights[id]!);
      total += value * value;
      if (id === undefined) continue;
      ids.push(id);
      values.push(value);
    }
    const length = Math.sqrt(total) || 1;
    return { ids: Int32Array.from(ids), values: Float32Array.from(values, (value) => value / length) };
  }

  /** 0…1: how much of what the text is about, by weight of its telling words, occurs in one article. */
  shareSaidBy(article: number, text: string): number {
    let total = 0;
    let said = 0;
    for (const word of new Set(wordsOf(text))) {
      if (isCommon(word)) continue;
      const id = this.ids.get(`w${stem(word)}`);
      const weight = id === undefined ? this.weightOf(0.5) : this.weights[id]!;
      total += weight;
      if (id !== undefined && this.articles.subarray(this.starts[id], this.starts[id + 1]).includes(article)) said += weight;
    }
    return total > 0 ? said / total : 0;
  }

  private weightOf(articlesHavingIt: number): number {
    return Math.log(1 + this.articleCount / articlesHavingIt);
  }
}

/** Compares one vector with many: cosine, 0…1. */
export function likenessTo(vector: Vector): (other: Vector) => number {
  const values = new Map(Array.from(vector.ids, (id, i) => [id, vector.values[i]!]));
  return (other) => other.ids.reduce((sum, id, i) => sum + (values.get(id) ?? 0) * other.values[i]!, 0);
}
