import { Component, computed, inject, input } from '@angular/core';
import type { RuleComparison } from '#contracts';
import { Texts } from '../../../i18n';
import { rulesTexts } from '../texts';

const CELLS = ['both', 'onlyRule', 'onlyActual', 'neither'] as const;

/** What a rule says of sessions against what happened in them. */
@Component({
  selector: 'baton-comparison',
  template: `
    <dl class="num">
      @for (cell of cells(); track cell.key) {
        <div [title]="t(cell.hint)">
          <dt>
            {{ t(cell.name) }}<span class="ba-hidden-text">. {{ t(cell.hint) }}</span>
          </dt>
          <dd [class]="cell.key">{{ cell.value }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      margin: 0;
    }
    div {
      display: flex;
      flex-direction: column-reverse;
      justify-content: flex-end;
      padding: 12px 14px;
      border-right: 1px solid var(--line);
    }
    div:last-child {
      border-right: 0;
    }
    dd {
      margin: 0;
      font-size: 20px;
      line-height: 26px;
      font-weight: 600;
    }
    dt {
      position: relative;
      color: var(--text-3);
      font-size: 12px;
      line-height: 16px;
    }
    .onlyRule {
      color: var(--accent);
    }
    .onlyActual {
      color: var(--warn);
    }
  `,
})
export class ComparisonTable {
  readonly comparison = input.required<RuleComparison>();

  protected readonly t = rulesTexts();
  private readonly texts = inject(Texts);
  protected readonly cells = computed(() =>
    CELLS.map((key) => ({
      key,
      name: `replay.${key}` as const,
      hint: `replay.${key}Hint` as const,
      value: this.comparison()[key].toLocaleString(this.texts.locale()),
    })),
  );
}
