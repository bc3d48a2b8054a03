/**
 * Measures how well messages are understood and questions answered, with the very code the server runs.
 *
 *     npm run eval -- --data DIR [--json FILE] [--mistakes] [--check [--record]]
 *
 * DIR holds `utterances.jsonl` {text, labels, locale?}, `knowledge-questions.jsonl` {text, article}, `answerable.jsonl`
 * {text, article | null} and, where articles say something themselves, `articles.jsonl` {article, title, body, language?}.
 * Articles without a line there are nothing but their questions: what an article is called in the data is not told to the
 * responder. `--check` compares with DIR/expected.json and fails on a drop beyond the tolerance written there; `--record`
 * writes the figures there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeAnswers, type AnswerFigures } from './answers.js';
import { dropsFrom, expectationsOf, type Expected } from './check.js';
import { readData } from './data.js';
import { judgeSmallBases } from './small-bases.js';
import { answerTable, reliabilityTable, utteranceTable } from './table.js';
import { judgeUtterances } from './utterances.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    mistakes: { type: 'boolean' },
    check: { type: 'boolean' },
    record: { type: 'boolean' },
  },
});
if (!values.data) {
  console.error('Name the folder with the data: npm run eval -- --data DIR');
  process.exit(2);
}
const data = readData(values.data);
const understood = judgeUtterances(data.utterances);
const answered = { all: judgeAnswers(data, Infinity), ten: judgeAnswers(data, 10), five: judgeAnswers(data, 5) };
const withSmall = { ...answered, small: judgeSmallBases(data) };

console.log(
  `${data.utterances.length} utterances, ${data.knowledgeQuestions.length} questions of articles, ${data.answerable.length} questions asked\n`,
);
console.log(`${utteranceTable(understood)}\n\n${answerTable(withSmall)}\n\n${reliabilityTable(withSmall)}`);
if (values.mistakes) {
  for (const { label, text, missed } of understood.mistakes) console.log(`${missed ? 'missed' : 'imagined'} ${label}: ${text}`);
  for (const { text, expected, given, confidence, right } of answered.all.answers) {
    if (!right && (expected !== null || confidence >= 0.5)) console.log(`${text}: ${given} (${confidence.toFixed(2)}), not ${expected}`);
  }
}

const summary = ({ accuracy, auroc, outOfScopeRecallAt10 }: AnswerFigures) => ({ accuracy, auroc, outOfScopeRecallAt10 });
const report = {
  ...understood.scores,
  answerable: { all: summary(answered.all), ten: summary(answered.ten), five: summary(answered.five) },
  millisPerMessage: understood.millisPerMessage,
  millisPerAnswer: answered.all.millisPerAnswer,
  trainSeconds: answered.all.trainSeconds,
};
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);

if (values.check) {
  const path = join(values.data, 'expected.json');
  const figures = expectationsOf(understood, withSmall);
  if (values.record) writeFileSync(path, `${JSON.stringify({ tolerance: 0.02, figures } satisfies Expected, null, 2)}\n`);
  const drops = dropsFrom(JSON.parse(readFileSync(path, 'utf8')) as Expected, figures);
  for (const drop of drops) console.error(drop);
  if (drops.length > 0) process.exit(1);
  console.log('\nNothing is worse than expected.');
}
