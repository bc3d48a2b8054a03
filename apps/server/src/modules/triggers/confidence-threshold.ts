import type { RuleCondition, RuleConditions, RuleNode } from '#contracts';
import type { BuiltInKey } from './built-in-rules.js';

/**
 * The website's confidence threshold is the value in this rule. `website.confidence_threshold` mirrors it for everybody
 * who asks about the website; `RuleVersions` alone writes the mirror, with every version of the rule.
 */
export const THRESHOLD_RULE: BuiltInKey = 'confidence_low.threshold';

/** The confidence under which these conditions fire, or null when they have been edited into something else. */
export function thresholdOf(conditions: RuleNode): number | null {
  for (const leaf of thresholdLeaves(conditions)) return leaf.value as number;
  return null;
}

/** The same conditions with another threshold. */
export function withThreshold(conditions: RuleConditions, threshold: number): RuleConditions {
  return mapped(conditions, threshold) as RuleConditions;
}

function* thresholdLeaves(node: RuleNode): Generator<RuleCondition> {
  if ('all' in node) for (const child of node.all) yield* thresholdLeaves(child);
  else if ('any' in node) for (const child of node.any) yield* thresholdLeaves(child);
  else if ('fact' in node && isThreshold(node)) yield node;
}

function mapped(node: RuleNode, threshold: number): RuleNode {
  if ('all' in node) return { all: node.all.map((child) => mapped(child, threshold)) };
  if ('any' in node) return { any: node.any.map((child) => mapped(child, threshold)) };
  if ('not' in node) return node;
  return isThreshold(node) ? { ...node, value: threshold } : node;
}

function isThreshold({ fact, operator, value }: RuleCondition): boolean {
  return (
    fact === 'ai.confidence' && (operator === 'lessThan' || operator === 'lessThanInclusive') && typeof value === 'number' && value >= 0 && value <= 1
  );
}
