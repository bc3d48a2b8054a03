import { Component, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { MenuLine } from './menu.js';

@Component({
  selector: 'button[ba-menu-item]',
  imports: [BaIcon],
  template: `
    @if (icon(); as icon) {
      <ba-icon [name]="icon" [size]="15" />
    }
    <span><ng-content /></span>
    <ng-content select="ba-kbd" />
  `,
  host: { role: 'menuitem', class: 'ba-menu-line', '[attr.data-look]': 'look()' },
  styles: `
    :host([data-look='danger']) {
      color: var(--bad);
    }
    span {
      flex: 1;
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    ba-icon {
      color: var(--text-3);
    }
    :host([data-look='danger']) ba-icon {
      color: inherit;
    }
  `,
})
export class BaMenuItem extends MenuLine {
  readonly icon = input<IconName | null>(null);
  readonly look = input<'plain' | 'danger'>('plain');
}

/** A line of a menu that is on or off; the owner of the setting turns it when it is chosen. */
@Component({
  selector: 'button[ba-menu-switch]',
  imports: [BaIcon],
  template: `<span class="box">
      @if (checked()) {
        <ba-icon name="check" [size]="11" />
      }</span
    ><span class="text"><ng-content /></span>`,
  host: { role: 'menuitemcheckbox', class: 'ba-menu-line', '[attr.aria-checked]': 'checked()' },
  styles: `
    .box {
      flex: none;
      display: grid;
      place-items: center;
      width: 15px;
      height: 15px;
      border: 1px solid var(--text-3);
      border-radius: 4px;
      color: var(--accent);
    }
    :host([aria-checked='true']) .box {
      border-color: var(--accent);
    }
    .text {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class BaMenuSwitch extends MenuLine {
  readonly checked = input(false);
  protected override readonly staysForSpace = true;
}
