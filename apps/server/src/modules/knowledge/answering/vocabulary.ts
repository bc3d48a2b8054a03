import { featuresOf } from './features.js';

/** A text as a unit vector over the known features. */
export interface Vector {
  readonly ids: Int32Array<ArrayBuffer>;
  readonly values: Float32Array<ArrayBuffer>;
  /** 0…1: how much of the text, by weight, is known at all. */
  readonly known: number;
}

/** A feature that is said twice counts more, but not endlessly. */
const MOST_PER_FEATURE = 3;
const EMPTY = 0;

/**
 * The features that occur in a set of articles. A feature weighs the more the fewer articles have it; one that none has
 * weighs most, so that a question in unknown words is like nothing.
 */
export class Vocabulary {
  private constructor(
    /** Open addressing: `slots` holds features, `ids` at the same place their numbers. */
    readonly slots: Uint32Array<ArrayBuffer>,
    readonly ids: Int32Array<ArrayBuffer>,
    readonly weights: Float32Array<ArrayBuffer>,
    private readonly articleCount: number,
  ) {}

  /** @param texts article by article */
  static of(texts: readonly { readonly article: number; readonly text: string }[], articleCount: number): Vocabulary {
    const articlesHaving = new Map<number, number>();
    const lastSeenIn = new Map<number, number>();
    for (const { article, text } of texts) {
      for (const feature of featuresOf(text).keys()) {
        if (lastSeenIn.get(feature) === article) continue;
        lastSeenIn.set(feature, article);
        articlesHaving.set(feature, (articlesHaving.get(feature) ?? 0) + 1);
      }
    }
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * articlesHaving.size + 2)));
    const ids = new Int32Array(slots.length);
    const weights = new Float32Array(articlesHaving.size);
    for (const [id, [feature, count]] of [...articlesHaving].entries()) {
      const place = placeOf(slots, feature);
      slots[place] = feature;
      ids[place] = id;
      weights[id] = weightOf(count, articleCount);
    }
    return new Vocabulary(slots, ids, weights, articleCount);
  }

  static stored(slots: Uint32Array<ArrayBuffer>, ids: Int32Array<ArrayBuffer>, weights: Float32Array<ArrayBuffer>, articleCount: number): Vocabulary {
    return new Vocabulary(slots, ids, weights, articleCount);
  }

  get size(): number {
    return this.weights.length;
  }

  /** -1: unknown */
  idOf(feature: number): number {
    const place = placeOf(this.slots, feature);
    return this.slots[place] === EMPTY ? -1 : this.ids[place]!;
  }

  weightOfId(id: number): number {
    return id < 0 ? weightOf(0.5, this.articleCount) : this.weights[id]!;
  }

  vector(text: string, counts: (feature: number) => boolean = () => true): Vector {
    const ids: number[] = [];
    const values: number[] = [];
    let total = 0;
    let known = 0;
    for (const [feature, count] of featuresOf(text)) {
      if (!counts(feature)) continue;
      const id = this.idOf(feature);
      const value = Math.min(count, MOST_PER_FEATURE) * this.weightOfId(id);
      total += value * value;
      if (id < 0) continue;
      known += value * value;
      ids.push(id);
      values.push(value);
    }
    const length = Math.sqrt(total) || 1;
    return { ids: Int32Array.from(ids), values: Float32Array.from(values, (value) => value / length), known: total > 0 ? known / total : 0 };
  }
}

/** Where the feature is, or would be. */
function placeOf(slots: Uint32Array, feature: number): number {
  const mask = slots.length - 1;
  let place = feature & mask;
  while (slots[place] !== EMPTY && slots[place] !== feature) place = (place + 1) & mask;
  return place;
}

function weightOf(articlesHavingIt: number, articleCount: number): number {
  return Math.log(1 + articleCount / articlesHavingIt);
}

/** Compares one vector with many: cosine, 0…1. */
export function likenessTo(vector: Pick<Vector, 'ids' | 'values'>): (ids: Int32Array, values: Float32Array) => number {
  const own = new Map(Array.from(vector.ids, (id, i) => [id, vector.values[i]!]));
  return (ids, values) => {
    let sum = 0;
    for (let i = 0; i < ids.length; i++) sum += (own.get(ids[i]!) ?? 0) * values[i]!;
    return sum;
  };
}
