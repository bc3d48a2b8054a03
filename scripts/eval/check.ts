import type { AnswerFigures } from './answers.js';
import { LABELS, type UtteranceFigures } from './utterances.js';

/** The figures of a set as they were when they were recorded, and how much worse they may become. */
export interface Expected {
  readonly tolerance: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** Bigger is better in all of them. */
export function expectationsOf(understood: UtteranceFigures, answered: Readonly<Record<string, AnswerFigures>>): Record<string, number> {
  return {
    ...Object.fromEntries(LABELS.map((label) => [`${label} F1`, rounded(understood.scores[label].f1)])),
    ...Object.fromEntries(
      Object.entries(answered).flatMap(([name, { accuracy, auroc, calibrationError }]) => [
        [`${name} accuracy`, rounded(accuracy)],
        [`${name} AUROC`, rounded(auroc)],
        [`${name} 1 − ECE`, rounded(1 - calibrationError)],
      ]),
    ),
  };
}

/** One line for each figure that fell, or is no longer measured. */
export function dropsFrom({ tolerance, figures }: Expected, now: Readonly<Record<string, number>>): string[] {
  return Object.entries(figures).flatMap(([name, expected]) => {
    const is = now[name];
    if (is === undefined) return [`${name} is no longer measured.`];
    return is >= expected - tolerance ? [] : [`${name} fell to ${is} from ${expected}; ${tolerance} less would have been tolerated.`];
  });
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
