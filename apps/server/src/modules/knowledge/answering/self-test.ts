import { logisticRegression, type Case } from './calibration.js';
import { evidenceOf, UNADJUSTED, unanswerableShare, type Adjustment } from './confidence.js';
import type { Judgement, Lore } from './lore.js';

/** Every so many-th question of an article is asked instead of learned … */
const QUESTION_ASKED = 4;
/** … and every so many-th article is left out altogether: what is asked of it then has no answer. */
const ARTICLE_LEFT_OUT = 8;
/** Fewer questions tell nothing that the general fit does not know better. */
const FEWEST_ASKED = 10;
/** More would take longer than they are worth: so large a knowledge base is what the general fit knows best. */
const MOST_ASKED = 5000;
/** How much the general fit weighs against a website's own questions. */
const TRUST_IN_THE_GENERAL = 10;

/**
 * Lets a website's articles test themselves: learned without some of the questions, are these answered right, and how
 * sure was that? The confidence is then shifted so that it says what is true here; with few questions, hardly.
 */
export function adjustmentBy(
  articles: readonly Lore[],
  learn: (articles: readonly Lore[]) => { judge(question: string): Judgement | null },
): Adjustment {
  const isLeftOut = (article: number): boolean => article % ARTICLE_LEFT_OUT === ARTICLE_LEFT_OUT - 1;
  const isAsked = (question: number): boolean => question % QUESTION_ASKED === QUESTION_ASKED - 1;
  const kept = articles.filter((_, i) => !isLeftOut(i));
  const answerable = kept.flatMap(({ questions }, article) => questions.filter((_, i) => isAsked(i)).map((text) => ({ text, article })));
  if (answerable.length < FEWEST_ASKED || answerable.length > MOST_ASKED) return UNADJUSTED;
  const unanswerable = articles.flatMap(({ questions }, i) => (isLeftOut(i) ? questions.filter((_, j) => isAsked(j)) : []));
  const share = unanswerableShare(articles.length);
  const weight = (share / (1 - share)) * (answerable.length / Math.max(unanswerable.length, 1));
  const model = learn(kept.map((article) => ({ ...article, questions: article.questions.filter((_, i) => !isAsked(i)) })));
  const cases = [
    ...answerable.flatMap(({ text, article }) => caseOf(model.judge(text), article, 1)),
    ...unanswerable.flatMap((text) => caseOf(model.judge(text), null, weight)),
  ];
  const [shift, slope] = logisticRegression(cases, { ridge: TRUST_IN_THE_GENERAL, towards: [0, 1] }) as [number, number];
  return { slope, shift };
}

function caseOf(judgement: Judgement | null, article: number | null, weight: number): Case[] {
  if (!judgement) return [];
  const articles = judgement.probabilities.subarray(0, -1);
  const best = articles.indexOf(Math.max(...articles));
  return [{ readings: [1, evidenceOf(judgement.signsFor(best))], right: best === article, weight }];
}
