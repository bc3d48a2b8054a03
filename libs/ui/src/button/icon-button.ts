import { Component, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

/** A button that is only an icon; `label` is its name for people who do not see it and the tooltip for those who do. */
@Component({
  selector: 'button[ba-icon-button], a[ba-icon-button]',
  imports: [BaIcon],
  template: `<ba-icon [name]="icon()" [size]="size()" />`,
  host: { '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
  styles: `
    :host {
      flex: none;
      display: inline-grid;
      place-items: center;
      width: 28px;
      height: 28px;
      padding: 0;
      position: relative;
      cursor: pointer;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text-2);
      transition: background-color 0.1s;
    }
    :host(:hover) {
      background: var(--hover);
      color: var(--text);
    }
    :host([aria-pressed='true']),
    :host([aria-expanded='true']) {
      background: var(--hover);
      color: var(--text);
    }
    :host(:disabled) {
      opacity: 0.4;
      cursor: default;
    }
    /* Fingers get 44 px, the eye keeps 28. */
    @media (pointer: coarse) {
      :host::after {
        content: '';
        position: absolute;
        inset: -8px;
      }
    }
  `,
})
export class BaIconButton {
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
  readonly size = input(17);
}
