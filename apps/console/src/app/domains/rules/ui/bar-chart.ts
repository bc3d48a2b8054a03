import { Component, computed, input, signal } from '@angular/core';
import { BaButton, BaTable } from '#ui';
import { rulesTexts } from '../texts';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

const [WIDTH, HEIGHT] = [352, 56];
/** Where something happened a bar is seen, however high the others are. */
const LEAST_HEIGHT = 3;

/** A row of bars, and the same as a table for those who would rather read. */
@Component({
  selector: 'baton-bar-chart',
  imports: [BaButton, BaTable],
  template: `
    <div class="head">
      <h3>{{ heading() }}</h3>
      <button ba-button look="ghost" type="button" (click)="asTable.set(!asTable())">{{ asTable() ? t('replay.chart') : t('replay.table') }}</button>
    </div>
    @if (asTable()) {
      <ba-table class="rows" [label]="heading()">
        <table class="ba-table num">
          <thead>
            <tr>
              <th scope="col">{{ unit() }}</th>
              <th scope="col" class="end">{{ t('replay.handoffs') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (bar of bars(); track $index) {
              <tr>
                <td>{{ bar.label }}</td>
                <td class="end">{{ bar.value }}</td>
              </tr>
            }
          </tbody>
        </table>
      </ba-table>
    } @else {
      <svg [attr.viewBox]="box" preserveAspectRatio="none" role="img" [attr.aria-label]="summary()">
        @for (bar of drawn(); track $index) {
          <rect [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.height" [class.some]="bar.some">
            <title>{{ bar.title }}</title>
          </rect>
        }
      </svg>
      <div class="ends num" aria-hidden="true">
        <span>{{ bars()[0]?.label }}</span>
        <span>{{ most() }}</span>
        <span>{{ bars().at(-1)?.label }}</span>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .head {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 8px;
      min-height: 28px;
    }
    h3 {
      margin: 0;
      font-size: 12px;
      font-weight: 500;
      color: var(--text-2);
    }
    button {
      height: 24px;
      padding: 0 6px;
      font-size: 12px;
    }
    svg {
      display: block;
      width: 100%;
      height: 56px;
    }
    rect {
      fill: var(--line-strong);
    }
    .some {
      fill: var(--accent);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      margin-top: 2px;
      font-size: 11px;
      line-height: 16px;
      color: var(--text-3);
    }
    .rows {
      max-height: 220px;
      overflow: auto;
      border: 1px solid var(--line);
      border-radius: var(--r-m);
    }
    td {
      padding-block: 3px;
    }
  `,
})
export class BarChart {
  readonly heading = input.required<string>();
  /** What a bar stands for. */
  readonly unit = input.required<string>();
  readonly bars = input.required<readonly Bar[]>();

  protected readonly t = rulesTexts();
  protected readonly asTable = signal(false);
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  private readonly highest = computed(() => Math.max(0, ...this.bars().map(({ value }) => value)));
  protected readonly most = computed(() => this.t('replay.most', { count: this.highest() }));
  protected readonly summary = computed(() => {
    const told = this.bars().filter(({ value }) => value > 0);
    return `${this.heading()}. ${told.map(({ label, value }) => this.t('replay.point', { label, value })).join(', ') || '0'}`;
  });
  protected readonly drawn = computed(() => {
    const step = WIDTH / Math.max(1, this.bars().length);
    const width = Math.max(1, step - Math.min(3, step / 4));
    return this.bars().map(({ label, value }, index) => {
      const height = value === 0 ? 1 : Math.max(LEAST_HEIGHT, (value / this.highest()) * HEIGHT);
      const title = this.t('replay.point', { label, value });
      return { x: index * step, y: HEIGHT - height, width, height, some: value > 0, title };
    });
  });
}
