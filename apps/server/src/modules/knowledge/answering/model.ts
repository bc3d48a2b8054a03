import { Classifier, learnClassifier, type Lesson } from './classifier.js';
import { isCommon } from './common-words.js';
import { UNADJUSTED, type Adjustment } from './confidence.js';
import { EVERYDAY_LINES } from './everyday.js';
import { featuresOf, isMeaning, isTelling, meaningFeature, wordFeature } from './features.js';
import { meaningsOf } from './meanings.js';
import type { Judgement, Lore } from './lore.js';
import { packed, unpacked } from './sections.js';
import { adjustmentBy } from './self-test.js';
import { likenessTo, Vocabulary } from './vocabulary.js';
import { sentencesOf, stem, wordsOf } from './words.js';

/** Changes when models that were stored before must not be read any more. */
export const MODEL_FORMAT = 1;

/** How much a sentence of the body counts beside a title or a question when learning: it says things, it does not ask. */
const BODY_WEIGHT = 0.7;
const EVERYDAY_WEIGHT = 0.5;
/** Later sentences are found when quoting, but do not teach: an article is recognised by its beginning. */
const SENTENCES_LEARNED = 40;
/** How many articles are compared with the question word by word, and how much that counts beside what was learned. */
const LOOKED_AT_CLOSELY = 8;
const SAID = 2;
const LIKENESS = 2;
/** Where an article is asked for in more ways than these, what was learned knows more and looking closely counts less. */
const FEW_WAYS = 10;
/** A word of the same meaning is nearly the word. */
const SAME_MEANING = 0.7;

/** How much there is to learn from, per article. */
interface Size {
  readonly ways: number;
  readonly sentences: number;
}

interface About {
  readonly format: number;
  readonly articles: readonly string[];
  readonly size: Size;
  readonly adjustment: Adjustment;
}

/** What was learned from a website's articles: which article a question is after. Says nothing by itself; see `Answerer`. */
export class Model {
  private constructor(
    /** Ids, in the order of probabilities. */
    readonly articles: readonly string[],
    private readonly vocabulary: Vocabulary,
    private readonly classifier: Classifier,
    /** The titles and questions as vectors of their telling features; those of article `i` from `askedStarts[i]` on. */
    private readonly asked: {
      readonly starts: Int32Array<ArrayBuffer>;
      readonly bounds: Int32Array<ArrayBuffer>;
      readonly ids: Int32Array<ArrayBuffer>;
      readonly values: Float32Array<ArrayBuffer>;
    },
    private readonly size: Size,
    readonly adjustment: Adjustment,
  ) {}

  /** The same articles always make the same model. */
  static learn(articles: readonly Lore[]): Model {
    return Model.untested(articles).adjusted(adjustmentBy(articles, (some) => Model.untested(some)));
  }

  /** Without letting the articles test themselves: its confidence is what the general fit says. */
  static untested(articles: readonly Lore[]): Model {
    const samples = [...articles.flatMap(samplesOf), ...EVERYDAY_LINES.map((text) => ({ article: articles.length, text, weight: EVERYDAY_WEIGHT }))];
    const vocabulary = Vocabulary.of(samples, articles.length);
    const lessons = samples.map(({ article, text, weight }): Lesson => ({ article, weight, vector: vocabulary.vector(text) }));
    const telling = new Set<number>();
    for (const { text } of samples) for (const feature of featuresOf(text).keys()) if (isTelling(feature)) telling.add(vocabulary.idOf(feature));
    const classifier = learnClassifier({
      lessons,
      featureCount: vocabulary.size,
      articleCount: articles.length,
      mayContradict: (id) => telling.has(id),
    });
    const asking = samples.filter(({ article, weight }) => article < articles.length && weight === 1);
    const vectors = asking.map(({ text }) => vocabulary.vector(text, isTelling));
    const telltale = samples.filter(({ article, weight }) => article < articles.length && weight !== 1).length;
    const starts = new Int32Array(articles.length + 1);
    for (const { article } of asking) starts[article + 1]! += 1;
    for (let a = 0; a < articles.length; a++) starts[a + 1]! += starts[a]!;
    const bounds = new Int32Array(vectors.length + 1);
    vectors.forEach(({ ids }, i) => (bounds[i + 1] = bounds[i]! + ids.length));
    const asked = {
      starts,
      bounds,
      ids: Int32Array.from(vectors.flatMap(({ ids }) => [...ids])),
      values: Float32Array.from(vectors.flatMap(({ values }) => [...values])),
    };
    return new Model(
      articles.map(({ id }) => id),
      vocabulary,
      classifier,
      asked,
      { ways: asking.length / Math.max(articles.length, 1), sentences: telltale / Math.max(articles.length, 1) },
      UNADJUSTED,
    );
  }

  private adjusted(adjustment: Adjustment): Model {
    return new Model(this.articles, this.vocabulary, this.classifier, this.asked, this.size, adjustment);
  }

