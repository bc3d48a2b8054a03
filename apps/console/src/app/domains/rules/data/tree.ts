import type { RuleCondition, RuleConditions, RuleNode } from '#contracts';

export type Join = 'all' | 'any' | 'not';

/** A group as the editor holds it. A `not` has exactly one child, and the root is a group. */
export interface Group {
  readonly id: string;
  readonly join: Join;
  readonly children: readonly TreeNode[];
}

/** A condition as the editor holds it; what is still to be chosen is empty. */
export interface Leaf {
  readonly id: string;
  readonly condition: RuleCondition;
}

export type TreeNode = Group | Leaf;

/** Where a node stands: in which group, and as which of its children. */
export interface Place {
  readonly parent: Group;
  readonly index: number;
}

export const isGroup = (node: TreeNode): node is Group => 'join' in node;

let lastId = 0;
const freshId = (): string => `n${++lastId}`;

export const aLeaf = (condition: RuleCondition): Leaf => ({ id: freshId(), condition });
export const aGroup = (join: Join, children: readonly TreeNode[]): Group => ({ id: freshId(), join, children });
export const emptyCondition = (): Leaf => aLeaf({ fact: '', operator: '', value: undefined });

/** @param conditions a document that has passed `readConditions`, or came from the server */
export function treeOf(conditions: RuleConditions): Group {
  return nodeOf(conditions) as Group;
}

function nodeOf(node: RuleNode): TreeNode {
  if ('all' in node) return aGroup('all', node.all.map(nodeOf));
  if ('any' in node) return aGroup('any', node.any.map(nodeOf));
  if ('not' in node) return aGroup('not', [nodeOf(node.not)]);
  return aLeaf(node);
}

export function conditionsOf(root: Group): RuleConditions {
  return documentOf(root) as RuleConditions;
}

export function documentOf(node: TreeNode): RuleNode {
  if (!isGroup(node)) return node.condition;
  if (node.join === 'not') return { not: documentOf(node.children[0]!) };
  const children = node.children.map(documentOf);
  return node.join === 'all' ? { all: children } : { any: children };
}

/** Every node, each before its children. */
export function* nodesOf(node: TreeNode): Generator<TreeNode> {
  yield node;
  if (isGroup(node)) for (const child of node.children) yield* nodesOf(child);
}

export function findNode(root: Group, id: string): TreeNode | null {
  for (const node of nodesOf(root)) if (node.id === id) return node;
  return null;
}

export function placeOf(root: Group, id: string): Place | null {
  for (const node of nodesOf(root)) {
    if (!isGroup(node)) continue;
    const index = node.children.findIndex((child) => child.id === id);
    if (index >= 0) return { parent: node, index };
  }
  return null;
}

/** From the root down to the group the node stands in. */
export function ancestorsOf(root: Group, id: string): readonly Group[] {
  const place = placeOf(root, id);
  return place ? [...ancestorsOf(root, place.parent.id), place.parent] : [];
}

/** The same nodes under new ids. */
export function copyOf(node: TreeNode): TreeNode {
  return isGroup(node) ? aGroup(node.join, node.children.map(copyOf)) : aLeaf(node.condition);
}

/** Where each node stands in the document, as the server says it: `conditions.all.0.any.1`. */
export function pathsOf(root: Group): ReadonlyMap<string, TreeNode> {
  const paths = new Map<string, TreeNode>();
  const enter = (node: TreeNode, path: string): void => {
    paths.set(path, node);
    if (!isGroup(node)) return;
    node.children.forEach((child, index) => enter(child, node.join === 'not' ? `${path}.not` : `${path}.${node.join}.${index}`));
  };
  enter(root, 'conditions');
  return paths;
}
