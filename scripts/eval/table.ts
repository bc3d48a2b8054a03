import type { AnswerFigures } from './answers.js';
import { LABELS, type UtteranceFigures } from './utterances.js';

const share = (value: number): string => value.toFixed(3);

export function utteranceTable({ scores, millisPerMessage }: UtteranceFigures): string {
  const rows = LABELS.map((label) => [label, share(scores[label].precision), share(scores[label].recall), share(scores[label].f1)]);
  return `${columns([['understood', 'precision', 'recall', 'F1'], ...rows])}\n${millisPerMessage.toFixed(3)} ms a message`;
}

export function answerTable(figures: Readonly<Record<string, AnswerFigures>>): string {
  const rows = Object.entries(figures).map(([name, one]) => [
    name,
    share(one.accuracy),
    share(one.auroc),
    share(one.outOfScopeRecallAt10),
    share(one.calibrationError),
    one.millisPerAnswer.toFixed(3),
    one.trainSeconds.toFixed(2),
  ]);
  return columns([['answered', 'accuracy', 'AUROC', 'refused at 10 %', 'ECE', 'ms an answer', 's to learn'], ...rows]);
}

/** Of the answers given at a confidence, how many are right; with how many there were. */
export function reliabilityTable(figures: Readonly<Record<string, AnswerFigures>>): string {
  const names = Object.keys(figures);
  const bands = figures[names[0]!]!.bins.map((bin, i) => [
    `${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`,
    ...names.map((name) => {
      const { answers, confidence, right } = figures[name]!.bins[i]!;
      return answers === 0 ? '–' : `${share(confidence)} → ${share(right)} (${answers})`;
    }),
  ]);
  return columns([['confidence', ...names.map((name) => `${name}: said → right (n)`)], ...bands]);
}

function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows.map((row) => row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('   ')).join('\n');
}
