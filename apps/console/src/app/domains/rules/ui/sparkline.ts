import { Component, computed, input } from '@angular/core';

const [WIDTH, HEIGHT, GAP] = [84, 22, 2];
/** A day on which something happened is seen, however busy the others were. */
const LEAST_HEIGHT = 3;

/** How often something happened on each of some days, as small bars. */
@Component({
  selector: 'baton-sparkline',
  template: `
    <svg [attr.viewBox]="box" [attr.width]="width" [attr.height]="height" role="img" [attr.aria-label]="label()">
      @for (bar of bars(); track $index) {
        <rect [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.height" rx="1" [class.some]="bar.some" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    rect {
      fill: var(--line-strong);
    }
    .some {
      fill: var(--accent);
    }
    :host(.ai) .some {
      fill: var(--ai);
    }
  `,
})
export class Sparkline {
  readonly values = input.required<readonly number[]>();
  readonly label = input.required<string>();

  protected readonly width = WIDTH;
  protected readonly height = HEIGHT;
  protected readonly box = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly bars = computed(() => {
    const values = this.values();
    const most = Math.max(1, ...values);
    const width = WIDTH / Math.max(1, values.length) - GAP;
    return values.map((value, index) => {
      const height = value === 0 ? 1 : Math.max(LEAST_HEIGHT, (value / most) * HEIGHT);
      return { x: index * (width + GAP), y: HEIGHT - height, width, height, some: value > 0 };
    });
  });
}
