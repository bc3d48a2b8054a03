import { unanswerableShare } from '../../apps/server/src/modules/knowledge/answering/confidence.js';
import { judgeAnswers, type AnswerFigures } from './answers.js';
import type { EvalData } from './data.js';
import { reliability, calibrationError, auroc, recallAt10 } from './measures.js';

const SIZES = [3, 5, 10, 20];
const WAYS = 5;

/**
 * The same questions asked of small knowledge bases: the articles in groups of 3, 5, 10 and 20, five questions each; what
 * belongs to other groups has no answer. As many of these are asked as fits a website of that size.
 */
export function judgeSmallBases(data: EvalData): AnswerFigures {
  const ids = [...new Set([...data.articles, ...data.knowledgeQuestions].map(({ article }) => article))];
  const parts = SIZES.flatMap((size) =>
    Array.from({ length: Math.min(6, Math.floor(ids.length / size)) }, (_, group) => judgeAnswers(groupOf(data, ids, size, group), WAYS)),
  );
  const answers = parts.flatMap((part) => part.answers);
  const answerable = answers.filter(({ expected }) => expected !== null);
  const sure = answerable.map(({ confidence }) => confidence);
  const outside = answers.filter(({ expected }) => expected === null).map(({ confidence }) => confidence);
  const bins = reliability(answers);
  const mean = (value: (part: AnswerFigures) => number): number => parts.reduce((sum, part) => sum + value(part), 0) / parts.length;
  return {
    accuracy: answerable.filter(({ right }) => right).length / answerable.length,
    auroc: auroc(sure, outside),
    outOfScopeRecallAt10: recallAt10(sure, outside),
    bins,
    calibrationError: calibrationError(bins),
    millisPerAnswer: mean(({ millisPerAnswer }) => millisPerAnswer),
    trainSeconds: mean(({ trainSeconds }) => trainSeconds),
    answers,
  };
}

function groupOf(data: EvalData, ids: readonly string[], size: number, group: number): EvalData {
  // Every so many-th: neighbours in the file may be of one kind.
  const step = Math.floor(ids.length / size);
  const chosen = new Set(Array.from({ length: size }, (_, i) => ids[group + i * step]!));
  const inside = data.answerable.filter(({ article }) => article !== null && chosen.has(article));
  const outside = data.answerable.filter(({ article }) => article === null || !chosen.has(article)).map(({ text }) => ({ text, article: null }));
  const wanted = Math.round((inside.length * unanswerableShare(size)) / (1 - unanswerableShare(size)));
  const every = Math.max(1, outside.length / Math.max(1, wanted));
  return {
    ...data,
    articles: data.articles.filter(({ article }) => chosen.has(article)),
    knowledgeQuestions: data.knowledgeQuestions.filter(({ article }) => chosen.has(article)),
    answerable: [...inside, ...Array.from({ length: Math.min(wanted, outside.length) }, (_, i) => outside[Math.floor(i * every)]!)],
  };
}
