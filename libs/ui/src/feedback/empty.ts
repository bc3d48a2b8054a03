import { Component, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

/** Nothing here, and what to do about it. The way on goes into `[action]`. */
@Component({
  selector: 'ba-empty',
  imports: [BaIcon],
  template: `
    <span class="icon"><ba-icon [name]="icon()" [size]="22" /></span>
    <strong>{{ title() }}</strong>
    <p><ng-content /></p>
    <ng-content select="[action]" />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: 4px;
      padding: 48px 24px;
      text-align: center;
    }
    .icon {
      width: 44px;
      height: 44px;
      display: grid;
      place-items: center;
      margin-bottom: 8px;
      border-radius: var(--r-l);
      color: var(--text-3);
      background: var(--sunken);
    }
    strong {
      font-weight: 600;
    }
    p {
      margin: 0 0 12px;
      max-width: 44ch;
      color: var(--text-2);
    }
    p:empty {
      display: none;
    }
  `,
})
export class BaEmpty {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
}
