import type { RuleCondition } from '#contracts';
import { aGroup, ancestorsOf, copyOf, emptyCondition, findNode, isGroup, placeOf, type Group, type Join, type TreeNode } from './tree';

/** Each takes a tree and gives the next one; what cannot be done leaves it as it is. */

/** What stands in a node's place afterwards: itself changed, several, or nothing. */
type Replacement = (node: TreeNode) => readonly TreeNode[];

export function setCondition(root: Group, id: string, condition: RuleCondition): Group {
  return replace(root, id, (node) => (isGroup(node) ? [node] : [{ ...node, condition }]));
}

export function insert(root: Group, groupId: string, index: number, node: TreeNode): Group {
  const group = findNode(root, groupId);
  if (!group || !isGroup(group) || group.join === 'not') return root;
  return setChildren(root, groupId, group.children.toSpliced(index, 0, node));
}

export function remove(root: Group, id: string): Group {
  return id === root.id ? root : replace(root, id, () => []);
}

/** @returns the tree and the copy, which stands after the original; inside a `not` both are put into a group */
export function duplicate(root: Group, id: string): { readonly root: Group; readonly copy: TreeNode | null } {
  const node = findNode(root, id);
  if (!node || id === root.id) return { root, copy: null };
  const copy = copyOf(node);
  const inNot = placeOf(root, id)?.parent.join === 'not';
  return { root: replace(root, id, (original) => (inNot ? [aGroup('all', [original, copy])] : [original, copy])), copy };
}

/** Puts the node into a group of its own. */
export function wrap(root: Group, id: string, join: Join): Group {
  return replace(root, id, (node) => [aGroup(join, [node])]);
}

/** Puts the children of a group where the group stood. */
export function unwrap(root: Group, id: string): Group {
  const node = findNode(root, id);
  if (!node || !isGroup(node)) return root;
  if (id === root.id) {
    const [only] = node.children;
    return node.children.length === 1 && only && isGroup(only) ? only : root;
  }
  if (placeOf(root, id)?.parent.join === 'not' && node.children.length !== 1) return root;
  return replace(root, id, () => node.children);
}

/** Turns a node into its opposite, and back. */
export function negate(root: Group, id: string): Group {
  const node = findNode(root, id);
  if (!node) return root;
  const not = [node, placeOf(root, id)?.parent].find((each): each is Group => each !== undefined && isGroup(each) && each.join === 'not');
  if (!not) return wrap(root, id, 'not');
  if (not.id !== root.id) return replace(root, not.id, () => not.children);
  const only = not.children[0]!;
  return isGroup(only) ? only : { ...not, join: 'all' };
}

/** Several children of a group that becomes a `not` are kept together. */
export function setJoin(root: Group, id: string, join: Join): Group {
  return replace(root, id, (node) => {
    if (!isGroup(node) || node.join === join) return [node];
    if (join !== 'not') return [{ ...node, join }];
    const only = node.children.length === 1 ? node.children[0]! : aGroup(node.join, node.children.length > 0 ? node.children : [emptyCondition()]);
    return [{ ...node, join, children: [only] }];
  });
}

/** Whether a node may go into a group: not into itself, and a `not` is full. */
export function mayMoveInto(root: Group, id: string, groupId: string): boolean {
  const group = findNode(root, groupId);
  if (!group || !isGroup(group) || group.join === 'not' || id === root.id) return false;
  return id !== groupId && !ancestorsOf(root, groupId).some((ancestor) => ancestor.id === id);
}

/** @param index among the children as they stand before the move */
export function moveTo(root: Group, id: string, groupId: string, index: number): Group {
  const node = findNode(root, id);
  if (!node || !mayMoveInto(root, id, groupId)) return root;
  const place = placeOf(root, id)!;
  const target = place.parent.id === groupId && place.index < index ? index - 1 : index;
  if (place.parent.id === groupId) {
    return setChildren(root, groupId, place.parent.children.toSpliced(place.index, 1).toSpliced(target, 0, node));
  }
  return insert(remove(root, id), groupId, target, node);
}

export type Direction = 'up' | 'down' | 'out' | 'in';

/** One step by keyboard: among its siblings, out of its group to just after it, or into the group before (else after) it. */
export function step(root: Group, id: string, direction: Direction): Group {
  const place = placeOf(root, id);
  if (!place) return root;
  const { parent, index } = place;
  if (direction === 'up') return index > 0 ? moveTo(root, id, parent.id, index - 1) : root;
  if (direction === 'down') return index < parent.children.length - 1 ? moveTo(root, id, parent.id, index + 2) : root;
  if (direction === 'out') return out(root, id);
  const beside = [parent.children[index - 1], parent.children[index + 1]].find(
    (sibling): sibling is Group => sibling !== undefined && isGroup(sibling) && sibling.join !== 'not',
  );
  if (!beside) return root;
  return moveTo(root, id, beside.id, beside === parent.children[index - 1] ? beside.children.length : 0);
}

function out(root: Group, id: string): Group {
  const ancestors = ancestorsOf(root, id);
  // A `not` takes no second child, so one goes past it.
  const target = ancestors.slice(0, -1).findLast(({ join }) => join !== 'not');
  if (!target) return root;
  const passed = ancestors[ancestors.indexOf(target) + 1]!;
  return moveTo(root, id, target.id, target.children.findIndex((child) => child.id === passed.id) + 1);
}

function setChildren(root: Group, groupId: string, children: readonly TreeNode[]): Group {
  return replace(root, groupId, (node) => [{ ...node, children } as Group]);
}

function replace(root: Group, id: string, by: Replacement): Group {
  const [next, ...more] = replaced(root, id, by);
  if (next && more.length === 0 && isGroup(next)) return next;
  // The root is one group, whatever has come of it.
  return aGroup('all', next ? [next, ...more] : []);
}

function replaced(node: TreeNode, id: string, by: Replacement): readonly TreeNode[] {
  if (node.id === id) return by(node);
  if (!isGroup(node)) return [node];
  const children = node.children.flatMap((child) => replaced(child, id, by));
  if (children.length === node.children.length && children.every((child, index) => child === node.children[index])) return [node];
  // A `not` of nothing says nothing.
  if (node.join === 'not' && children.length === 0) return [];
  if (node.join === 'not' && children.length > 1) return [{ ...node, children: [aGroup('all', children)] }];
  return [{ ...node, children }];
}
