import { Component, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';
import { MenuLine } from './menu.js';

/** A line of a menu with a few choices side by side, of which one holds. */
@Component({
  selector: 'ba-menu-choice',
  template: `<span class="label" aria-hidden="true">{{ label() }}</span> <span class="choices"><ng-content /></span>`,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 16px;
      min-height: 30px;
      padding: 1px 4px 1px 10px;
    }
    .label {
      flex: 1;
      color: var(--text-2);
    }
    .choices {
      display: flex;
      gap: 1px;
    }
    @media (max-width: 720px) {
      :host {
        min-height: 44px;
      }
    }
  `,
})
export class BaMenuChoice {
  readonly label = input.required<string>();
}

/** One of the choices: an icon or a short word, with its whole name for who hovers or listens. */
@Component({
  selector: 'button[ba-menu-radio]',
  imports: [BaIcon],
  template: `
    @if (icon(); as icon) {
      <ba-icon [name]="icon" [size]="15" />
    } @else {
      <span aria-hidden="true">{{ short() }}</span>
    }
  `,
  host: { role: 'menuitemradio', '[attr.aria-checked]': 'checked()', '[attr.aria-label]': 'label()', '[title]': 'label()' },
  styles: `
    :host {
      display: grid;
      place-items: center;
      min-width: 28px;
      height: 26px;
      padding: 0 5px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text-3);
      font-size: 11px;
      font-weight: 600;
      cursor: pointer;
    }
    :host(:hover) {
      background: var(--hover);
      color: var(--text);
    }
    :host([aria-checked='true']) {
      background: var(--accent-soft);
      color: var(--accent);
    }
    @media (max-width: 720px) {
      :host {
        min-width: 40px;
        height: 40px;
      }
    }
    @media (forced-colors: active) {
      :host([aria-checked='true']) {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
})
export class BaMenuRadio extends MenuLine {
  readonly label = input.required<string>();
  readonly icon = input<IconName | null>(null);
  readonly short = input('');
  readonly checked = input(false);
  protected override readonly staysForSpace = true;
}
