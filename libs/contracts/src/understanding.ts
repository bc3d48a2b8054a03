/** A piece of the text that speaks for a signal; offsets in UTF-16 code units of the original text. */
export interface TextEvidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What it stands for, e.g. `wish`, `person`, `negation`, `billing`. */
  readonly label: string;
}

/** `score` is 0…1. */
export interface Signal {
  readonly score: number;
  readonly evidence: readonly TextEvidence[];
}

/** The built-in topics; a website may have more of its own. */
export const TOPICS = ['billing', 'complaint', 'legal', 'safety', 'personal_data'] as const;
export type Topic = (typeof TOPICS)[number];

/** What can be told from one message alone. */
export interface MessageSignals {
  /** ISO 639-1, e.g. `en`; `und` when the text is too short to tell and no hint was given. */
  readonly language: string;
  readonly asksForHuman: Signal;
  /** By key: the built-in ones and the website's own. */
  readonly topics: Readonly<Record<string, Signal>>;
  readonly complexity: Signal;
  /** It only asks, and tells nothing. */
  readonly isQuestion: boolean;
  /** −1…1 */
  readonly sentiment: { readonly score: number; readonly evidence: readonly TextEvidence[] };
}
