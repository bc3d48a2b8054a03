import { Component, computed, inject, input } from '@angular/core';
import { OPERATORS, type Operator } from '#contracts';
import { BaIcon, BaIconButton } from '#ui';
import { Sentences } from '../../data/sentences';
import type { Leaf } from '../../data/tree';
import { setCondition } from '../../data/tree-edit';
import { conditionAbout, valueKind, withOperator } from '../../data/value-kind';
import { rulesTexts } from '../../texts';
import { ValueInput } from '../value-input';
import { NodeMenu } from './node-menu';
import { TreeDesk } from './tree-desk';

/** One condition as a sentence to be changed: a fact, how it is compared, and with what. */
@Component({
  selector: 'baton-condition-node',
  imports: [BaIcon, BaIconButton, NodeMenu, ValueInput],
  template: `
    <button type="button" class="fact" [class.open]="condition().fact === ''" [disabled]="!desk.mayEdit()" (click)="desk.chooseFact(leaf())">
      {{ condition().fact === '' ? t('facts.choose') : book()?.label(condition().fact) }}
    </button>
    @if (condition().path; as path) {
      <span class="path">
        {{ t('tree.path', { path }) }}
        @if (desk.mayEdit()) {
          <button ba-icon-button type="button" icon="cross" [size]="12" [label]="t('tree.noPath')" (click)="dropPath()"></button>
        }
      </span>
    }
    @if (definition(); as fact) {
      <select class="ba-input operator" #choice [attr.aria-label]="t('value.operator')" [disabled]="!desk.mayEdit()" (change)="compare(choice.value)">
        @for (operator of operators(); track operator) {
          <option [value]="operator" [selected]="operator === condition().operator">{{ words(operator) }}</option>
        }
      </select>
      <baton-value-input
        class="value"
        [fact]="fact"
        [name]="condition().fact"
        [operator]="condition().operator"
        [value]="condition().value"
        [label]="label()"
        [disabled]="!desk.mayEdit()"
        [invalid]="problem() !== undefined"
        [describedBy]="problemId()"
        (changed)="set($event)"
      />
    } @else if (condition().fact !== '') {
      <code>{{ condition().operator }} {{ raw() }}</code>
    }
    @if (light(); as light) {
      <span class="evidence num" [class.yes]="light.held">
        <ba-icon [name]="light.held ? 'check' : 'cross'" [size]="13" />
        <span class="ba-hidden-text">{{ light.held ? t('tree.true') : t('tree.false') }}: </span>
        <span class="then">{{ then() }}</span>
      </span>
    }
    @if (desk.mayEdit()) {
      <baton-node-menu class="menu" [node]="leaf()" [what]="sentence()" />
    }
    @if (problem(); as problem) {
      <p class="problem" [id]="problemId()">{{ problem }}</p>
    }
  `,
  host: {
    role: 'group',
    '[attr.data-node]': 'leaf().id',
    '[attr.aria-label]': "t('tree.condition', { sentence: sentence() })",
    '[class.wrong]': 'problem() !== undefined',
    '[class.met]': 'light()?.held',
  },
  styleUrl: './condition-node.css',
})
export class ConditionNode {
  readonly leaf = input.required<Leaf>();

  protected readonly t = rulesTexts();
  protected readonly desk = inject(TreeDesk);
  private readonly sentences = inject(Sentences);
  protected readonly book = computed(() => this.desk.book());
  protected readonly condition = computed(() => this.leaf().condition);
  protected readonly definition = computed(() => this.book()?.definitionAt(this.condition().fact, this.condition().path));
  protected readonly light = computed(() => this.desk.lights().get(this.leaf().id));
  protected readonly problem = computed(() => this.desk.problems().get(this.leaf().id));
  protected readonly problemId = computed(() => (this.problem() ? `problem-${this.leaf().id}` : ''));
  protected readonly sentence = computed(() => this.sentences.now().node(this.condition()));
  protected readonly label = computed(() => this.book()?.label(this.condition().fact) ?? '');
  protected readonly raw = computed(() => JSON.stringify(this.condition().value));

  /** Known is one word, not known another; what the rule has though it does not fit stays to be seen. */
  protected readonly operators = computed(() => {
    const { operator } = this.condition();
    const known: readonly string[] = this.definition()?.operators ?? [];
    return known.includes(operator) ? known : [operator, ...known];
  });
  protected readonly then = computed(() => {
    const { factValue } = this.light() ?? {};
    if (factValue === undefined || factValue === null) return this.t('tree.unknownValue');
    return this.sentences.now().value(factValue, this.condition().fact);
  });
  protected readonly words = (operator: string): string => (isOperator(operator) ? this.t(`operators.${operator}`) : operator);

  protected compare(operator: string): void {
    const fact = this.definition();
    if (fact) this.desk.change(setCondition(this.desk.tree(), this.leaf().id, withOperator(this.condition(), fact, operator)));
  }

  protected set(value: unknown): void {
    this.desk.change(setCondition(this.desk.tree(), this.leaf().id, { ...this.condition(), value }), `value ${this.leaf().id}`);
  }

  protected dropPath(): void {
    const { fact } = this.condition();
    const definition = this.book()?.definition(fact);
    if (!definition) return;
    const { path: _, ...whole } = this.condition();
    const fits = definition.operators.some((each) => each === whole.operator) && valueKind(definition, whole.operator) !== 'number';
    this.desk.change(setCondition(this.desk.tree(), this.leaf().id, fits ? whole : conditionAbout(fact, definition)));
  }
}

const isOperator = (name: string): name is Operator => OPERATORS.some((each) => each === name);
