import type { KnowledgeAnswer, Source, Verdict } from '#contracts';
import type { Excerpt } from '../../knowledge/index.js';
import type { Header } from './header.js';

/** How much of a model's word for itself counts when no article bears it out. */
const UNSUPPORTED = 0.7;
/** Nothing is certain because a model says so. */
const MOST = 0.98;
/** A model that says it has no answer is believed. */
const UNANSWERED = 0.3;
/** From here on an article was certainly what the answer rests on, whether the model says so or not. */
const CLEARLY_ABOUT = 0.5;
const UNKNOWN = 0.5;

/**
 * What to think of a model's answer: its own word, tempered by whether the website's articles bear on the question.
 * Without a header the articles alone decide; without articles there is only the model's word.
 */
export function verdictOn(header: Header | null, knowledge: KnowledgeAnswer, excerpts: readonly Excerpt[]): Verdict {
  const support = excerpts.length > 0 ? knowledge.confidence : null;
  const answered = header ? header.answered : support === null || knowledge.answered;
  const confidence = header ? header.confidence * (support === null ? 1 : UNSUPPORTED + (1 - UNSUPPORTED) * support) : (support ?? UNKNOWN);
  return {
    confidence: Math.min(confidence, answered ? MOST : UNANSWERED),
    answered,
    topics: header?.topics ?? [],
    complexity: header?.complexity ?? null,
    sources: answered ? sourcesOf(header, knowledge, excerpts) : [],
  };
}

function sourcesOf(header: Header | null, knowledge: KnowledgeAnswer, excerpts: readonly Excerpt[]): Source[] {
  const named = [...new Set(header?.sources ?? [])].flatMap((number) => excerpts[number - 1] ?? []);
  if (named.length === 0) return knowledge.answered && knowledge.confidence >= CLEARLY_ABOUT ? [...knowledge.sources] : [];
  return named.map(
    ({ articleId, title, url }) =>
      knowledge.sources.find((source) => source.articleId === articleId) ?? { articleId, title, ...(url ? { url } : {}) },
  );
}
