import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { UI_TEXTS } from '../texts.js';
import { since, until } from './age.js';
import { Ticker } from './ticker.js';

/** A time in relation to now: `ago` counts up from an instant ("6 m"), `left` down to a deadline and past it ("4 m left", "1 m over"). */
@Component({
  selector: 'ba-time',
  template: `<time [attr.datetime]="iso()" [attr.title]="full()">{{ label().text }}</time>`,
  styles: `
    :host {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
  `,
})
export class BaTime {
  /** ISO 8601. */
  readonly at = input.required<string>();
  readonly as = input<'ago' | 'left'>('ago');

  private readonly texts = inject(UI_TEXTS);
  private readonly ticker = inject(Ticker);
  private readonly wokenAt = signal(0);

  private readonly instant = computed(() => Date.parse(this.at()));
  protected readonly iso = computed(() => (Number.isNaN(this.instant()) ? null : this.at()));
  protected readonly full = computed(() => (Number.isNaN(this.instant()) ? null : new Date(this.instant()).toLocaleString(this.texts.locale)));
  protected readonly label = computed(() => {
    const now = Math.max(this.wokenAt(), Date.now());
    if (Number.isNaN(this.instant())) return { text: '', trueForMs: Infinity, now };
    const span = this.as() === 'ago' ? since(this.instant(), now, this.texts) : until(this.instant(), now, this.texts);
    return { ...span, now };
  });

  constructor() {
    effect((onCleanup) => {
      const { now, trueForMs } = this.label();
      if (trueForMs !== Infinity) onCleanup(this.ticker.wakeAt(now + trueForMs, (at) => this.wokenAt.set(at)));
    });
  }
}
