/**
 * Fits how much a model's own word counts beside the articles: `npm run eval:fit-header -- --data DIR`. The stand-in of
 * the tests answers the questions of DIR, from articles with five and with all questions; prints the coefficients.
 */
import { parseArgs } from 'node:util';
import { logisticRegression, type Case } from '../../apps/server/src/modules/knowledge/answering/calibration.js';
import { Answerer } from '../../apps/server/src/modules/knowledge/answering/answerer.js';
import { Model } from '../../apps/server/src/modules/knowledge/answering/model.js';
import { readHeader } from '../../apps/server/src/modules/assistant/responders/header.js';
import { signsOf } from '../../apps/server/src/modules/assistant/responders/grounded-verdict.js';
import { cocksureReply } from '../../test/fakes/cocksure-model.js';
import { articlesOf } from './answers.js';
import { readData } from './data.js';

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (!values.data) throw new Error('Name the folder with the data: npm run eval:fit-header -- --data DIR');
const data = readData(values.data);

const cases: Case[] = [];
for (const ways of [5, Infinity]) {
  const articles = articlesOf(data, ways);
  const answerer = new Answerer(Model.learn(articles), articles);
  for (const { text, article } of data.answerable.filter((_, i) => i % 2 === 0)) {
    const found = answerer.answer(text, 'en');
    const given = found?.findings.some((finding) => finding.article.id === article) ?? false;
    const { right, behaviour } = cocksureReply(text, article !== null && given);
    if (behaviour.kind !== 'say' || typeof behaviour.text !== 'string') continue;
    const reading = readHeader(behaviour.text, true);
    if (reading.kind !== 'header' || !reading.header.answered) continue;
    cases.push({ readings: [1, ...signsOf(reading.header.confidence, found?.confidence ?? 0)], right, weight: 1 });
  }
}
const [base, ownWord, articles] = logisticRegression(cases, { ridge: 1 });
console.log(`${cases.length} answers`, { base, ownWord, articles });
