import { LIKELY, understand } from '#understanding';
import type { MessageSignals } from '#contracts';
import type { Utterance } from './data.js';
import { scoresOf, type Scores } from './measures.js';

export const LABELS = ['requested', 'billing', 'complaint'] as const;
export type Label = (typeof LABELS)[number];

export interface UtteranceFigures {
  readonly scores: Readonly<Record<Label, Scores>>;
  readonly millisPerMessage: number;
  readonly mistakes: readonly { readonly label: Label; readonly text: string; readonly missed: boolean }[];
}

/** Judges the messages as the server does before the AI is asked. */
export function judgeUtterances(utterances: readonly Utterance[]): UtteranceFigures {
  // Once without a clock: the first readings build what later ones use.
  for (const { text } of utterances.slice(0, 200)) understand(text);
  const began = performance.now();
  const heard = utterances.map(({ text, locale }) => understand(text, locale ? { localeHint: locale } : {}));
  const millisPerMessage = (performance.now() - began) / utterances.length;
  const cases = (label: Label) =>
    utterances.map((utterance, i) => ({ text: utterance.text, is: utterance.labels.includes(label), said: says(heard[i]!, label) }));
  return {
    scores: { requested: scoresOf(cases('requested')), billing: scoresOf(cases('billing')), complaint: scoresOf(cases('complaint')) },
    millisPerMessage,
    mistakes: LABELS.flatMap((label) =>
      cases(label)
        .filter(({ is, said }) => is !== said)
        .map(({ text, is }) => ({ label, text, missed: is })),
    ),
  };
}

function says(signals: MessageSignals, label: Label): boolean {
  const signal = label === 'requested' ? signals.asksForHuman : signals.topics[label];
  return (signal?.score ?? 0) >= LIKELY;
}