  /** @throws when the bytes are no model, are not all of it, or were made by another version of Baton */
  static stored(bytes: Uint8Array<ArrayBuffer>): Model {
    const { about, sections } = unpacked(bytes);
    const { format, articles, size, adjustment } = about as About;
    if (format !== MODEL_FORMAT) throw new Error(`This model has format ${format}, not ${MODEL_FORMAT}.`);
    const numbers = <T>(name: string): T => sections[name] as T;
    return new Model(
      articles,
      Vocabulary.stored(numbers('slots'), numbers('slotIds'), numbers('weights'), articles.length),
      new Classifier(numbers('starts'), numbers('entryArticles'), numbers('entryWeights'), numbers('entryInside'), articles.length),
      { starts: numbers('askedStarts'), bounds: numbers('askedBounds'), ids: numbers('askedIds'), values: numbers('askedValues') },
      size,
      adjustment,
    );
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const about: About = { format: MODEL_FORMAT, articles: this.articles, size: this.size, adjustment: this.adjustment };
    const { vocabulary, classifier, asked } = this;
    return packed(about, {
      slots: vocabulary.slots,
      slotIds: vocabulary.ids,
      weights: vocabulary.weights,
      starts: classifier.starts,
      entryArticles: classifier.articles,
      entryWeights: classifier.weights,
      entryInside: classifier.inside,
      askedStarts: asked.starts,
      askedBounds: asked.bounds,
      askedIds: asked.ids,
      askedValues: asked.values,
    });
  }

  /** @returns null when nothing in the question occurs in any article */
  judge(question: string): Judgement | null {
    const vector = this.vocabulary.vector(question);
    if (vector.ids.length === 0) return null;
    const probabilities = this.classifier.probabilities(vector);
    // What the classifier has learned, and what the article itself says: each knows cases the other does not.
    const trust = Math.min(1, FEW_WAYS / this.size.ways);
    for (const article of this.likeliest(probabilities, LOOKED_AT_CLOSELY)) {
      const closeness = SAID * this.shareSaidBy(article, question) + LIKENESS * this.likeness(article, question);
      probabilities[article]! *= Math.exp(trust * closeness);
    }
    const total = probabilities.reduce((sum, probability) => sum + probability, 0);
    for (let a = 0; a < probabilities.length; a++) probabilities[a]! /= total;
    const [first, second] = this.likeliest(probabilities, 2);
    return {
      probabilities,
      signsFor: (article) => ({
        probability: probabilities[article]!,
        runnerUp: probabilities[article === first ? (second ?? this.articles.length) : first!]!,
        known: vector.known,
        articles: this.articles.length,
        askedInWaysPerArticle: this.size.ways,
        sentencesPerArticle: this.size.sentences,
      }),
    };
  }

  private likeliest(probabilities: Float64Array, count: number): number[] {
    return Array.from(this.articles.keys())
      .sort((a, b) => probabilities[b]! - probabilities[a]!)
      .slice(0, count);
  }

  /** How well each sentence answers the question: by what it says of what is asked, then by how alike the two are. */
  fitTo(question: string): (sentence: string) => number {
    const telling = [
      ...new Set(
        wordsOf(question)
          .filter((word) => !isCommon(word))
          .map(stem),
      ),
    ].map((stemmed) => ({
      feature: wordFeature(stemmed),
      meanings: meaningsOf(stemmed).map(meaningFeature),
      weight: this.vocabulary.weightOfId(this.vocabulary.idOf(wordFeature(stemmed))),
    }));
    const like = likenessTo(this.vocabulary.vector(question));
    return (sentence) => {
      const features = featuresOf(sentence);
      const said = telling.reduce((sum, { feature, meanings, weight }) => {
        if (features.has(feature)) return sum + weight;
        return meanings.some((meaning) => features.has(meaning)) ? sum + SAME_MEANING * weight : sum;
      }, 0);
      const { ids, values } = this.vocabulary.vector(sentence, (feature) => !isMeaning(feature));
      return said + like(ids, values);
    };
  }

  /** 0…1: cosine to the closest thing that is known to ask for the article. */
  private likeness(article: number, question: string): number {
    const like = likenessTo(this.vocabulary.vector(question, isTelling));
    const { starts, bounds, ids, values } = this.asked;
    let highest = 0;
    for (let i = starts[article]!; i < starts[article + 1]!; i++) {
      highest = Math.max(highest, like(ids.subarray(bounds[i], bounds[i + 1]), values.subarray(bounds[i], bounds[i + 1])));
    }
    return highest;
  }

  /** 0…1: how much of what the question is about, by weight of its telling words, occurs in the article, in these words or others. */
  private shareSaidBy(article: number, question: string): number {
    let total = 0;
    let said = 0;
    for (const word of new Set(wordsOf(question))) {
      if (isCommon(word)) continue;
      const stemmed = stem(word);
      const id = this.vocabulary.idOf(wordFeature(stemmed));
      const weight = this.vocabulary.weightOfId(id);
      total += weight;
      if (this.says(article, id)) said += weight;
      else if (meaningsOf(stemmed).some((meaning) => this.says(article, this.vocabulary.idOf(meaningFeature(meaning)))))
        said += SAME_MEANING * weight;
    }
    return total > 0 ? said / total : 0;
  }

  private says(article: number, id: number): boolean {
    return id >= 0 && this.classifier.contains(article, id);
  }
}

interface Sample {
  readonly article: number;
  readonly text: string;
  readonly weight: number;
}

function samplesOf({ title, questions, body }: Lore, article: number): Sample[] {
  const sample =
    (weight: number) =>
    (text: string): Sample => ({ article, text, weight });
  return [
    ...[title, ...questions].filter((text) => text !== '').map(sample(1)),
    ...sentencesOf(body).slice(0, SENTENCES_LEARNED).map(sample(BODY_WEIGHT)),
  ];
}
