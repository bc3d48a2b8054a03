import type { EvidenceNode } from '#contracts';
import { isGroup, type Group, type TreeNode } from './tree';

/** What a node of the tree came out as, and what its fact was. */
export interface Light {
  readonly held: boolean;
  readonly factValue?: unknown;
}

export type Lights = ReadonlyMap<string, Light>;

/** Puts a decision onto the tree it was made about. What does not fit, because the tree is another by now, stays dark. */
export function lightsOf(root: Group, evidence: EvidenceNode): Lights {
  const lights = new Map<string, Light>();
  light(root, evidence, lights);
  return lights;
}

function light(node: TreeNode, evidence: EvidenceNode, lights: Map<string, Light>): void {
  if (!isGroup(node)) {
    if (!('fact' in evidence) || evidence.fact !== node.condition.fact) return;
    lights.set(node.id, { held: evidence.result, factValue: evidence.factValue });
    return;
  }
  const children = childrenOf(node, evidence);
  if (!children) return;
  lights.set(node.id, { held: evidence.result });
  node.children.forEach((child, index) => {
    const inside = children[index];
    if (inside) light(child, inside, lights);
  });
}

function childrenOf({ join }: Group, evidence: EvidenceNode): readonly EvidenceNode[] | null {
  if (join === 'not') return 'not' in evidence ? [evidence.not] : null;
  if (join === 'all') return 'all' in evidence ? evidence.all : null;
  return 'any' in evidence ? evidence.any : null;
}
