import { Component, computed, inject, input } from '@angular/core';
import { BaIconButton, BaMenu, BaMenuFor, BaMenuItem } from '#ui';
import { isGroup, placeOf, type TreeNode } from '../../data/tree';
import { type Direction } from '../../data/tree-edit';
import { rulesTexts } from '../../texts';
import { TreeDesk } from './tree-desk';

const BY_ARROW: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

/** Everything that can be done with a node; with Alt and an arrow it moves. */
@Component({
  selector: 'baton-node-menu',
  imports: [BaIconButton, BaMenu, BaMenuFor, BaMenuItem],
  template: `
    <button
      ba-icon-button
      type="button"
      class="handle"
      icon="more"
      [label]="t('tree.move', { what: what() })"
      [attr.aria-keyshortcuts]="isRoot() ? null : 'Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight Delete'"
      [ba-menu-for]="menu"
      (keydown)="steer($event)"
    ></button>
    <ng-template #menu>
      <ba-menu [label]="t('tree.move', { what: what() })">
        @if (!isRoot()) {
          <button ba-menu-item [disabled]="isFirst()" (chosen)="desk.step(node(), 'up')">{{ t('tree.moveUp') }}</button>
          <button ba-menu-item [disabled]="isLast()" (chosen)="desk.step(node(), 'down')">{{ t('tree.moveDown') }}</button>
          <button ba-menu-item (chosen)="desk.step(node(), 'out')">{{ t('tree.moveOut') }}</button>
          <button ba-menu-item (chosen)="desk.step(node(), 'in')">{{ t('tree.moveIn') }}</button>
          <button ba-menu-item icon="copy" (chosen)="desk.duplicate(node())">{{ t('tree.duplicate') }}</button>
        }
        <button ba-menu-item (chosen)="desk.wrap(node(), 'all')">{{ t('tree.wrapAll') }}</button>
        <button ba-menu-item (chosen)="desk.wrap(node(), 'any')">{{ t('tree.wrapAny') }}</button>
        @if (mayUnwrap()) {
          <button ba-menu-item (chosen)="desk.unwrap(node())">{{ t('tree.unwrap') }}</button>
        }
        <button ba-menu-item (chosen)="desk.negate(node())">{{ t('tree.negate') }}</button>
        @if (!isRoot()) {
          <button ba-menu-item icon="trash" look="danger" (chosen)="desk.remove(node())">{{ t('tree.remove') }}</button>
        }
      </ba-menu>
    </ng-template>
  `,
})
export class NodeMenu {
  readonly node = input.required<TreeNode>();
  readonly what = input.required<string>();
  readonly isRoot = input(false);

  protected readonly t = rulesTexts();
  protected readonly desk = inject(TreeDesk);
  private readonly place = computed(() => placeOf(this.desk.tree(), this.node().id));
  protected readonly isFirst = computed(() => this.place()?.index === 0);
  protected readonly isLast = computed(() => this.place()?.index === (this.place()?.parent.children.length ?? 0) - 1);
  protected readonly mayUnwrap = computed(() => isGroup(this.node()) || this.place()?.parent.id !== this.desk.tree().id);

  protected steer(event: KeyboardEvent): void {
    if (this.isRoot()) return;
    const direction = event.altKey ? BY_ARROW[event.key] : undefined;
    if (direction) this.desk.step(this.node(), direction);
    else if (event.key === 'Delete' && !event.altKey) this.desk.remove(this.node());
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
