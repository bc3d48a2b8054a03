import type { FactDefinition, Operator, RuleCondition, VisitorAttribute } from '#contracts';

/** Which input fits what a condition compares with. */
export type ValueKind =
  | 'none'
  | 'flag'
  | 'choice'
  | 'choices'
  | 'number'
  | 'share'
  | 'span'
  | 'numbers'
  | 'range'
  | 'time'
  | 'language'
  | 'languages'
  | 'pattern'
  | 'text'
  | 'texts'
  | 'scalar';

const LISTS: readonly string[] = ['in', 'notIn', 'containsAny'];
const MOMENTS: readonly string[] = ['before', 'after'];
const COMPARED_AS_NUMBERS: readonly string[] = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

export function valueKind(fact: FactDefinition, operator: string): ValueKind {
  if (operator === 'exists') return 'none';
  if (operator === 'between') return 'range';
  if (MOMENTS.includes(operator)) return 'time';
  if (operator === 'matches') return 'pattern';
  const many = LISTS.includes(operator);
  if (fact.values && fact.name !== 'message.text') return many ? 'choices' : 'choice';
  if (fact.name === 'message.language') return many ? 'languages' : 'language';
  if (fact.name.endsWith('.*')) return ofAttribute(operator, many);
  if (fact.type === 'boolean') return 'flag';
  if (fact.type === 'number') return many ? 'numbers' : ofNumber(fact);
  return many ? 'texts' : 'text';
}

function ofNumber(fact: FactDefinition): ValueKind {
  if (isShare(fact)) return 'share';
  return fact.unit === 'seconds' ? 'span' : 'number';
}

function ofAttribute(operator: string, many: boolean): ValueKind {
  if (COMPARED_AS_NUMBERS.includes(operator)) return 'number';
  if (many) return 'texts';
  return operator === 'equal' || operator === 'notEqual' ? 'scalar' : 'text';
}

export const isShare = (fact: FactDefinition): boolean => fact.unit?.startsWith('share') ?? false;

/** The comparison people mean most often. */
export function usualOperator(fact: FactDefinition, seen?: VisitorAttribute): Operator {
  const wish = wishFor(fact, seen);
  return fact.operators.includes(wish) ? wish : fact.operators[0]!;
}

function wishFor(fact: FactDefinition, seen: VisitorAttribute | undefined): Operator {
  if (fact.name === 'ai.confidence' || fact.name === 'message.sentiment') return 'lessThan';
  if (fact.name === 'time.now') return 'after';
  if (fact.name.endsWith('.*')) return seen?.types[0] === 'number' ? 'greaterThanInclusive' : 'equal';
  if (fact.type === 'string[]') return 'containsAny';
  if (fact.type === 'number') return fact.values ? 'in' : 'greaterThanInclusive';
  if (fact.type === 'boolean' || fact.values || fact.name === 'message.language') return 'equal';
  return 'contains';
}

/** What a new condition begins with: something to change where that helps, else something to fill in. */
export function firstValue(fact: FactDefinition, operator: string, seen?: VisitorAttribute): unknown {
  switch (valueKind(fact, operator)) {
    case 'none':
    case 'flag':
      return true;
    case 'choice':
      return fact.values?.[0];
    case 'number':
    case 'span':
    case 'share':
      return typeof fact.example === 'number' ? fact.example : 1;
    case 'range':
      return typeof fact.example === 'number' ? [Math.min(0, fact.example), Math.max(fact.example, 1)] : [0, 1];
    case 'time':
      return '17:00';
    case 'language':
      return 'en';
    case 'scalar':
      return seen?.types[0] === 'boolean' ? true : '';
    case 'choices':
    case 'numbers':
    case 'languages':
    case 'texts':
      return [];
    default:
      return '';
  }
}

/** A condition about this fact. */
export function conditionAbout(name: string, fact: FactDefinition, seen?: VisitorAttribute): RuleCondition {
  const operator = usualOperator(fact, seen);
  return { fact: name, operator, value: firstValue(fact, operator, seen) };
}

/** Another comparison with, as far as it can be, the same value. */
export function withOperator(condition: RuleCondition, fact: FactDefinition, operator: string): RuleCondition {
  const [before, after] = [valueKind(fact, condition.operator), valueKind(fact, operator)];
  return { ...condition, operator, value: before === after ? condition.value : converted(condition.value, after, firstValue(fact, operator)) };
}

const ONE_OF_MANY: Partial<Record<ValueKind, string>> = { choices: 'any', numbers: 'number', languages: 'string', texts: 'any' };

function converted(value: unknown, to: ValueKind, otherwise: unknown): unknown {
  const entry = ONE_OF_MANY[to];
  if (entry) return isFilled(value) && !Array.isArray(value) && (entry === 'any' || typeof value === entry) ? [value] : otherwise;
  const one: unknown = Array.isArray(value) ? (value as unknown[])[0] : value;
  if (to === 'range') return typeof one === 'number' ? [Math.min(0, one), one] : otherwise;
  if (to === 'number' || to === 'share' || to === 'span') return typeof one === 'number' ? one : otherwise;
  if (to === 'text' || to === 'language' || to === 'choice') return typeof one === 'string' && one !== '' ? one : otherwise;
  if (to === 'scalar') return isFilled(one) ? one : otherwise;
  return otherwise;
}

const isFilled = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
