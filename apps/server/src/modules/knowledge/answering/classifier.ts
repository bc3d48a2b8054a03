import type { Vector } from './vocabulary.js';

export interface Lesson {
  /** The number of articles stands for "none of them". */
  readonly article: number;
  readonly vector: Vector;
  readonly weight: number;
}

/** What "none of the articles" scores before a word is read: what an article must beat. */
const NONE = 1;

/**
 * Multinomial logistic regression in its sparse form: for each feature the articles it speaks for or against. Made by
 * `learnClassifier`; it may lie in memory that was read from elsewhere.
 */
export class Classifier {
  constructor(
    /** The entries of feature `i` are those from `starts[i]` up to `starts[i + 1]`. */
    readonly starts: Int32Array<ArrayBuffer>,
    readonly articles: Int32Array<ArrayBuffer>,
    readonly weights: Float32Array<ArrayBuffer>,
    /** 1 where the article itself contains the feature. */
    readonly inside: Uint8Array<ArrayBuffer>,
    private readonly articleCount: number,
  ) {}

  /** The probability of every article and, behind them, of none. */
  probabilities({ ids, values }: Vector): Float64Array {
    const into = new Float64Array(this.articleCount + 1);
    into[this.articleCount] = NONE;
    for (let i = 0; i < ids.length; i++) {
      const value = values[i]!;
      for (let at = this.starts[ids[i]!]!, end = this.starts[ids[i]! + 1]!; at < end; at++) into[this.articles[at]!]! += this.weights[at]! * value;
    }
    return softmax(into);
  }

  contains(article: number, feature: number): boolean {
    for (let at = this.starts[feature]!, end = this.starts[feature + 1]!; at < end; at++) {
      if (this.articles[at] === article) return this.inside[at] === 1;
    }
    return false;
  }
}

export interface Curriculum {
  readonly lessons: readonly Lesson[];
  readonly featureCount: number;
  readonly articleCount: number;
  /** Whether a feature may also speak against articles that do not have it. */
  readonly mayContradict: (feature: number) => boolean;
}

const LEARNING_RATE = 0.4;
/** An error this small teaches nothing that the next question would not. */
const NEGLIGIBLE_ERROR = 0.01;
/** Weights of features that may contradict are kept for every article while learning: this many at most, 4 bytes each, twice. */
const MOST_DENSE_WEIGHTS = 12_000_000;
/** Rounds × lessons × articles: what a model may cost, however big the knowledge base. */
const MOST_WORK = 250_000_000;

/** Learns by stochastic gradient descent with AdaGrad steps (Duchi, Hazan & Singer 2011). The same lessons always give the same classifier. */
export function learnClassifier(curriculum: Curriculum): Classifier {
  const { lessons, featureCount, articleCount } = curriculum;
  const classes = articleCount + 1;
  const having = articlesByFeature(curriculum);
  const dense = denseRows(curriculum, having, classes);
  const starts = new Int32Array(featureCount + 1);
  for (let id = 0; id < featureCount; id++) starts[id + 1] = starts[id]! + (dense[id]! >= 0 ? 0 : having[id]!.length);
  const articles = new Int32Array(starts[featureCount]!);
  having.forEach((list, id) => dense[id]! < 0 && articles.set(list, starts[id]!));
  const weights = new Float32Array(articles.length);
  const seen = new Float32Array(articles.length).fill(1e-4);
  const rows = dense.reduce((most, row) => Math.max(most, row + 1), 0);
  const denseWeights = new Float32Array(rows * classes);
  const denseSeen = new Float32Array(rows * classes).fill(1e-4);
  const errors = new Float64Array(classes);
  const wrong: number[] = [];

  const study = ({ article, weight, vector: { ids, values } }: Lesson): void => {
    errors.fill(0);
    errors[articleCount] = NONE;
    for (let i = 0; i < ids.length; i++) {
      const value = values[i]!;
      const row = dense[ids[i]!]!;
      if (row >= 0) for (let a = 0, at = row * classes; a < classes; a++, at++) errors[a]! += denseWeights[at]! * value;
      else for (let at = starts[ids[i]!]!, end = starts[ids[i]! + 1]!; at < end; at++) errors[articles[at]!]! += weights[at]! * value;
    }
    softmax(errors);
    errors[article]! -= 1;
    wrong.length = 0;
    for (let a = 0; a < classes; a++) {
      if (Math.abs(errors[a]!) < NEGLIGIBLE_ERROR) errors[a] = 0;
      else wrong.push(a);
    }
    if (wrong.length === 0) return;
    for (let i = 0; i < ids.length; i++) {
      const value = values[i]! * weight;
      const row = dense[ids[i]!]!;
      if (row >= 0) for (const a of wrong) step(denseWeights, denseSeen, row * classes + a, errors[a]! * value);
      else
        for (let at = starts[ids[i]!]!, end = starts[ids[i]! + 1]!; at < end; at++) {
          const error = errors[articles[at]!]!;
          if (error !== 0) step(weights, seen, at, error * value);
        }
    }
  };
  for (let round = 0; round < roundsFor(lessons.length, classes); round++) for (const lesson of shuffled(lessons, round + 1)) study(lesson);

  return sparse(featureCount, articleCount, (id, entry) => {
    const inside = new Set(having[id]);
    const row = dense[id]!;
    if (row < 0) for (let at = starts[id]!, end = starts[id + 1]!; at < end; at++) entry(articles[at]!, weights[at]!, true);
    else
      for (let a = 0; a < classes; a++) {
        const weight = denseWeights[row * classes + a]!;
        if (weight !== 0 || inside.has(a)) entry(a, weight, inside.has(a));
      }
  });
}

