/**
 * Fits what `confidenceFrom` rests on: `npm run eval:fit -- --data DIR`. From the data it makes knowledge bases of many
 * sizes, some with long bodies, asks them every other question of `answerable.jsonl`, and prints the coefficients of the
 * logistic regression of "the article found is the right one" on the signs.
 */
import { parseArgs } from 'node:util';
import { Answerer, type ArticleText } from '../../apps/server/src/modules/knowledge/answering/answerer.js';
import { logisticRegression, type Case } from '../../apps/server/src/modules/knowledge/answering/calibration.js';
import { readings, unanswerableShare } from '../../apps/server/src/modules/knowledge/answering/confidence.js';
import { Model } from '../../apps/server/src/modules/knowledge/answering/model.js';
import { articlesOf } from './answers.js';
import { readData, type EvalData, type Question } from './data.js';

const SIZES = [
  [1, 1],
  [1, 4],
  [2, 6],
  [3, 2],
  [3, 8],
  [5, 5],
  [8, 3],
  [10, 10],
  [20, 5],
  [20, 20],
  [50, 5],
  [50, 10],
  [150, 5],
  [150, 10],
  [150, 30],
  [60, 100],
] as const;
/** Small bases are cheap and differ: many of them. Questions asked of all bases of one size. */
const ASKED_PER_SIZE = 700;

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) throw new Error('Name the folder with the data: npm run eval:fit -- --data DIR');
const data = readData(values.data);
const questions = data.answerable.filter((_, i) => i % 2 === 0);
const random = generator(11);

const cases: Case[] = [];
for (const [articles, ways] of SIZES) {
  for (const withBodies of [false, true]) {
    const ofSize: Case[] = [];
    for (let i = 0; ofSize.length < ASKED_PER_SIZE && i < 60; i += 1) ofSize.push(...asked(someArticles(data, articles, ways, withBodies)));
    // Every size counts alike.
    const total = ofSize.reduce((sum, { weight }) => sum + weight, 0);
    cases.push(...ofSize.map((one) => ({ ...one, weight: (one.weight * ASKED_PER_SIZE) / total })));
  }
}
console.log(`${cases.length} questions`);
console.log(logisticRegression(cases, { ridge: 0.5 }).map((value) => Number(value.toFixed(3))));

/** A knowledge base of that size; with bodies, other questions of an article stand in for what it says. */
function someArticles(from: EvalData, count: number, ways: number, withBodies: boolean): ArticleText[] {
  const all = articlesOf(from, Infinity);
  const chosen = shuffled(all).slice(0, count);
  return chosen.map((article) => {
    const mixed = shuffled(article.questions);
    return {
      ...article,
      questions: mixed.slice(0, ways),
      title: mixed[ways] ?? article.title,
      body: withBodies ? mixed.slice(ways + 1, ways + 31).join('.\n') : article.body,
    };
  });
}

function asked(articles: readonly ArticleText[]): Case[] {
  const answerer = new Answerer(Model.untested(articles), articles);
  const ids = new Set(articles.map(({ id }) => id));
  const inside = shuffled(questions.filter(({ article }) => article !== null && ids.has(article))).slice(0, 300);
  const outside = shuffled(questions.filter(({ article }) => article === null || !ids.has(article))).slice(0, Math.max(20, inside.length));
  const share = unanswerableShare(articles.length);
  const weight = (share / (1 - share)) * (inside.length / outside.length);
  return [...inside.flatMap((question) => caseOf(answerer, question, 1)), ...outside.flatMap((question) => caseOf(answerer, question, weight))];
}

function caseOf(answerer: Answerer, { text, article }: Question, weight: number): Case[] {
  const found = answerer.answer(text, 'en');
  return found ? [{ readings: readings(found.signs), right: found.findings[0].article.id === article, weight }] : [];
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
