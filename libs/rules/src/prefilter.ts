import type { FactValue, Facts, Operator, RuleCondition, RuleConditions, RuleNode } from '#contracts';
import { isClockTime, isInstant } from './moments.js';
import { folded, operators } from './operators.js';
import { resolvePath } from './paths.js';
import { matcher } from './patterns.js';

/** The facts of one question, laid out so that a condition finds its own by index. */
export class FactSlots {
  private readonly texts: (string | undefined)[] = [];
  /** Of comparisons that cost something, by their number: what came out the first time. */
  private readonly outcomes: (boolean | undefined)[] = [];

  constructor(private readonly values: readonly FactValue[]) {}

  value(slot: number): FactValue {
    return this.values[slot];
  }

  /** The text of a fact as it is compared, made once however many rules look at it; undefined when it is no text. */
  folded(slot: number): string | undefined {
    const value = this.values[slot];
    return typeof value === 'string' ? (this.texts[slot] ??= folded(value)) : undefined;
  }

  outcome(number: number, check: Check): boolean {
    return (this.outcomes[number] ??= check(this));
  }
}

/** Asked once of the same facts, however many rules ask. */
function once(number: number, check: Check): Check {
  return (facts) => facts.outcome(number, check);
}

/** Operators that look through a text. */
const COSTLY: ReadonlySet<Operator> = new Set<Operator>(['matches', 'contains', 'containsAny', 'doesNotContain']);

export type Check = (facts: FactSlots) => boolean;

/** Compiles rule documents into closures that tell, in microseconds, which of them can fire. */
export class Prefilter {
  private readonly slots = new Map<string, number>();
  /** Costly comparisons, each once: many rules ask the same. */
  private readonly shared = new Map<string, Check>();

  get factNames(): ReadonlySet<string> {
    return new Set(this.slots.keys());
  }

  lay(facts: Facts): FactSlots {
    return new FactSlots([...this.slots.keys()].map((name) => (Object.hasOwn(facts, name) ? facts[name] : undefined)));
  }

  compile(conditions: RuleConditions): Check {
    return this.node(conditions);
  }

  private node(node: RuleNode): Check {
    if ('all' in node) return every(cheapFirst(node.all).map((child) => this.node(child)));
    if ('any' in node) return some(cheapFirst(node.any).map((child) => this.node(child)));
    if ('not' in node) return negation(this.node(node.not));
    return this.leaf(node);
  }

  private leaf({ fact, operator, value, path }: RuleCondition): Check {
    const slot = this.slotOf(fact);
    if (path === undefined) return this.comparison(slot, operator as Operator, value);
    const test = operators[operator as Operator];
    return (facts) => {
      const whole = facts.value(slot);
      return test(typeof whole === 'object' && whole !== null ? (resolvePath(whole, path) as FactValue) : whole, value as never);
    };
  }

  private comparison(slot: number, operator: Operator, value: unknown): Check {
    if (!COSTLY.has(operator)) return compileLeaf(slot, operator, value);
    const key = JSON.stringify([slot, operator, value]);
    const known = this.shared.get(key);
    if (known) return known;
    const check = once(this.shared.size, compileLeaf(slot, operator, value));
    this.shared.set(key, check);
    return check;
  }

  private slotOf(fact: string): number {
    const known = this.slots.get(fact);
    if (known !== undefined) return known;
    this.slots.set(fact, this.slots.size);
    return this.slots.size - 1;
  }
}

/** In which order they are asked makes no difference but to the time it takes. */
function cheapFirst(nodes: readonly RuleNode[]): readonly RuleNode[] {
  return nodes.toSorted((a, b) => costOf(a) - costOf(b));
}

/** Comparisons of single values, groups, looks through a text, patterns. */
function costOf(node: RuleNode): number {
  if (!('operator' in node)) return 1;
  if (node.operator === 'matches') return 3;
  return COSTLY.has(node.operator as Operator) ? 2 : 0;
}

function every(checks: readonly Check[]): Check {
  return (facts) => {
    for (const check of checks) if (!check(facts)) return false;
    return true;
  };
}

function some(checks: readonly Check[]): Check {
  return (facts) => {
    for (const check of checks) if (check(facts)) return true;
    return false;
  };
}

function negation(check: Check): Check {
  return (facts) => !check(facts);
}

/** One comparison with everything that depends on the document alone worked out beforehand. */
function compileLeaf(slot: number, operator: Operator, value: unknown): Check {
  switch (operator) {
    case 'equal':
      return (facts) => facts.value(slot) === value;
    case 'notEqual':
      return (facts) => facts.value(slot) !== value;
    case 'lessThan':
      return numeric(slot, (fact) => fact < (value as number));
    case 'lessThanInclusive':
      return numeric(slot, (fact) => fact <= (value as number));
    case 'greaterThan':
      return numeric(slot, (fact) => fact > (value as number));
    case 'greaterThanInclusive':
      return numeric(slot, (fact) => fact >= (value as number));
    case 'between': {
      const [low, high] = value as readonly [number, number];
      return numeric(slot, (fact) => low <= fact && fact <= high);
    }
    case 'in': {
      const values = new Set(value as readonly FactValue[]);
      return (facts) => values.has(facts.value(slot));
    }
    case 'notIn':
      return negation(compileLeaf(slot, 'in', value));
    case 'contains':
      return containing(slot, [value as string]);
    case 'containsAny':
      return containing(slot, value as readonly string[]);
    case 'doesNotContain':
      return negation(containing(slot, [value as string]));
    case 'startsWith': {
      const start = folded(value as string);
      return (facts) => facts.folded(slot)?.startsWith(start) === true;
    }
    case 'endsWith': {
      const end = folded(value as string);
      return (facts) => facts.folded(slot)?.endsWith(end) === true;
    }
    case 'matches': {
      const test = matcher(value as string);
      return (facts) => {
        const fact = facts.value(slot);
        return typeof fact === 'string' && test(fact);
      };
    }
    case 'exists':
      return (facts) => {
        const fact = facts.value(slot);
        return (fact !== undefined && fact !== null) === value;
      };
    case 'before':
    case 'after':
      return isClockTime(value as string)
        ? (facts) => operators[operator](facts.value(slot), value as never)
        : instants(slot, operator, Date.parse(value as string));
  }
}

function numeric(slot: number, test: (fact: number) => boolean): Check {
  return (facts) => {
    const fact = facts.value(slot);
    return typeof fact === 'number' && test(fact);
  };
}

function containing(slot: number, values: readonly string[]): Check {
  const exact = new Set(values);
  const needles = values.map(folded);
  return (facts) => {
    const text = facts.folded(slot);
    if (text !== undefined) return needles.some((needle) => text.includes(needle));
    const list = facts.value(slot);
    return Array.isArray(list) && list.some((item: string) => exact.has(item));
  };
}

function instants(slot: number, operator: 'before' | 'after', bound: number): Check {
  return (facts) => {
    const fact = facts.value(slot);
    if (typeof fact !== 'string' || !isInstant(fact)) return false;
    return operator === 'before' ? Date.parse(fact) < bound : Date.parse(fact) > bound;
  };
}
