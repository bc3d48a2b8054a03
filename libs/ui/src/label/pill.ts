import { Component, computed, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

export type PillState = 'calm' | 'warn' | 'bad' | 'good';

/** Time pressure or state in one word: calm without ground, amber and red with one. The clock appears with the pressure, so colour never speaks alone. */
@Component({
  selector: 'ba-pill',
  imports: [BaIcon],
  template: `
    @if (shownIcon(); as icon) {
      <ba-icon [name]="icon" [size]="11" />
    }
    <ng-content />
  `,
  host: { '[attr.data-state]': 'state()' },
  styles: `
    :host {
      flex: none;
      display: inline-flex;
      gap: 4px;
      align-items: center;
      padding: 0 7px;
      border-radius: 9px;
      white-space: nowrap;
      font-size: 11px;
      line-height: 18px;
      font-weight: 500;
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
    }
    :host([data-state='warn']) {
      background: var(--warn-soft);
      color: var(--warn);
    }
    :host([data-state='bad']) {
      background: var(--bad-soft);
      color: var(--bad);
    }
    :host([data-state='good']) {
      color: var(--good);
    }
  `,
})
export class BaPill {
  readonly state = input<PillState>('calm');
  readonly icon = input<IconName | null>(null);

  protected readonly shownIcon = computed<IconName | null>(() => this.icon() ?? (this.state() === 'warn' || this.state() === 'bad' ? 'clock' : null));
}
