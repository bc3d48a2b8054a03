/** What speaks for an answer. */
export interface Signs {
  /** 0…1, what the classifier and a close look at the article make of it */
  readonly probability: number;
  /** 0…1, of the article that came second */
  readonly runnerUp: number;
  /** 0…1, how much of the question occurs in any article */
  readonly known: number;
  readonly articles: number;
  /** titles and questions, on average */
  readonly askedInWaysPerArticle: number;
  /** of bodies, on average, as far as they are learned */
  readonly sentencesPerArticle: number;
}

/** How a website's own articles shift what the signs say: the straight line through the logits that fits them best. */
export interface Adjustment {
  readonly slope: number;
  readonly shift: number;
}
export const UNADJUSTED: Adjustment = { slope: 1, shift: 0 };

/** The sizes the fit has seen; beyond them it does not extrapolate. */
const MOST_ARTICLES = 1000;
const MOST_WAYS = 100;

/** The signs as the regression reads them, a constant first. */
export function readings(signs: Signs): number[] {
  const p = logit(signs.probability);
  const articles = Math.log(Math.min(signs.articles, MOST_ARTICLES));
  const ways = Math.log(Math.min(signs.askedInWaysPerArticle, MOST_WAYS));
  const sentences = Math.log(1 + signs.sentencesPerArticle);
  return [
    1,
    p,
    logit(signs.probability / (signs.probability + signs.runnerUp)),
    signs.known,
    articles,
    ways,
    sentences,
    p * ways,
    p * sentences,
    p * articles,
    signs.known * articles,
  ];
}

const FITTED = [-0.426, 0.875, 0.1, 1.971, 0.462, -0.393, -0.387, 0.092, 0.034, -0.024, -0.445];

/** 0…1: of the answers given at 0.8, about 80 % are right. */
export function confidenceFrom(signs: Signs, { slope, shift }: Adjustment = UNADJUSTED): number {
  return logistic(slope * evidenceOf(signs) + shift);
}

/** What the signs say together, as a logit. */
export function evidenceOf(signs: Signs): number {
  return readings(signs).reduce((total, reading, i) => total + reading * FITTED[i]!, 0);
}

/**
 * What is asked and has no answer, of everything asked: an assumption, because it decides what a confidence means. A few
 * articles answer little of what visitors ask.
 */
export function unanswerableShare(articles: number): number {
  return 0.1 + 0.4 / (1 + articles / 10);
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

export function logit(probability: number): number {
  const p = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(p / (1 - p));
}
