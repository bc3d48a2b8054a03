import type { EvidenceNode, Facts, FieldError, RuleConditions, RuleStage } from '#contracts';
import { askEngine } from './engine.js';
import { Prefilter, type Check } from './prefilter.js';
import { validateConditions } from './validate.js';

/** What a rule set needs to know of a rule; callers pass their own richer kind and get it back. */
export interface RuleDocument {
  readonly stage: RuleStage;
  /** Higher comes first. */
  readonly priority: number;
  readonly conditions: RuleConditions;
}

export interface Fired<R extends RuleDocument> {
  readonly rule: R;
  readonly evidence: EvidenceNode;
}

/** A rule that cannot run and was left out; validation at saving should have refused it. */
export interface BrokenRule<R extends RuleDocument> {
  readonly rule: R;
  readonly errors: readonly FieldError[];
}

/**
 * Compiles the rules of one website. A broken one is left out and reported, so that it cannot take the others with it.
 * Rules of equal priority keep the order they were given in.
 */
export function compileRules<R extends RuleDocument>(rules: readonly R[]): RuleSet<R> {
  const sound: R[] = [];
  const broken: BrokenRule<R>[] = [];
  for (const rule of rules) {
    const { ok, errors } = validateConditions(rule.conditions, rule.stage);
    if (ok) sound.push(rule);
    else broken.push({ rule, errors });
  }
  return new RuleSet(
    sound.toSorted((a, b) => b.priority - a.priority),
    broken,
  );
}

interface Stage<R> {
  readonly prefilter: Prefilter;
  readonly rules: readonly { readonly rule: R; readonly canFire: Check }[];
}

export class RuleSet<R extends RuleDocument> {
  private readonly stages: Readonly<Record<RuleStage, Stage<R>>>;

  constructor(
    rules: readonly R[],
    readonly broken: readonly BrokenRule<R>[],
  ) {
    this.stages = {
      before_reply: stageOf(rules, 'before_reply'),
      after_reply: stageOf(rules, 'after_reply'),
      clock: stageOf(rules, 'clock'),
    };
  }

  /** The rules of a stage, highest priority first. */
  at(stage: RuleStage): readonly R[] {
    return this.stages[stage].rules.map(({ rule }) => rule);
  }

  /** The names of the facts that the rules of a stage ask about; others need not be looked up. */
  factsAskedAt(stage: RuleStage): ReadonlySet<string> {
    return this.stages[stage].prefilter.factNames;
  }

  /**
   * The rules of `stage` that fire, highest priority first, each with its evidence. The prefilter names the rules that
   * can fire; json-rules-engine decides.
   */
  async decide(stage: RuleStage, facts: Facts): Promise<Fired<R>[]> {
    const candidates = this.candidates(stage, facts);
    if (candidates.length === 0) return [];
    const outcomes = await askEngine(
      candidates.map((rule) => rule.conditions),
      facts,
    );
    return candidates.flatMap((rule, i) => (outcomes[i]!.fired ? [{ rule, evidence: outcomes[i]!.evidence }] : []));
  }

  private candidates(stage: RuleStage, facts: Facts): R[] {
    const { prefilter, rules } = this.stages[stage];
    if (rules.length === 0) return [];
    const slots = prefilter.lay(facts);
    return rules.filter(({ canFire }) => canFire(slots)).map(({ rule }) => rule);
  }
}

function stageOf<R extends RuleDocument>(rules: readonly R[], stage: RuleStage): Stage<R> {
  const prefilter = new Prefilter();
  return {
    prefilter,
    rules: rules.filter((rule) => rule.stage === stage).map((rule) => ({ rule, canFire: prefilter.compile(rule.conditions) })),
  };
}

/**
 * What one document says of these facts, whether it fires or not.
 * @param conditions must have passed validation
 */
export async function explain(conditions: RuleConditions, facts: Facts): Promise<{ fired: boolean; evidence: EvidenceNode }> {
  const [outcome] = await askEngine([conditions], facts);
  return outcome!;
}
