import { Component, computed, input, output } from '@angular/core';
import type { RuleStage } from '#contracts';
import { BaField, BaInput } from '#ui';
import { STAGES } from '../data/abilities';
import { COOLDOWNS, restSpan } from '../data/rest-span';
import { PRIORITY_LIMITS, type RuleDraft } from '../data/rule-draft';
import { rulesTexts } from '../texts';

/** When a rule is asked, in which order, and how long it rests afterwards. */
@Component({
  selector: 'baton-timing-fields',
  imports: [BaField, BaInput],
  template: `
    <ba-field [label]="t('edit.looks')" [hint]="isNew() ? t('edit.looksHint') : t('edit.looksFixed')">
      <select ba-input #stage [disabled]="!mayEdit() || !isNew()" (change)="look(stage.selectedIndex)">
        @for (each of stages(); track each) {
          <option [selected]="each === draft().stage">{{ t(stageWord(each)) }}</option>
        }
      </select>
    </ba-field>
    <div class="pair">
      <ba-field [label]="t('edit.cooldown')" [hint]="t('edit.cooldownHint')">
        <select ba-input #rest [disabled]="!mayEdit()" (change)="changed.emit({ cooldownSeconds: rests()[rest.selectedIndex] ?? null })">
          @for (each of rests(); track each) {
            <option [selected]="each === draft().cooldownSeconds">{{ span(each) }}</option>
          }
        </select>
      </ba-field>
      <ba-field [label]="t('edit.priority')" [hint]="t('edit.priorityHint')">
        <input
          ba-input
          #priority
          type="number"
          step="1"
          [min]="limits.min"
          [max]="limits.max"
          [disabled]="!mayEdit()"
          [value]="draft().priority"
          (input)="order(priority.valueAsNumber)"
          (blur)="priority.valueAsNumber = draft().priority"
        />
      </ba-field>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 16px;
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
      gap: 16px;
      align-items: start;
    }
  `,
})
export class TimingFields {
  readonly draft = input.required<RuleDraft>();
  readonly mayEdit = input(false);
  /** The moment at which a rule looks is part of what it is; later it stays. */
  readonly isNew = input(false);
  readonly changed = output<Partial<RuleDraft>>();

  protected readonly t = rulesTexts();
  protected readonly limits = PRIORITY_LIMITS;
  protected readonly stageWord = (stage: RuleStage) => `stages.${stage}` as const;
  protected readonly span = (seconds: number | null): string => restSpan(seconds, this.t);
  protected readonly stages = computed(() => [...new Set([...STAGES, this.draft().stage])]);
  protected readonly rests = computed(() => {
    const { cooldownSeconds } = this.draft();
    return COOLDOWNS.includes(cooldownSeconds) ? COOLDOWNS : [...COOLDOWNS, cooldownSeconds];
  });

  protected look(index: number): void {
    this.changed.emit({ stage: this.stages()[index]! });
  }

  protected order(priority: number): void {
    if (Number.isInteger(priority)) this.changed.emit({ priority: Math.min(PRIORITY_LIMITS.max, Math.max(PRIORITY_LIMITS.min, priority)) });
  }
}
