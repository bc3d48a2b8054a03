import { Answerer, type ArticleText } from '../../apps/server/src/modules/knowledge/answering/answerer.js';
import { Model } from '../../apps/server/src/modules/knowledge/answering/model.js';
import type { EvalData } from './data.js';
import { auroc, calibrationError, recallAt10, reliability, type Bin } from './measures.js';

export interface AnswerFigures {
  readonly accuracy: number;
  readonly auroc: number;
  readonly outOfScopeRecallAt10: number;
  readonly bins: readonly Bin[];
  readonly calibrationError: number;
  readonly millisPerAnswer: number;
  readonly trainSeconds: number;
  readonly answers: readonly JudgedAnswer[];
}

export interface JudgedAnswer {
  readonly text: string;
  readonly expected: string | null;
  readonly given: string | null;
  readonly confidence: number;
  readonly right: boolean;
}

/** Learns the articles with the first `ways` questions of each, as the server does, and asks what is to be answered. */
export function judgeAnswers(data: EvalData, ways: number): AnswerFigures {
  const began = performance.now();
  const articles = articlesOf(data, ways);
  const answerer = new Answerer(Model.learn(articles), articles);
  const trainSeconds = (performance.now() - began) / 1000;
  for (const { text } of data.answerable.slice(0, 50)) answerer.answer(text, 'en');
  const asked = performance.now();
  const found = data.answerable.map(({ text }) => answerer.answer(text, 'en'));
  const millisPerAnswer = (performance.now() - asked) / data.answerable.length;
  const answers = data.answerable.map(({ text, article }, i) => {
    const given = found[i]?.findings[0].article.id ?? null;
    return { text, expected: article, given, confidence: found[i]?.confidence ?? 0, right: article !== null && given === article };
  });
  const answerable = answers.filter(({ expected }) => expected !== null);
  const answerableSure = answerable.map(({ confidence }) => confidence);
  const outside = answers.filter(({ expected }) => expected === null).map(({ confidence }) => confidence);
  const bins = reliability(answers);
  return {
    accuracy: answerable.filter(({ right }) => right).length / answerable.length,
    auroc: auroc(answerableSure, outside),
    outOfScopeRecallAt10: recallAt10(answerableSure, outside),
    bins,
    calibrationError: calibrationError(bins),
    millisPerAnswer,
    trainSeconds,
    answers,
  };
}

/** Where the data names nothing but questions, an article is nothing but its questions: it has neither title nor body. */
export function articlesOf({ knowledgeQuestions, articles }: Pick<EvalData, 'knowledgeQuestions' | 'articles'>, ways: number): ArticleText[] {
  const questions = new Map<string, string[]>(articles.map(({ article }) => [article, []]));
  for (const { text, article } of knowledgeQuestions) {
    const own = questions.get(article) ?? [];
    questions.set(article, own);
    if (own.length < ways) own.push(text);
  }
  const texts = new Map(articles.map((article) => [article.article, article]));
  return [...questions].map(([id, own]) => {
    const { title = '', body = '', language = 'en' } = texts.get(id) ?? {};
    return { id, title, body, language, questions: own, url: null };
  });
}
