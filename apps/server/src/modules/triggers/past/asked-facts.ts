import type { RuleConditions, RuleNode } from '#contracts';

/** The names of the facts that a document asks about. */
export function factNamesIn(conditions: RuleConditions): ReadonlySet<string> {
  return new Set(namesIn(conditions));
}

function* namesIn(node: RuleNode): Generator<string> {
  if ('all' in node) for (const child of node.all) yield* namesIn(child);
  else if ('any' in node) for (const child of node.any) yield* namesIn(child);
  else if ('not' in node) yield* namesIn(node.not);
  else yield node.fact;
}
