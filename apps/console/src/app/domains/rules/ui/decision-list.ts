import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { RuleComparison, RuleDecision } from '#contracts';
import { BaButton, BaChip, BaIcon, BaIconButton, BaPanel, BaSegmented, BaTime } from '#ui';
import { Texts } from '../../../i18n';
import { evidenceLines } from '../../../rule-words/evidence';
import { ruleWords } from '../../../rule-words/texts';
import type { DecisionShelf } from '../data/rule-record';
import { rulesTexts } from '../texts';
import { ComparisonTable } from './comparison-table';

/** What a rule decided and why, and how that compares with what happened. */
@Component({
  selector: 'baton-decision-list',
  imports: [BaButton, BaChip, BaIcon, BaIconButton, BaPanel, BaSegmented, BaTime, ComparisonTable],
  template: `
    <ba-panel [heading]="t('decisions.heading')" padding="none">
      @if (comparison(); as comparison) {
        <p class="lead">{{ t('decisions.compared', { days: days() }) }}</p>
        <baton-comparison class="cells" [comparison]="comparison" />
      }
      <ba-segmented [label]="t('decisions.show')" [choices]="shelves()" [value]="shelf()" (valueChange)="choose($event)" />
      @if (problem()) {
        <p class="quiet" role="alert">{{ t('decisions.failed', { reason: problem() }) }}</p>
      }
      <ul>
        @for (decision of decisions() ?? []; track decision.id) {
          <li>
            <div class="row">
              <button type="button" class="why" [attr.aria-expanded]="open() === decision.id" (click)="toggle(decision.id)">
                <ba-icon [name]="decision.fired ? 'check' : 'minus'" [size]="14" [class.yes]="decision.fired" />
                <span>{{ decision.fired ? t('decisions.fired') : t('decisions.close') }}</span>
                <ba-chip [tone]="decision.acted ? 'good' : decision.mode === 'shadow' ? 'ai' : 'neutral'">{{ outcome(decision) }}</ba-chip>
                <span class="when num">{{ t('decisions.version', { version: decision.version }) }} · <ba-time [at]="decision.at" /></span>
              </button>
              <button
                ba-icon-button
                type="button"
                icon="chat"
                [size]="14"
                [label]="t('replay.open')"
                (click)="opened.emit({ sessionId: decision.sessionId, seq: decision.seq })"
              ></button>
              <button
                ba-icon-button
                type="button"
                icon="spark"
                [size]="14"
                [label]="t('replay.tryHere')"
                (click)="tried.emit({ sessionId: decision.sessionId, seq: decision.seq })"
              ></button>
            </div>
            @if (open() === decision.id) {
              <ul class="lines">
                @for (line of lines(decision); track $index) {
                  <li [class.held]="line.held" [style.padding-left.px]="line.depth * 14">
                    <ba-icon [name]="line.held ? 'check' : 'cross'" [size]="12" />
                    <span
                      >{{ line.text }}<span class="ba-hidden-text"> ({{ line.held ? t('tree.true') : t('tree.false') }})</span></span
                    >
                  </li>
                }
              </ul>
            }
          </li>
        } @empty {
          @if (decisions()) {
            <li class="quiet">{{ t('decisions.none') }}</li>
          }
        }
      </ul>
      @if (hasMore()) {
        <button ba-button look="ghost" class="more" type="button" (click)="moreWanted.emit()">{{ t('decisions.more') }}</button>
      }
    </ba-panel>
  `,
  styleUrl: './decision-list.css',
})
export class DecisionList {
  readonly decisions = input.required<readonly RuleDecision[] | null>();
  readonly comparison = input<RuleComparison | null>(null);
  readonly days = input.required<number>();
  readonly shelf = input.required<DecisionShelf>();
  readonly hasMore = input(false);
  readonly problem = input('');
  readonly shelfChosen = output<DecisionShelf>();
  readonly moreWanted = output<void>();
  readonly opened = output<{ readonly sessionId: string; readonly seq: number }>();
  readonly tried = output<{ readonly sessionId: string; readonly seq: number }>();

  protected readonly t = rulesTexts();
  private readonly words = ruleWords();
  private readonly texts = inject(Texts);
  protected readonly open = signal('');
  protected readonly shelves = computed(() => [
    { value: 'all', label: this.t('decisions.both') },
    { value: 'fired', label: this.t('decisions.fired') },
    { value: 'close', label: this.t('decisions.close') },
  ]);

  protected choose(shelf: string): void {
    this.shelfChosen.emit(shelf as DecisionShelf);
  }

  protected toggle(id: string): void {
    this.open.update((open) => (open === id ? '' : id));
  }

  protected lines({ evidence }: RuleDecision) {
    return evidenceLines(evidence, this.words, this.texts.locale());
  }

  protected outcome({ fired, acted, mode }: RuleDecision): string {
    if (acted) return this.t('decisions.acted');
    if (mode === 'shadow') return this.t('decisions.shadow');
    return fired ? this.t('decisions.late') : this.t('decisions.silent');
  }
}
