import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { EvidenceNode, Facts, RuleConditions, RuleNode } from '#contracts';
import { operators } from './operators.js';
import { resolvePath } from './paths.js';

export interface Outcome {
  readonly fired: boolean;
  readonly evidence: EvidenceNode;
}

/**
 * Asks json-rules-engine, the authority on what fires; its result trees are the evidence. In the order of `documents`.
 * An engine that runs cannot be asked again meanwhile (its runs share one state), hence a fresh one for every question.
 */
export async function askEngine(documents: readonly RuleConditions[], facts: Facts): Promise<Outcome[]> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: resolvePath });
  for (const [name, test] of Object.entries(operators)) engine.addOperator(name, test);
  documents.forEach((conditions, index) =>
    engine.addRule({ name: String(index), conditions: conditions as TopLevelCondition, event: { type: 'fired' } }),
  );
  const { results, failureResults } = await engine.run(factsOf(documents, facts));
  const outcomes: Outcome[] = [];
  for (const { name, conditions, result } of [...results, ...failureResults]) {
    const index = Number(name);
    const fired = result === true;
    // The engine leaves the outermost group's own result on the rule.
    outcomes[index] = { fired, evidence: { ...evidenceOf(documents[index]!, conditions as ResultNode), result: fired } };
  }
  return outcomes;
}

/** Only what is asked about: the engine hashes every fact it is given. */
function factsOf(documents: readonly RuleConditions[], facts: Facts): Record<string, unknown> {
  const asked: Record<string, unknown> = Object.create(null);
  for (const document of documents) {
    for (const name of factNames(document)) if (Object.hasOwn(facts, name)) asked[name] = facts[name];
  }
  return asked;
}

export function* factNames(node: RuleNode): Generator<string> {
  if ('all' in node) for (const child of node.all) yield* factNames(child);
  else if ('any' in node) for (const child of node.any) yield* factNames(child);
  else if ('not' in node) yield* factNames(node.not);
  else yield node.fact;
}

/** A node of the engine's result; it keeps the shape of the document. */
interface ResultNode {
  readonly all?: readonly ResultNode[];
  readonly any?: readonly ResultNode[];
  readonly not?: ResultNode;
  readonly result?: boolean;
  readonly factResult?: unknown;
}

function evidenceOf(node: RuleNode, outcome: ResultNode): EvidenceNode {
  const result = outcome.result === true;
  if ('all' in node) return { all: node.all.map((child, i) => evidenceOf(child, outcome.all![i]!)), result };
  if ('any' in node) return { any: node.any.map((child, i) => evidenceOf(child, outcome.any![i]!)), result };
  if ('not' in node) return { not: evidenceOf(node.not, outcome.not!), result };
  return { ...node, factValue: outcome.factResult ?? null, result };
}
