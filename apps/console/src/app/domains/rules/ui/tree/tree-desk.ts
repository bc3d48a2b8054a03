import type { Signal, WritableSignal } from '@angular/core';
import type { FactBook } from '../../data/fact-book';
import type { Lights } from '../../data/lights';
import type { NodeProblems } from '../../data/rule-check';
import type { Group, TreeNode } from '../../data/tree';
import type { Direction } from '../../data/tree-edit';

/** Where something that is dragged would go. */
export interface DropTarget {
  readonly groupId: string;
  readonly index: number;
}

/** What the nodes of a tree know of it and do to it; the tree is their desk. */
export abstract class TreeDesk {
  abstract readonly tree: Signal<Group>;
  abstract readonly book: Signal<FactBook | null>;
  abstract readonly lights: Signal<Lights>;
  abstract readonly problems: Signal<NodeProblems>;
  abstract readonly mayEdit: Signal<boolean>;
  abstract readonly folded: Signal<ReadonlySet<string>>;
  abstract readonly dragged: WritableSignal<string | null>;
  abstract readonly target: WritableSignal<DropTarget | null>;

  /** @param on what is changed, so that typing into it is one step */
  abstract change(tree: Group, on?: string): void;
  abstract add(group: Group, what: 'condition' | 'group'): void;
  abstract step(node: TreeNode, direction: Direction): void;
  abstract duplicate(node: TreeNode): void;
  abstract remove(node: TreeNode): void;
  abstract negate(node: TreeNode): void;
  abstract wrap(node: TreeNode, join: 'all' | 'any'): void;
  abstract unwrap(node: TreeNode): void;
  abstract fold(node: Group): void;
  abstract chooseFact(node: TreeNode): Promise<void>;
  abstract drop(): void;
}
