import type { FactValue, Operator } from '#contracts';
import { compareMoments } from './moments.js';
import { matcher } from './patterns.js';

/** `value` is what validation let through for the operator. */
export type OperatorTest = (fact: FactValue, value: never) => boolean;

/** Text is compared as people read it: composed, and without regard to case. `equal`, `in` and `matches` stay exact. */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function isList(fact: FactValue): fact is readonly string[] {
  return Array.isArray(fact);
}

const number =
  (test: (fact: number, value: number) => boolean): OperatorTest =>
  (fact, value) =>
    typeof fact === 'number' && test(fact, value);
const text =
  (test: (fact: string, value: string) => boolean): OperatorTest =>
  (fact, value) =>
    typeof fact === 'string' && test(folded(fact), folded(value));

const contains = (fact: FactValue, value: string): boolean =>
  isList(fact) ? fact.includes(value) : typeof fact === 'string' && folded(fact).includes(folded(value));
const within = (fact: FactValue, values: readonly FactValue[]): boolean => values.includes(fact);

/**
 * What each operator means. An absent fact has no value, so every comparison with it is false; the negative operators
 * (`notEqual`, `notIn`, `doesNotContain`) are exact negations and therefore true, as is `exists` with false. The same
 * holds for a fact of another type than the operator's: it is false, never an error.
 */
export const operators: Readonly<Record<Operator, OperatorTest>> = {
  equal: (fact, value) => fact === value,
  notEqual: (fact, value) => fact !== value,
  lessThan: number((fact, value) => fact < value),
  lessThanInclusive: number((fact, value) => fact <= value),
  greaterThan: number((fact, value) => fact > value),
  greaterThanInclusive: number((fact, value) => fact >= value),
  between: (fact, [low, high]: readonly [number, number]) => typeof fact === 'number' && low <= fact && fact <= high,
  in: within,
  notIn: (fact, values: readonly FactValue[]) => !within(fact, values),
  contains,
  doesNotContain: (fact, value: string) => !contains(fact, value),
  containsAny: (fact, values: readonly string[]) => values.some((value) => contains(fact, value)),
  startsWith: text((fact, value) => fact.startsWith(value)),
  endsWith: text((fact, value) => fact.endsWith(value)),
  matches: (fact, pattern: string) => typeof fact === 'string' && matcher(pattern)(fact),
  exists: (fact, wanted: boolean) => (fact !== undefined && fact !== null) === wanted,
  before: (fact, value: string) => (compareMoments(fact, value) ?? 0) < 0,
  after: (fact, value: string) => (compareMoments(fact, value) ?? 0) > 0,
};
