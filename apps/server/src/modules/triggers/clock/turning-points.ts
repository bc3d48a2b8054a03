import type { RuleCondition, RuleConditions, RuleNode } from '#contracts';

const LENGTH = 'session.seconds';

/** The lengths of a session, in whole seconds and ascending, at which a document may begin or cease to hold by time alone. */
export function turningSeconds(conditions: RuleConditions): number[] {
  const seconds = new Set<number>();
  for (const { fact, value } of leavesOf(conditions)) {
    if (fact !== LENGTH) continue;
    for (const limit of numbersIn(value)) {
      seconds.add(Math.ceil(limit));
      seconds.add(Math.floor(limit) + 1);
    }
  }
  return [...seconds].filter((second) => second >= 0).sort((a, b) => a - b);
}

/** How long a session must have lasted at least before a document can hold; 0 where nothing says so. */
export function earliestSeconds(node: RuleNode): number {
  if ('all' in node) return Math.max(0, ...node.all.map(earliestSeconds));
  if ('any' in node) return node.any.length === 0 ? 0 : Math.min(...node.any.map(earliestSeconds));
  if ('not' in node || node.fact !== LENGTH) return 0;
  return lowest(node);
}

function lowest({ operator, value }: RuleCondition): number {
  const [limit] = numbersIn(value);
  if (limit === undefined) return 0;
  switch (operator) {
    case 'greaterThan':
      return Math.max(0, Math.floor(limit) + 1);
    case 'greaterThanInclusive':
    case 'between':
    case 'equal':
      return Math.max(0, Math.ceil(limit));
    default:
      return 0;
  }
}

function* leavesOf(node: RuleNode): Generator<RuleCondition> {
  if ('all' in node) for (const child of node.all) yield* leavesOf(child);
  else if ('any' in node) for (const child of node.any) yield* leavesOf(child);
  else if ('not' in node) yield* leavesOf(node.not);
  else yield node;
}

function numbersIn(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is number => typeof one === 'number' && Number.isFinite(one));
}
