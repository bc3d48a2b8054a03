import { Component, computed, input } from '@angular/core';

const LINE_WIDTHS_PERCENT = [62, 88, 74, 93, 55];

/** The shape of what is coming: list rows or lines of text. */
@Component({
  selector: 'ba-skeleton',
  template: `
    @for (width of widths(); track $index) {
      <div class="item">
        @if (shape() === 'rows') {
          <i class="disc"></i>
        }
        <div class="lines">
          <i [style.width.%]="width"></i>
          @if (shape() === 'rows') {
            <i [style.width.%]="width * 0.7"></i>
          }
        </div>
      </div>
    }
  `,
  host: { 'aria-hidden': 'true', '[attr.data-shape]': 'shape()' },
  styles: `
    :host {
      display: block;
    }
    .item {
      display: flex;
      gap: 10px;
      align-items: center;
      padding: 4px 0;
    }
    :host([data-shape='rows']) .item {
      padding: 14px;
      border-bottom: 1px solid var(--line);
    }
    .lines {
      flex: 1;
      display: grid;
      gap: 8px;
    }
    i {
      display: block;
      height: 10px;
      border-radius: 5px;
      background: var(--line);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }
    .disc {
      width: 32px;
      height: 32px;
      border-radius: 50%;
      flex: none;
    }
    @keyframes breathe {
      from {
        opacity: 0.9;
      }
      to {
        opacity: 0.45;
      }
    }
  `,
})
export class BaSkeleton {
  readonly count = input(4);
  readonly shape = input<'rows' | 'lines'>('lines');

  protected readonly widths = computed(() =>
    Array.from({ length: this.count() }, (_, i) => LINE_WIDTHS_PERCENT[i % LINE_WIDTHS_PERCENT.length] ?? 70),
  );
}
