/** What rules cost without Baton: json-rules-engine by itself, and closures made of the documents as they stand. Both in this process. */
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { FactValue, Facts, Operator, RuleConditions, RuleNode } from '#contracts';
import { operators } from '../../libs/rules/src/operators.js';

/** @returns which of the rules fire, by index */
export type Ask = (facts: Facts) => Promise<readonly number[]>;

export function engineAlone(documents: readonly RuleConditions[]): Ask {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, test] of Object.entries(operators)) engine.addOperator(name, test);
  documents.forEach((conditions, index) =>
    engine.addRule({ name: String(index), conditions: conditions as TopLevelCondition, event: { type: 'fired' } }),
  );
  return async (facts) => (await engine.run(facts)).results.map(({ name }) => Number(name)).sort((a, b) => a - b);
}

export function closures(documents: readonly RuleConditions[]): Ask {
  const checks = documents.map(closure);
  return (facts) => Promise.resolve(checks.flatMap((check, index) => (check(facts) ? [index] : [])));
}

function closure(node: RuleNode): (facts: Facts) => boolean {
  if ('all' in node) {
    const checks = node.all.map(closure);
    return (facts) => checks.every((check) => check(facts));
  }
  if ('any' in node) {
    const checks = node.any.map(closure);
    return (facts) => checks.some((check) => check(facts));
  }
  if ('not' in node) {
    const check = closure(node.not);
    return (facts) => !check(facts);
  }
  const test = operators[node.operator as Operator];
  return (facts) => test(facts[node.fact] as FactValue, node.value as never);
}