function step(weights: Float32Array, seen: Float32Array, at: number, gradient: number): void {
  seen[at]! += gradient * gradient;
  weights[at]! -= (LEARNING_RATE * gradient) / Math.sqrt(seen[at]!);
}

function articlesByFeature({ lessons, featureCount }: Curriculum): number[][] {
  const having: Set<number>[] = Array.from({ length: featureCount }, () => new Set());
  for (const { article, vector } of lessons) for (const id of vector.ids) having[id]!.add(article);
  return having.map((articles) => [...articles].sort((a, b) => a - b));
}

/** The row of each feature that has a weight for every article; -1 for the others. Where there is no room for all, the commonest. */
function denseRows({ mayContradict, featureCount }: Curriculum, having: readonly number[][], classes: number): Int32Array {
  const rows = new Int32Array(featureCount).fill(-1);
  const chosen = Array.from(rows.keys())
    .filter(mayContradict)
    .sort((a, b) => having[b]!.length - having[a]!.length || a - b)
    .slice(0, Math.floor(MOST_DENSE_WEIGHTS / classes));
  chosen.forEach((id, row) => (rows[id] = row));
  return rows;
}

function sparse(
  featureCount: number,
  articleCount: number,
  each: (id: number, entry: (article: number, weight: number, inside: boolean) => void) => void,
): Classifier {
  const starts = new Int32Array(featureCount + 1);
  const articles: number[] = [];
  const weights: number[] = [];
  const inside: number[] = [];
  for (let id = 0; id < featureCount; id++) {
    each(id, (article, weight, isInside) => {
      articles.push(article);
      weights.push(weight);
      inside.push(isInside ? 1 : 0);
    });
    starts[id + 1] = articles.length;
  }
  return new Classifier(starts, Int32Array.from(articles), Float32Array.from(weights), Uint8Array.from(inside), articleCount);
}

/** In place. */
function softmax(scores: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let a = 0; a < scores.length; a++) sum += scores[a] = Math.exp(scores[a]! - highest);
  for (let a = 0; a < scores.length; a++) scores[a]! /= sum;
  return scores;
}

/** Few questions need to be gone through more often; a hundred thousand teach enough in two rounds. */
function roundsFor(lessons: number, classes: number): number {
  return Math.max(2, Math.min(8, Math.round(90_000 / Math.max(lessons, 1)), Math.floor(MOST_WORK / Math.max(lessons * classes, 1))));
}

/** Fisher–Yates with a fixed generator (the constants of glibc's `rand`), so that every process learns the same. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const order = [...items];
  let state = seed;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
