import { Component, computed, input } from '@angular/core';

/** How sure the AI is: a violet bar with the number beside it. `value` is 0…1. */
@Component({
  selector: 'ba-meter',
  template: `
    <span class="bar"><i [style.width.%]="percent()"></i></span>
    <span>{{ percent() }} %</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      font-size: 11px;
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .bar {
      width: 44px;
      height: 4px;
      border-radius: 2px;
      background: var(--line);
      overflow: hidden;
    }
    i {
      display: block;
      height: 100%;
      background: var(--ai);
    }
  `,
})
export class BaMeter {
  readonly value = input.required<number>();
  protected readonly percent = computed(() => Math.round(Math.min(1, Math.max(0, this.value())) * 100));
}
