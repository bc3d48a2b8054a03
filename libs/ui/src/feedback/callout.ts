import { Component, computed, input } from '@angular/core';
import { BaIcon } from '../icon/icon.js';
import type { IconName } from '../icon/icons.js';

export type CalloutTone = 'info' | 'warn' | 'bad' | 'good';
const ICON: Readonly<Record<CalloutTone, IconName>> = { info: 'info', warn: 'warning', bad: 'warning', good: 'check' };

/** A sentence that stands in the page because it matters now: why saving failed, what a choice means. */
@Component({
  selector: 'ba-callout',
  imports: [BaIcon],
  template: `
    <ba-icon [name]="icon()" [size]="15" />
    <div><ng-content /></div>
  `,
  host: { '[attr.data-tone]': 'tone()', '[attr.role]': "tone() === 'bad' ? 'alert' : null" },
  styles: `
    :host {
      display: flex;
      gap: 10px;
      padding: 9px 12px;
      border-radius: var(--r-m);
      background: var(--sunken);
      color: var(--text);
    }
    ba-icon {
      margin-top: 2px;
      color: var(--text-3);
    }
    div {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    :host([data-tone='warn']) {
      background: var(--warn-soft);
    }
    :host([data-tone='warn']) ba-icon {
      color: var(--warn);
    }
    :host([data-tone='bad']) {
      background: var(--bad-soft);
    }
    :host([data-tone='bad']) ba-icon {
      color: var(--bad);
    }
    :host([data-tone='good']) {
      background: var(--accent-soft);
    }
    :host([data-tone='good']) ba-icon {
      color: var(--good);
    }
  `,
})
export class BaCallout {
  readonly tone = input<CalloutTone>('info');
  protected readonly icon = computed(() => ICON[this.tone()]);
}
