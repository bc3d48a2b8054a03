import type { FactValue, Facts, Operator, RuleCondition, RuleConditions, RuleNode } from '#contracts';
import { operators } from './operators.js';
import { resolvePath } from './paths.js';

/** How far a number may lie from what it was compared with and still have come near: a tenth of that. */
const NEAR_SHARE = 0.1;

/** What it takes to bring a node to a result: conditions that would have to turn out differently. */
interface Distance {
  readonly missing: number;
  /** Conditions that already are as they would have to be. */
  readonly held: number;
  /** Whether a missing one is a number that only just missed. */
  readonly near: boolean;
}

export interface NearMiss {
  /** Other conditions that held. */
  readonly held: number;
  /** The one that did not is a number, and only just missed. */
  readonly near: boolean;
}

/**
 * Whether a document that did not fire would have, had a single condition turned out differently.
 * @param conditions must have passed validation
 * @returns null when it fires, or when more than one condition is missing
 */
export function nearMiss(conditions: RuleConditions, facts: Facts): NearMiss | null {
  const { missing, held, near } = distance(conditions, facts, true);
  return missing === 1 ? { held, near } : null;
}

function distance(node: RuleNode, facts: Facts, wanted: boolean): Distance {
  if ('not' in node) return distance(node.not, facts, !wanted);
  if ('all' in node) return (wanted ? together : easiest)(node.all.map((child) => distance(child, facts, wanted)));
  if ('any' in node) return (wanted ? easiest : together)(node.any.map((child) => distance(child, facts, wanted)));
  return ofCondition(node, facts, wanted);
}

function together(parts: readonly Distance[]): Distance {
  return parts.reduce((sum, part) => ({ missing: sum.missing + part.missing, held: sum.held + part.held, near: sum.near || part.near }));
}

function easiest(parts: readonly Distance[]): Distance {
  return parts.reduce((best, part) => (part.missing < best.missing || (part.missing === best.missing && part.held > best.held) ? part : best));
}

function ofCondition({ fact, operator, value, path }: RuleCondition, facts: Facts, wanted: boolean): Distance {
  const whole = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  const found = (path !== undefined && typeof whole === 'object' && whole !== null ? resolvePath(whole, path) : whole) as FactValue;
  const met = operators[operator as Operator](found, value as never) === wanted;
  return met ? { missing: 0, held: 1, near: false } : { missing: 1, held: 0, near: isNear(found, value) };
}

function isNear(found: FactValue, value: unknown): boolean {
  if (typeof found !== 'number') return false;
  const bounds = (Array.isArray(value) ? value : [value]).filter((bound) => typeof bound === 'number');
  return bounds.some((bound) => Math.abs(found - bound) <= NEAR_SHARE * Math.abs(bound));
}
