import type { Topic } from '#contracts';

/**
 * A way to say something, and how sure it makes us (0…1). Elements are separated by spaces: `word`, `@class`, `a|b`
 * (either), `x?` (may be missing), `..3` (up to three words of any kind), `^` and `$` (start and end of the sentence).
 */
export type Phrase = readonly [score: number, pattern: string];

/**
 * What one language needs to be understood: data, no code. Words are written lower case and may carry accents or not;
 * `stem*` stands for every word that begins so.
 */
export interface LanguagePack {
  /** ISO 639-1 */
  readonly language: string;
  /**
   * Word lists by class. Classes with a meaning of their own: `person` (who is asked for), `thingBefore` and `thingAfter`
   * (beside these a `person` word means a thing: *monitoring* agent, agent *version*), `of` (what may stand between: agente
   * *de* viajes), `negation`, `reach` (what a
   * negation reaches through: not *want to* talk), `ability` (after these a negation complains, it does not decline:
   * *cannot* talk), `lead` (may stand before a
   * question: *and* how, *until* when), `glue` (small words that people run together with the next: talk *to*somebody), `stop` (says nothing about
   * what a question is about), `pleased`, `upset`, `very`, `question`, `step`.
   */
  readonly words: Readonly<Record<string, string>>;
  /** Ordinary words that differ by one letter from a listed one, so that they are not taken for its misspelling. */
  readonly notTypos: string;
  readonly asksForHuman: readonly Phrase[];
  /** What only looks like a signal: *are you a* human, *was talking to an* agent, *warranty* claim. Patterns without scores. */
  readonly lookalikes: Readonly<Partial<Record<Topic | 'asksForHuman', readonly string[]>>>;
  readonly topics: Readonly<Record<Topic, readonly Phrase[]>>;
}
