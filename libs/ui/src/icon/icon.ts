import { Component, computed, input } from '@angular/core';
import { ICONS, type IconName, type IconShape } from './icons.js';

/** A decorative stroke icon. Whatever it means is said in text beside it, or in the label of its button. */
@Component({
  selector: 'ba-icon',
  template: `
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      [style.width.px]="size()"
      [style.height.px]="size()"
      [style.stroke-width]="weight()"
    >
      @for (shape of shapes(); track $index) {
        @if ('d' in shape) {
          <svg:path [attr.d]="shape.d" />
        } @else {
          <svg:circle [attr.cx]="shape.circle[0]" [attr.cy]="shape.circle[1]" [attr.r]="shape.circle[2]" />
        }
      }
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      fill: none;
      stroke: currentColor;
      stroke-linecap: round;
      stroke-linejoin: round;
      display: block;
    }
  `,
})
export class BaIcon {
  readonly name = input.required<IconName>();
  readonly size = input(17);

  protected readonly shapes = computed<readonly IconShape[]>(() => ICONS[this.name()]);
  /** Small icons need a heavier stroke to weigh the same. */
  protected readonly weight = computed(() => (this.size() <= 13 ? 2.1 : 1.6));
}
