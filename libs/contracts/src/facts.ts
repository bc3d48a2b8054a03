/** When rules are asked: before the AI is, on what it would say, or by the clock. Which facts are known depends on it. */
export type RuleStage = 'before_reply' | 'after_reply' | 'clock';

export type FactType = 'string' | 'number' | 'boolean' | 'string[]';

export const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'containsAny',
  'startsWith',
  'endsWith',
  'matches',
  'between',
  'exists',
  'before',
  'after',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** One fact a rule may ask about: the single source for the UI, the validator and the docs. */
export interface FactDefinition {
  /** e.g. `ai.confidence`; a trailing `.*` stands for any attribute name. */
  readonly name: string;
  readonly label: string;
  readonly type: FactType;
  /** e.g. `seconds`, `share 0…1` */
  readonly unit?: string;
  readonly operators: readonly Operator[];
  readonly values?: readonly (string | number | boolean)[];
  /** A website may have more values than these. */
  readonly valuesPerWebsite?: true;
  readonly example: string | number | boolean | readonly string[];
  readonly stages: readonly RuleStage[];
}

export type FactValue = string | number | boolean | readonly string[] | null | undefined;
/** What was true when a rule was asked. Absent facts are undefined, never guessed. */
export type Facts = Readonly<Record<string, FactValue>>;
