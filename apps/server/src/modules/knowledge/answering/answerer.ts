import { confidenceFrom, type Signs } from './confidence.js';
import type { Lore } from './lore.js';
import { Model } from './model.js';
import { passageFor, type Passage } from './passage.js';

/** An article as it is answered from. */
export interface ArticleText extends Lore {
  /** Two letters. */
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

/** How near an article in the visitor's language must come to the best one to be preferred. */
const NEAR_ENOUGH = 0.5;
const FINDINGS = 3;
/** What comes later in a wall of text is not read. Characters. */
const LONGEST_QUESTION = 4000;

/** Answers questions from a website's published articles as they stand, by what was learned from them. */
export class Answerer {
  /** In the model's order; undefined where an article is no longer published. */
  private readonly articles: readonly (ArticleText | undefined)[];

  /** @param articles what may be said; one the model does not know is not found, one that is missing here is not answered from */
  constructor(
    private readonly model: Model,
    articles: readonly ArticleText[],
  ) {
    const byId = new Map(articles.map((article) => [article.id, article]));
    this.articles = model.articles.map((id) => byId.get(id));
  }

  /**
   * @param language two letters, decides between articles that fit about equally well
   * @returns null when nothing in the question occurs in any article
   */
  answer(text: string, language: string): Found | null {
    const question = text.slice(0, LONGEST_QUESTION);
    const judgement = this.model.judge(question);
    if (!judgement) return null;
    const [best, ...others] = this.best(judgement.probabilities, language);
    if (best === undefined) return null;
    const finding = (index: number): Finding => ({ article: this.articles[index]!, probability: judgement.probabilities[index]! });
    const signs = judgement.signsFor(best);
    return {
      confidence: confidenceFrom(signs, this.model.adjustment),
      signs,
      passage: passageFor(this.articles[best]!.body, this.model.fitTo(question)),
      findings: [finding(best), ...others.map(finding)],
    };
  }

  private best(probabilities: Float64Array, language: string): number[] {
    const top = Array.from(this.articles.keys())
      .filter((index) => this.articles[index])
      .sort((a, b) => probabilities[b]! - probabilities[a]!)
      .slice(0, FINDINGS);
    const nearest = probabilities[top[0]!]! * NEAR_ENOUGH;
    const own = top.findIndex((index) => this.articles[index]!.language === language && probabilities[index]! >= nearest);
    return own > 0 ? [top[own]!, ...top.toSpliced(own, 1)] : top;
  }
}
