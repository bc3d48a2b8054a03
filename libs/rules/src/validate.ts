import { OPERATORS, type FactDefinition, type FieldError, type Operator, type RuleConditions, type RuleStage, type RuleValidation } from '#contracts';
import { factDefinition } from './fact-registry.js';
import { isPlainPath } from './paths.js';
import { valueProblem } from './values.js';

export const MAX_NODES = 100;
/** Groups inside groups; the outermost is the first. */
export const MAX_DEPTH = 8;
const MAX_ERRORS = 20;

const GROUPS = ['all', 'any', 'not'] as const;
const LEAF_KEYS: ReadonlySet<string> = new Set(['fact', 'operator', 'value', 'path']);
const STAGE_NAMES: Readonly<Record<RuleStage, string>> = {
  before_reply: 'before the AI replies',
  after_reply: 'after the AI has drafted its reply',
  clock: 'by the clock',
};

/** By the name of the fact. */
export type WebsiteValues = Readonly<Record<string, readonly string[]>>;

/**
 * Whether `conditions` is a rule document that may run. Safe for anything JSON can hold: it stops at the limits, so a
 * huge, deep or cyclic document costs no more than a full one.
 * @param stage when given, facts that do not exist yet at that stage are refused
 * @param values when given, the values that facts with `valuesPerWebsite` have at the website; else any may be one
 * @returns errors with the dotted path of each, beginning with `conditions`
 */
export function validateConditions(conditions: unknown, stage?: RuleStage, values?: WebsiteValues): RuleValidation {
  const inspection = new Inspection(stage, values);
  inspection.root(conditions);
  return { ok: inspection.errors.length === 0, errors: inspection.errors };
}

export function isValidConditions(conditions: unknown, stage?: RuleStage, values?: WebsiteValues): conditions is RuleConditions {
  return validateConditions(conditions, stage, values).ok;
}

/** Thrown inside to end an inspection that has seen enough. */
class Enough extends Error {}

class Inspection {
  readonly errors: FieldError[] = [];
  private nodes = 0;

  constructor(
    private readonly stage: RuleStage | undefined,
    private readonly values: WebsiteValues | undefined,
  ) {}

  root(conditions: unknown): void {
    try {
      if (isRecord(conditions) && !GROUPS.some((group) => Object.hasOwn(conditions, group))) {
        this.refuse('conditions', 'must be a group: all, any or not');
      } else {
        this.node(conditions, 'conditions', 1);
      }
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
  }

  private node(node: unknown, path: string, depth: number): void {
    this.nodes += 1;
    if (this.nodes > MAX_NODES) this.stop(path, `has too many conditions: at most ${MAX_NODES} nodes are allowed`);
    if (!isRecord(node)) return this.refuse(path, 'must be a group or a condition');
    const group = GROUPS.find((name) => Object.hasOwn(node, name));
    if (!group) return this.leaf(node, path);
    if (depth > MAX_DEPTH) this.stop(path, `is nested too deeply: at most ${MAX_DEPTH} groups inside one another are allowed`);
    this.unknownKeys(node, new Set([group]), path);
    this.children(node[group], group, `${path}.${group}`, depth);
  }

  private children(children: unknown, group: (typeof GROUPS)[number], path: string, depth: number): void {
    if (group === 'not') return this.node(children, path, depth + 1);
    if (!Array.isArray(children)) return this.refuse(path, 'must be a list of conditions');
    if (children.length === 0) return this.refuse(path, 'must not be empty');
    for (let i = 0; i < children.length; i += 1) this.node(children[i], `${path}.${i}`, depth + 1);
  }

  private leaf(leaf: Record<string, unknown>, path: string): void {
    this.unknownKeys(leaf, LEAF_KEYS, path);
    const fact = this.fact(own(leaf, 'fact'), `${path}.fact`);
    const operator = this.operator(own(leaf, 'operator'), `${path}.operator`);
    if (!fact || !operator) return;
    const place = this.place(fact, own(leaf, 'path'), `${path}.path`);
    if (!place) return;
    if (!place.operators.includes(operator)) {
      return this.refuse(`${path}.operator`, `“${operator}” does not fit ${fact.label.toLowerCase()}; use one of ${place.operators.join(', ')}`);
    }
    if (!Object.hasOwn(leaf, 'value')) return this.refuse(`${path}.value`, 'is missing');
    const problem = valueProblem(place, operator, leaf['value']);
    if (problem) this.refuse(`${path}.value`, problem);
  }

  private fact(name: unknown, path: string): FactDefinition | undefined {
    if (typeof name !== 'string') return this.refuse(path, 'must be the name of a fact');
    const definition = factDefinition(name);
    if (!definition) return this.refuse(path, `there is no fact “${shortened(name)}”`);
    if (this.stage && !definition.stages.includes(this.stage)) {
      return this.refuse(path, `“${name}” is not known to a rule that runs ${STAGE_NAMES[this.stage]}`);
    }
    return definition.valuesPerWebsite ? this.asOfTheWebsite(definition) : definition;
  }

  private asOfTheWebsite({ values: _values, ...open }: FactDefinition): FactDefinition {
    const known = this.values?.[open.name];
    return known ? { ...open, values: known } : open;
  }

  private operator(name: unknown, path: string): Operator | undefined {
    if (OPERATORS.includes(name as Operator)) return name as Operator;
    return this.refuse(path, typeof name === 'string' ? `there is no operator “${shortened(name)}”` : 'must be the name of an operator');
  }

  /** What `path` leads to inside the fact: lists have entries by index and a `length`, single values have nothing inside. */
  private place(fact: FactDefinition, path: unknown, at: string): FactDefinition | undefined {
    if (path === undefined) return fact;
    if (typeof path !== 'string' || !isPlainPath(path)) return this.refuse(at, 'must be names or indexes joined by dots');
    if (fact.type === 'string[]' && /^\d{1,4}$/.test(path))
      return { ...fact, type: 'string', operators: ['equal', 'notEqual', 'in', 'notIn', 'exists'] };
    if (fact.type === 'string[]' && path === 'length') {
      const { values: _values, ...list } = fact;
      return {
        ...list,
        type: 'number',
        operators: ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'between'],
      };
    }
    return this.refuse(at, `there is nothing at “${shortened(path)}” in ${fact.label.toLowerCase()}`);
  }

  private unknownKeys(node: Record<string, unknown>, allowed: ReadonlySet<string>, path: string): void {
    for (const key of Object.keys(node)) if (!allowed.has(key)) this.refuse(`${path}.${shortened(key)}`, 'does not belong here');
  }

  private refuse(path: string, message: string): undefined {
    this.errors.push({ path, message });
    if (this.errors.length >= MAX_ERRORS) throw new Enough();
  }

  private stop(path: string, message: string): never {
    this.errors.push({ path, message });
    throw new Enough();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An inherited property is not part of the document. */
function own(node: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
