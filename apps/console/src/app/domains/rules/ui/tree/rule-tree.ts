import { Component, ElementRef, forwardRef, inject, input, output, signal } from '@angular/core';
import { Dialogs, Toasts } from '#ui';
import type { FactBook } from '../../data/fact-book';
import type { Lights } from '../../data/lights';
import type { NodeProblems } from '../../data/rule-check';
import { aGroup, emptyCondition, findNode, isGroup, placeOf, type Group, type TreeNode } from '../../data/tree';
import { duplicate, insert, moveTo, negate, remove, setCondition, step, unwrap, wrap, type Direction } from '../../data/tree-edit';
import { conditionAbout } from '../../data/value-kind';
import { rulesTexts } from '../../texts';
import { GroupNode } from './group-node';
import { TreeDesk, type DropTarget } from './tree-desk';

export interface TreeChange {
  readonly tree: Group;
  readonly on: string;
}

/** The conditions of a rule as sentences in groups, to be changed by mouse and by keyboard. */
@Component({
  selector: 'baton-rule-tree',
  imports: [GroupNode],
  providers: [{ provide: TreeDesk, useExisting: forwardRef(() => RuleTree) }],
  template: `
    <baton-group-node [group]="tree()" [depth]="0" />
    <p class="ba-hidden-text" role="status">{{ said() }}</p>
  `,
  host: { role: 'group', '[attr.aria-label]': "t('tree.label')", '(dragend)': 'dragged.set(null); target.set(null)' },
  styles: `
    :host {
      display: block;
    }
  `,
})
export class RuleTree extends TreeDesk {
  readonly tree = input.required<Group>();
  readonly book = input.required<FactBook | null>();
  readonly lights = input<Lights>(new Map());
  readonly problems = input<NodeProblems>(new Map());
  readonly mayEdit = input(false);
  readonly changed = output<TreeChange>();
  /** What was removed can be brought back by whoever keeps the history. */
  readonly undone = output<void>();

  protected readonly t = rulesTexts();
  private readonly dialogs = inject(Dialogs);
  private readonly toasts = inject(Toasts);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly folded = signal<ReadonlySet<string>>(new Set());
  readonly dragged = signal<string | null>(null);
  readonly target = signal<DropTarget | null>(null);
  /** What has happened, for those who do not see it. */
  protected readonly said = signal('');

  change(tree: Group, on = ''): void {
    if (tree !== this.tree()) this.changed.emit({ tree, on });
  }

  add(group: Group, what: 'condition' | 'group'): void {
    const condition = emptyCondition();
    const node = what === 'condition' ? condition : aGroup(group.join === 'all' ? 'any' : 'all', [condition]);
    this.change(insert(this.tree(), group.id, group.children.length, node));
    this.focusSoon(condition.id, '.fact');
    if (what === 'condition') void this.chooseFact(condition);
  }

  step(node: TreeNode, direction: Direction): void {
    const moved = step(this.tree(), node.id, direction);
    const place = placeOf(moved, node.id);
    if (moved === this.tree() || !place) return this.said.set(this.t('tree.stays'));
    this.change(moved);
    const group = this.t('tree.inGroup', { join: this.t(`tree.joins.${place.parent.join}`) });
    this.said.set(this.t('tree.moved', { number: place.index + 1, count: place.parent.children.length, group }));
    this.focusSoon(node.id, '.handle');
  }

  duplicate(node: TreeNode): void {
    const { root, copy } = duplicate(this.tree(), node.id);
    this.change(root);
    if (copy) this.focusSoon(copy.id, '.handle');
  }

  remove(node: TreeNode): void {
    const place = placeOf(this.tree(), node.id);
    const next = remove(this.tree(), node.id);
    this.change(next);
    this.said.set(this.t('tree.removed'));
    this.toasts.say(this.t('tree.removed'), { label: this.t('tree.undo'), run: () => this.undone.emit() });
    const beside = place?.parent.children[place.index + 1] ?? place?.parent.children[place.index - 1] ?? place?.parent;
    this.focusSoon(beside && findNode(next, beside.id) ? beside.id : next.id, '.handle');
  }

  negate(node: TreeNode): void {
    this.change(negate(this.tree(), node.id));
    this.focusSoon(node.id, '.handle');
  }

  wrap(node: TreeNode, join: 'all' | 'any'): void {
    this.change(wrap(this.tree(), node.id, join));
    this.focusSoon(node.id, '.handle');
  }

  unwrap(node: TreeNode): void {
    const group = isGroup(node) ? node : placeOf(this.tree(), node.id)?.parent;
    if (group) this.change(unwrap(this.tree(), group.id));
  }

  fold({ id }: Group): void {
    this.folded.update((ids) => (ids.has(id) ? new Set([...ids].filter((each) => each !== id)) : new Set([...ids, id])));
  }

  async chooseFact(node: TreeNode): Promise<void> {
    const book = this.book();
    if (!book || isGroup(node)) return;
    const { FactDialog } = await import('./fact-dialog');
    const name = await this.dialogs.open<string, FactBook>(FactDialog, book, 560, 'top');
    const fact = name && book.definition(name);
    if (!name || !fact) return;
    this.change(setCondition(this.tree(), node.id, conditionAbout(name, fact, book.attribute(name))));
    this.focusSoon(node.id, '.value input', '.value select', '.fact');
  }

  drop(): void {
    const [id, target] = [this.dragged(), this.target()];
    this.dragged.set(null);
    this.target.set(null);
    if (id && target) this.change(moveTo(this.tree(), id, target.groupId, target.index));
  }

  /** Brings a node into view and puts the cursor there. */
  focus(id: string): void {
    this.focusSoon(id, '.fact', '.handle');
  }

  /** @param what selectors, the most wanted first */
  private focusSoon(id: string, ...what: readonly string[]): void {
    setTimeout(() => {
      const row = this.element.querySelector<HTMLElement>(`[data-node="${id}"]`);
      const first = what.map((selector) => row?.querySelector<HTMLElement>(selector)).find((each) => each !== null && each !== undefined);
      first?.focus();
      first?.scrollIntoView?.({ block: 'nearest' });
    });
  }
}
