import { Classifier, type Lesson } from './classifier.js';
import { confidenceFrom, type Signs } from './confidence.js';
import { EVERYDAY_LINES } from './everyday.js';
import { passageFor, type Passage } from './passage.js';
import { likenessTo, Vocabulary, type Sample, type Vector } from './vocabulary.js';
import { sentencesOf } from './words.js';

/** What the answerer learns an article from. */
export interface ArticleText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly questions: readonly string[];
  readonly language: string;
  readonly url: string | null;
}

export interface Finding {
  readonly article: ArticleText;
  /** 0…1, of all articles and "none" together 1 */
  readonly probability: number;
}

/** The answer to one question: the article that fits best, however badly; `confidence` says how well. */
export interface Found {
  readonly confidence: number;
  /** What the confidence rests on. */
  readonly signs: Signs;
  readonly passage: Passage;
  /** Best first; the first is the one answered from. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/** How much a sentence of the body counts beside a title or a question when learning: it says things, it does not ask. */
const BODY_WEIGHT = 0.4;
const EVERYDAY_WEIGHT = 0.5;
/** Later sentences are found when quoting, but do not teach: an article is recognised by its beginning. */
const SENTENCES_LEARNED = 40;
/** How near an article in the visitor's language must come to the best one to be preferred. */
const NEAR_ENOUGH = 0.5;
const FINDINGS = 3;

/** Knows a website's published articles and answers questions from them. The same articles make the same answerer. */
export class Answerer {
  private constructor(
    private readonly articles: readonly ArticleText[],
    private readonly vocabulary: Vocabulary,
    private readonly classifier: Classifier,
    /** By article: its title and questions. */
    private readonly askedBy: readonly (readonly Vector[])[],
    private readonly askedInWaysPerArticle: number,
  ) {}

  /** Learns step by step: the caller decides when to go on, so that many articles do not hold up the process. */
  static *learn(articles: readonly ArticleText[]): Generator<void, Answerer> {
    const samples = [...articles.flatMap(samplesOf), ...EVERYDAY_LINES.map((text) => ({ article: articles.length, text, weight: EVERYDAY_WEIGHT }))];
    const vocabulary = yield* Vocabulary.of(samples, articles.length);
    const lessons: Lesson[] = [];
    for (const { article, text, weight } of samples) {
      lessons.push({ article, weight, vector: vocabulary.vector(text) });
      yield;
    }
    const classifier = yield* Classifier.learn(vocabulary, articles.length, lessons);
    const askedBy: Vector[][] = articles.map(() => []);
    for (const { article, vector, weight } of lessons) if (weight === 1) askedBy[article]!.push(vector);
    const ways = articles.reduce((sum, { questions }) => sum + 1 + questions.length, 0);
    return new Answerer(articles, vocabulary, classifier, askedBy, ways / Math.max(articles.length, 1));
  }

  /**
   * @param language two letters, decides between articles that fit about equally well
   * @returns null when nothing in the question occurs in any article
   */
  answer(question: string, language: string): Found | null {
    const asked = this.vocabulary.vector(question);
    if (asked.ids.length === 0) return null;
    const findings = this.findings(asked, language);
    const [best] = findings;
    if (!best) return null;
    const article = this.articles.indexOf(best.article);
    const like = likenessTo(asked);
    const signs: Signs = {
      probability: best.probability,
      likeness: this.askedBy[article]!.reduce((highest, vector) => Math.max(highest, like(vector)), 0),
      said: this.vocabulary.shareSaidBy(article, question),
      articles: this.articles.length,
      askedInWaysPerArticle: this.askedInWaysPerArticle,
    };
    return {
      confidence: confidenceFrom(signs),
      signs,
      passage: passageFor(best.article.body, (sentence) => like(this.vocabulary.vector(sentence))),
      findings: [best, ...findings.slice(1)],
    };
  }

  private findings(asked: Vector, language: string): Finding[] {
    const probabilities = this.classifier.probabilities(asked);
    const found = this.articles.map((article, i): Finding => ({ article, probability: probabilities[i]! }));
    found.sort((a, b) => b.probability - a.probability);
    const top = found.slice(0, FINDINGS);
    const own = top.findIndex(({ article, probability }) => article.language === language && probability >= top[0]!.probability * NEAR_ENOUGH);
    return own > 0 ? [top[own]!, ...top.toSpliced(own, 1)] : top;
  }
}

function samplesOf({ title, questions, body }: ArticleText, article: number): Sample[] {
  const sample =
    (weight: number) =>
    (text: string): Sample => ({ article, text, weight });
  return [...[title, ...questions].map(sample(1)), ...sentencesOf(body).slice(0, SENTENCES_LEARNED).map(sample(BODY_WEIGHT))];
}
