import type { Vector, Vocabulary } from './vocabulary.js';

export interface Lesson {
  /** The number of articles stands for "none of them". */
  readonly article: number;
  readonly vector: Vector;
  readonly weight: number;
}

const LEARNING_RATE = 0.4;
/** An error this small teaches nothing that the next question would not. */
const NEGLIGIBLE_ERROR = 0.02;
/** What "none of the articles" scores before a word is read: what an article must beat. */
const NONE = 1;
const WORK_PER_PAUSE = 64;

/**
 * Multinomial logistic regression over the vocabulary, trained by stochastic gradient descent with AdaGrad steps (Duchi,
 * Hazan & Singer 2011). A weight exists only for an article and a feature that occur together, so the size is that of the
 * articles themselves, and the same articles always give the same model.
 */
export class Classifier {
  private readonly weights: Float32Array;

  private constructor(
    private readonly vocabulary: Vocabulary,
    private readonly articleCount: number,
  ) {
    this.weights = new Float32Array(vocabulary.articles.length);
  }

  /** Learns step by step: the caller decides when to go on, so that a big knowledge base does not hold up the process. */
  static *learn(vocabulary: Vocabulary, articleCount: number, lessons: readonly Lesson[]): Generator<void, Classifier> {
    const classifier = new Classifier(vocabulary, articleCount);
    const seen = new Float32Array(classifier.weights.length).fill(1e-4);
    const errors = new Float64Array(articleCount + 1);
    for (let epoch = 0; epoch < epochsFor(lessons.length); epoch++) {
      for (const [i, lesson] of shuffled(lessons, epoch + 1).entries()) {
        classifier.study(lesson, seen, errors);
        if (i % WORK_PER_PAUSE === 0) yield;
      }
    }
    return classifier;
  }

  /** The probability of every article and, behind them, of none. */
  probabilities(vector: Vector, into = new Float64Array(this.articleCount + 1)): Float64Array {
    into.fill(0);
    into[this.articleCount] = NONE;
    const { starts, articles } = this.vocabulary;
    for (let i = 0; i < vector.ids.length; i++) {
      const value = vector.values[i]!;
      for (let at = starts[vector.ids[i]!]!, end = starts[vector.ids[i]! + 1]!; at < end; at++) into[articles[at]!]! += this.weights[at]! * value;
    }
    let highest = -Infinity;
    for (const score of into) if (score > highest) highest = score;
    let sum = 0;
    for (let a = 0; a < into.length; a++) sum += into[a] = Math.exp(into[a]! - highest);
    for (let a = 0; a < into.length; a++) into[a]! /= sum;
    return into;
  }

  private study(lesson: Lesson, seen: Float32Array, errors: Float64Array<ArrayBuffer>): void {
    this.probabilities(lesson.vector, errors);
    errors[lesson.article]! -= 1;
    for (let a = 0; a < errors.length; a++) if (Math.abs(errors[a]!) < NEGLIGIBLE_ERROR) errors[a] = 0;
    const { starts, articles } = this.vocabulary;
    for (let i = 0; i < lesson.vector.ids.length; i++) {
      const value = lesson.vector.values[i]! * lesson.weight;
      for (let at = starts[lesson.vector.ids[i]!]!, end = starts[lesson.vector.ids[i]! + 1]!; at < end; at++) {
        const error = errors[articles[at]!]!;
        if (error === 0) continue;
        const gradient = error * value;
        seen[at]! += gradient * gradient;
        this.weights[at]! -= (LEARNING_RATE * gradient) / Math.sqrt(seen[at]!);
      }
    }
  }
}

/** Few questions need to be gone through more often; a hundred thousand teach enough in two rounds. */
function epochsFor(lessons: number): number {
  return Math.max(2, Math.min(8, Math.round(90_000 / Math.max(lessons, 1))));
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
