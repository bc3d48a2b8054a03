import { Component, computed, inject, input } from '@angular/core';
import { BaButton, BaIcon, BaIconButton } from '#ui';
import { isGroup, nodesOf, type Group, type Join, type TreeNode } from '../../data/tree';
import { mayMoveInto, setJoin } from '../../data/tree-edit';
import { rulesTexts } from '../../texts';
import { ConditionNode } from './condition-node';
import { NodeMenu } from './node-menu';
import { TreeDesk } from './tree-desk';

const JOINS: readonly Join[] = ['all', 'any', 'not'];
const MAX_DEPTH = 8;

/** Conditions and groups that belong together: all of them, any of them, or not the one. */
@Component({
  selector: 'baton-group-node',
  imports: [BaButton, BaIcon, BaIconButton, ConditionNode, NodeMenu],
  templateUrl: './group-node.html',
  styleUrl: './group-node.css',
  host: {
    role: 'group',
    '[attr.data-node]': 'group().id',
    '[attr.aria-label]': 'label()',
    '[class.met]': 'light()?.held',
    '[class.lit]': 'light() !== undefined',
  },
})
export class GroupNode {
  readonly group = input.required<Group>();
  readonly depth = input.required<number>();

  protected readonly t = rulesTexts();
  protected readonly desk = inject(TreeDesk);
  protected readonly joins = JOINS;
  protected readonly asGroup = (node: TreeNode): Group | null => (isGroup(node) ? node : null);
  protected readonly asLeaf = (node: TreeNode) => (isGroup(node) ? null : node);
  protected readonly name = (join: Join): string => this.t(`tree.joins.${join}`);

  protected readonly isRoot = computed(() => this.depth() === 0);
  protected readonly mayNest = computed(() => this.depth() < MAX_DEPTH - 1);
  protected readonly isFolded = computed(() => this.desk.folded().has(this.group().id));
  protected readonly light = computed(() => this.desk.lights().get(this.group().id));
  protected readonly problem = computed(() => this.desk.problems().get(this.group().id));
  protected readonly hint = computed(() => this.t(`tree.joinHints.${this.group().join}`));
  protected readonly label = computed(() => this.t('tree.group', { join: `${this.name(this.group().join)} ${this.hint()}` }));
  protected readonly count = computed(() => [...nodesOf(this.group())].filter((node) => !isGroup(node)).length);
  /** Before which child something dragged would go. */
  protected readonly dropAt = computed(() => {
    const target = this.desk.target();
    return target?.groupId === this.group().id ? target.index : null;
  });
  private gripped: string | null = null;

  protected join(choice: HTMLSelectElement): void {
    this.desk.change(setJoin(this.desk.tree(), this.group().id, choice.value as Join));
    // A “not” of several becomes a “not” of a group.
    choice.value = this.group().join;
  }

  protected grip(event: PointerEvent, child: TreeNode): void {
    const grip = (event.target as HTMLElement).closest('.grip');
    this.gripped = grip ? child.id : null;
    const item = event.currentTarget as HTMLElement;
    // Text in fields could not be marked if everything were draggable.
    if (grip && grip.closest('li') === item) item.draggable = this.desk.mayEdit();
  }

  protected drag(event: DragEvent, child: TreeNode): void {
    if (this.gripped !== child.id) return;
    event.stopPropagation();
    event.dataTransfer?.setData('text/plain', child.id);
    this.desk.dragged.set(child.id);
  }

  protected over(event: DragEvent, child: TreeNode, index: number): void {
    const item = event.currentTarget as HTMLElement;
    const { top, height } = item.getBoundingClientRect();
    this.aim(event, event.clientY > top + height / 2 ? index + 1 : index, child);
  }

  /** At the foot of the group. */
  protected overEnd(event: DragEvent): void {
    this.aim(event, this.group().children.length);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    event.stopPropagation();
    this.desk.drop();
  }

  private aim(event: DragEvent, index: number, child?: TreeNode): void {
    const dragged = this.desk.dragged();
    if (!dragged) return;
    // A group answers for what is over its own children; what may not go here may go into the group around it.
    const mayTake = mayMoveInto(this.desk.tree(), dragged, this.group().id) && child?.id !== dragged;
    if (!mayTake) return;
    event.preventDefault();
    event.stopPropagation();
    this.desk.target.set({ groupId: this.group().id, index });
  }
}
