import { Component, computed, input } from '@angular/core';
import { knowledgeTexts } from '../texts';

/** How sure the AI is, and how sure it has to be: a bar with a mark in it, and both in words. */
@Component({
  selector: 'baton-confidence-line',
  template: `
    <span class="bar" role="img" [attr.aria-label]="t('ask.sureLabel', { percent: percent(), line: line() })" [title]="t('ask.threshold')">
      <i [style.width.%]="percent()" [class.enough]="percent() >= line()"></i>
      <b [style.left.%]="line()"></b>
    </span>
    <span class="words" aria-hidden="true">{{ t('ask.sure', { percent: percent(), line: line() }) }}</span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
      font-size: 12px;
      color: var(--text-2);
      font-variant-numeric: tabular-nums;
    }
    .bar {
      position: relative;
      flex: 1;
      min-width: 120px;
      height: 6px;
      border-radius: 3px;
      background: var(--line);
    }
    i {
      position: absolute;
      inset: 0 auto 0 0;
      border-radius: 3px;
      background: var(--warn);
    }
    i.enough {
      background: var(--ai);
    }
    b {
      position: absolute;
      top: -4px;
      width: 2px;
      height: 14px;
      margin-left: -1px;
      border-radius: 1px;
      background: var(--text);
    }
    @media (forced-colors: active) {
      .bar {
        outline: 1px solid CanvasText;
      }
      i,
      i.enough {
        background: Highlight;
      }
      b {
        background: CanvasText;
      }
    }
  `,
})
export class ConfidenceLine {
  /** 0…1 */
  readonly confidence = input.required<number>();
  /** 0…1 */
  readonly threshold = input.required<number>();

  protected readonly t = knowledgeTexts();
  protected readonly percent = computed(() => Math.round(this.confidence() * 100));
  protected readonly line = computed(() => Math.round(this.threshold() * 100));
}
