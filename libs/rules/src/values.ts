import type { FactDefinition, FactType, Operator } from '#contracts';
import { isOpenTyped } from './fact-registry.js';
import { isClockTime, isInstant } from './moments.js';
import { patternProblem } from './patterns.js';

const MAX_TEXT_CHARS = 1000;
const MAX_LIST_ENTRIES = 200;

type ValueCheck = (value: unknown, fact: FactDefinition) => string | null;

/** What each operator wants to be compared with; each says what is wrong in words that follow “the value …”. */
const CHECKS: Readonly<Record<Operator, ValueCheck>> = {
  equal: one,
  notEqual: one,
  in: (value, fact) => list(value, (entry) => one(entry, fact)),
  notIn: (value, fact) => list(value, (entry) => one(entry, fact)),
  lessThan: number,
  lessThanInclusive: number,
  greaterThan: number,
  greaterThanInclusive: number,
  between: pair,
  contains: part,
  doesNotContain: part,
  containsAny: (value, fact) => list(value, (entry) => part(entry, fact)),
  startsWith: text,
  endsWith: text,
  matches: (value) => (typeof value === 'string' ? patternProblem(value) : 'must be a pattern'),
  exists: (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
  before: moment,
  after: moment,
};

/** Why `value` cannot be compared with `fact` by `operator`, or null when it can. */
export function valueProblem(fact: FactDefinition, operator: Operator, value: unknown): string | null {
  return CHECKS[operator](value, fact);
}

function one(value: unknown, fact: FactDefinition): string | null {
  if (isOpenTyped(fact)) return isScalar(value) ? null : 'must be a text, a number, true or false';
  return typeProblem(value, fact.type) ?? choiceProblem(value, fact);
}

function number(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
}

function text(value: unknown): string | null {
  if (typeof value !== 'string') return 'must be a text';
  if (value.length === 0) return 'must not be empty';
  return value.length > MAX_TEXT_CHARS ? `must be at most ${MAX_TEXT_CHARS} characters long` : null;
}

/** A piece of a text, or an entry of a list. */
function part(value: unknown, fact: FactDefinition): string | null {
  return text(value) ?? (fact.type === 'string[]' ? choiceProblem(value, fact) : null);
}

function list(value: unknown, entry: (value: unknown) => string | null): string | null {
  if (!Array.isArray(value)) return 'must be a list';
  if (value.length === 0) return 'must not be an empty list';
  if (value.length > MAX_LIST_ENTRIES) return `must have at most ${MAX_LIST_ENTRIES} entries`;
  for (let i = 0; i < value.length; i += 1) {
    const problem = entry(value[i]);
    if (problem) return `entry ${i + 1} ${problem}`;
  }
  return null;
}

function pair(value: unknown): string | null {
  if (!Array.isArray(value) || value.length !== 2 || number(value[0]) || number(value[1])) return 'must be two numbers, [lowest, highest]';
  return value[0] > value[1] ? 'must have its lowest number first' : null;
}

function moment(value: unknown): string | null {
  return typeof value === 'string' && (isClockTime(value) || isInstant(value)) ? null : 'must be a time as HH:MM or an ISO 8601 instant';
}

function typeProblem(value: unknown, type: FactType): string | null {
  if (type === 'number') return number(value);
  if (type === 'boolean') return typeof value === 'boolean' ? null : 'must be true or false';
  return text(value);
}

function choiceProblem(value: unknown, fact: FactDefinition): string | null {
  return !fact.values || fact.values.includes(value as string) ? null : `must be one of ${fact.values.join(', ')}`;
}

function isScalar(value: unknown): boolean {
  return text(value) === null || number(value) === null || typeof value === 'boolean';
}
