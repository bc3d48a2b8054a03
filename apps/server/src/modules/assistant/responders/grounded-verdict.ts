import type { KnowledgeAnswer, Source, Verdict } from '#contracts';
import type { Excerpt } from '../../knowledge/index.js';
import type { Header } from './header.js';

/**
 * Logistic regression of "the answer is right" on what a model says of itself and on how sure the articles' own answer
 * is, each as a logit. Models are sure of themselves whether they are right or not, so their word counts for little and
 * the articles for much. Fitted against a stand-in model, see `scripts/eval/fit-header.ts` and docs/judgement.md.
 */
const FITTED = { base: -0.25, ownWord: 0.74, articles: 0.59 };
/** A model's word is taken to be no stronger than this. */
const STRONGEST_WORD = 0.97;
/** Neither articles nor a word of the model's. */
const UNKNOWN = 0.5;
/** A model that says it has no answer is believed. */
const UNANSWERED = 0.3;
/** From here on an article was certainly what the answer rests on, whether the model says so or not. */
const CLEARLY_ABOUT = 0.5;

/**
 * What to think of a model's answer: its own word, tempered by whether the website's articles bear on the question.
 * Without a header the articles alone decide; without articles there is only the model's word.
 */
export function verdictOn(header: Header | null, knowledge: KnowledgeAnswer, excerpts: readonly Excerpt[]): Verdict {
  const support = excerpts.length > 0 ? knowledge.confidence : null;
  const answered = header ? header.answered : support === null || knowledge.answered;
  const confidence = confidenceOf(header, support);
  return {
    confidence: answered ? confidence : Math.min(confidence, UNANSWERED),
    answered,
    topics: header?.topics ?? [],
    complexity: header?.complexity ?? null,
    sources: answered ? sourcesOf(header, knowledge, excerpts) : [],
  };
}

function confidenceOf(header: Header | null, support: number | null): number {
  if (header && support !== null) return together(header.confidence, support);
  return header ? Math.min(header.confidence, STRONGEST_WORD) : (support ?? UNKNOWN);
}

/** 0…1: of the answers given at 0.8, about 80 % are right. */
function together(ownWord: number, support: number): number {
  const [own, articles] = signsOf(ownWord, support);
  return 1 / (1 + Math.exp(-(FITTED.base + FITTED.ownWord * own + FITTED.articles * articles)));
}

/** What the regression reads. */
export function signsOf(ownWord: number, support: number): [ownWord: number, articles: number] {
  return [logit(ownWord), logit(support)];
}

function logit(probability: number): number {
  const p = Math.min(Math.max(probability, 1 - STRONGEST_WORD), STRONGEST_WORD);
  return Math.log(p / (1 - p));
}

function sourcesOf(header: Header | null, knowledge: KnowledgeAnswer, excerpts: readonly Excerpt[]): Source[] {
  const named = [...new Set(header?.sources ?? [])].flatMap((number) => excerpts[number - 1] ?? []);
  if (named.length === 0) return knowledge.answered && knowledge.confidence >= CLEARLY_ABOUT ? [...knowledge.sources] : [];
  return named.map(
    ({ articleId, title, url }) =>
      knowledge.sources.find((source) => source.articleId === articleId) ?? { articleId, title, ...(url ? { url } : {}) },
  );
}
