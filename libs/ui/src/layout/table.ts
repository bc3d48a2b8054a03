import { Component, input } from '@angular/core';

/** Lets a native table scroll sideways where it must, reachable by keyboard. The table inside carries the class `ba-table`. */
@Component({
  selector: 'ba-table',
  template: `<ng-content />`,
  host: { role: 'region', tabindex: '0', '[attr.aria-label]': 'label()' },
  styles: `
    :host {
      display: block;
      overflow-x: auto;
    }
    :host(:focus-visible) {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
      box-shadow: none;
    }
  `,
})
export class BaTable {
  readonly label = input.required<string>();
}
