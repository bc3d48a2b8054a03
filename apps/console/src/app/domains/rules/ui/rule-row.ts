import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Rule, RuleCounts } from '#contracts';
import { BaChip, BaIcon, BaIconButton, BaMenu, BaMenuFor, BaMenuItem } from '#ui';
import { Texts } from '../../../i18n';
import { stateOf, type RuleState } from '../data/rule-draft';
import { Sentences } from '../data/sentences';
import { rulesTexts } from '../texts';
import { RuleSentence } from './sentence';
import { Sparkline } from './sparkline';

const STATES: readonly RuleState[] = ['off', 'shadow', 'live'];

/** One rule of the list: what it says, how much it may do, how often it fired. */
@Component({
  selector: 'baton-rule-row',
  imports: [BaChip, BaIcon, BaIconButton, BaMenu, BaMenuFor, BaMenuItem, RouterLink, RuleSentence, Sparkline],
  template: `
    @if (mayEdit()) {
      <span class="grip" [title]="t('list.move', { name: rule().name })"><ba-icon name="grip" [size]="16" /></span>
    }
    <div class="what">
      <div class="head">
        <a class="ba-link name" [routerLink]="['/rules', rule().id]">{{ rule().name }}</a>
        @if (rule().builtIn) {
          <ba-chip>{{ t('list.builtIn') }}</ba-chip>
        }
        @if (rule().action.type === 'offer') {
          <ba-chip tone="accent">{{ t('action.offer') }}</ba-chip>
        }
      </div>
      <baton-rule-sentence class="sentence" [parts]="sentence()" />
    </div>
    <div class="often num">
      @if (counts(); as counts) {
        <baton-sparkline [class.ai]="state() === 'shadow'" [values]="counts.byDay" [label]="sparkLabel()" />
      }
      <span>{{ often() }}</span>
    </div>
    @if (mayEdit()) {
      <select
        class="ba-input state"
        #choice
        [attr.data-state]="state()"
        [attr.aria-label]="t('list.state', { name: rule().name })"
        [title]="hint()"
        (change)="turn(choice)"
      >
        @for (each of states; track each) {
          <option [value]="each" [selected]="each === state()">{{ name(each) }}</option>
        }
      </select>
      <button
        ba-icon-button
        type="button"
        class="handle"
        icon="more"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        [label]="t('list.more', { name: rule().name })"
        [ba-menu-for]="menu"
        (keydown)="steer($event)"
      ></button>
      <ng-template #menu>
        <ba-menu [label]="t('list.more', { name: rule().name })">
          <button ba-menu-item icon="copy" (chosen)="duplicated.emit()">{{ t('list.duplicate') }}</button>
          <button ba-menu-item icon="external" (chosen)="exported.emit()">{{ t('list.exportOne') }}</button>
          <button ba-menu-item [disabled]="first()" (chosen)="moved.emit(-1)">{{ t('list.moveUp') }}</button>
          <button ba-menu-item [disabled]="last()" (chosen)="moved.emit(1)">{{ t('list.moveDown') }}</button>
          @if (!rule().builtIn) {
            <button ba-menu-item icon="trash" look="danger" (chosen)="removed.emit()">{{ t('list.delete') }}</button>
          }
        </ba-menu>
      </ng-template>
    } @else {
      <ba-chip [tone]="state() === 'live' ? 'good' : state() === 'shadow' ? 'ai' : 'neutral'">{{ name(state()) }}</ba-chip>
    }
  `,
  host: { '[class.off]': "state() === 'off'" },
  styleUrl: './rule-row.css',
})
export class RuleRow {
  readonly rule = input.required<Rule>();
  readonly counts = input<RuleCounts | undefined>();
  readonly mayEdit = input(false);
  readonly first = input(false);
  readonly last = input(false);
  readonly turned = output<RuleState>();
  /** One place earlier (−1) or later (1). */
  readonly moved = output<-1 | 1>();
  readonly duplicated = output<void>();
  readonly exported = output<void>();
  readonly removed = output<void>();

  protected readonly t = rulesTexts();
  private readonly sentences = inject(Sentences);
  private readonly texts = inject(Texts);
  protected readonly states = STATES;
  protected readonly name = (state: RuleState): string => this.t(`states.${state}`);
  protected readonly hint = computed(() => this.t(`stateHints.${this.state()}`));
  protected readonly state = computed(() => stateOf(this.rule()));
  protected readonly sentence = computed(() => this.sentences.now().rule(this.rule().conditions, this.rule().action));

  protected readonly often = computed(() => {
    const counts = this.counts();
    if (!counts) return '';
    const all = counts.fired + counts.shadowFired;
    if (all === 0) return this.t('list.never');
    const fired = this.t('list.counts', { count: all });
    return counts.shadowFired > 0 && counts.fired > 0 ? `${fired}, ${this.t('list.shadowCounts', { count: counts.shadowFired })}` : fired;
  });
  protected readonly sparkLabel = computed(() => {
    const days = (this.counts()?.byDay ?? []).map((number) => number.toLocaleString(this.texts.locale())).join(', ');
    return this.t('list.spark', { days });
  });

  /** The rule shows what the server holds; until it has agreed, the choice stays what it was. */
  protected turn(choice: HTMLSelectElement): void {
    const wanted = choice.value as RuleState;
    choice.value = this.state();
    this.turned.emit(wanted);
  }

  protected steer(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    if (by === undefined || !event.altKey) return;
    event.preventDefault();
    this.moved.emit(by);
  }
}
