import type { FieldError, RuleConditions } from '#contracts';
import { lineAndColumn, placesIn } from './json-places';

/** What is wrong with a text that should be a document; `detail` goes into the words of `kind`. */
export interface DocumentProblem {
  readonly path: string;
  /** Line and column in the text. */
  readonly place: string;
  readonly kind: 'syntax' | 'group' | 'node' | 'list' | 'key' | 'missing' | 'deep' | 'text' | 'mixed';
  readonly detail: string;
}

export type ReadDocument =
  { readonly ok: true; readonly conditions: RuleConditions } | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

type Misfit = Omit<DocumentProblem, 'place'>;

const GROUPS = ['all', 'any', 'not'] as const;
const LEAF_KEYS = ['fact', 'operator', 'value', 'path'];
/** Deeper than any rule may be; the server says so more exactly. */
const DEEPEST = 50;

/** Reads conditions in json-rules-engine's form. Only the form is looked at: facts, operators and values are the server's to judge. */
export function readConditions(text: string): ReadDocument {
  const places = placesIn(text, 'conditions');
  const placed = (problem: Misfit): DocumentProblem => ({ ...problem, place: lineAndColumn(text, places.at.get(problem.path) ?? 0) });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, problems: [{ path: '', place: lineAndColumn(text, places.wrongAt ?? 0), kind: 'syntax', detail: '' }] };
  }
  const problems: Misfit[] = [];
  if (isRecord(parsed) && !GROUPS.some((group) => Object.hasOwn(parsed, group))) problems.push({ path: 'conditions', kind: 'group', detail: '' });
  else inspect(parsed, 'conditions', 1, problems);
  return problems.length > 0 ? { ok: false, problems: problems.map(placed) } : { ok: true, conditions: parsed as RuleConditions };
}

export function writeConditions(conditions: RuleConditions): string {
  return JSON.stringify(conditions, (_key, value: unknown) => (value === undefined ? null : value), 2);
}

/** The group or condition a problem of the server is about, and what of it. */
export function splitPath(path: string, nodes: { has(path: string): boolean }): { readonly node: string; readonly rest: string } {
  const parts = path.split('.');
  for (let end = parts.length; end > 0; end -= 1) {
    const node = parts.slice(0, end).join('.');
    if (nodes.has(node)) return { node, rest: parts.slice(end).join('.') };
  }
  return { node: '', rest: path };
}

/** Problems by the node they stand at. What belongs to none is under the empty path. */
export function byNode(errors: readonly FieldError[], nodes: { has(path: string): boolean }): ReadonlyMap<string, readonly FieldError[]> {
  return Map.groupBy(errors, ({ path }) => splitPath(path, nodes).node);
}

function inspect(node: unknown, path: string, depth: number, problems: Misfit[]): void {
  if (depth > DEEPEST) return void problems.push({ path, kind: 'deep', detail: '' });
  if (!isRecord(node)) return void problems.push({ path, kind: 'node', detail: '' });
  const groups = GROUPS.filter((name) => Object.hasOwn(node, name));
  const [group] = groups;
  if (groups.length > 1) problems.push({ path, kind: 'mixed', detail: groups.join(', ') });
  const allowed: readonly string[] = group ? groups : LEAF_KEYS;
  for (const key of Object.keys(node)) if (!allowed.includes(key)) problems.push({ path: `${path}.${key}`, kind: 'key', detail: key });
  if (!group) return inspectLeaf(node, path, problems);
  const inside = node[group];
  if (group === 'not') return inspect(inside, `${path}.not`, depth + 1, problems);
  if (!Array.isArray(inside)) return void problems.push({ path: `${path}.${group}`, kind: 'list', detail: '' });
  inside.forEach((child, index) => inspect(child, `${path}.${group}.${index}`, depth + 1, problems));
}

function inspectLeaf(node: Record<string, unknown>, path: string, problems: Misfit[]): void {
  for (const key of ['fact', 'operator', 'value']) {
    if (!Object.hasOwn(node, key)) problems.push({ path: `${path}.${key}`, kind: 'missing', detail: key });
  }
  for (const key of ['fact', 'operator', 'path']) {
    if (Object.hasOwn(node, key) && typeof node[key] !== 'string') problems.push({ path: `${path}.${key}`, kind: 'text', detail: key });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
