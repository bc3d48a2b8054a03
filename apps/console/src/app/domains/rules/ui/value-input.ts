import { Component, computed, inject, input, output } from '@angular/core';
import type { FactDefinition } from '#contracts';
import { Texts } from '../../../i18n';
import { languageChoices } from '../../../editing/regions';
import { Sentences } from '../data/sentences';
import { valueKind } from '../data/value-kind';
import { rulesTexts } from '../texts';
import { ChipInput, type ChipChoice } from './chip-input';
import { ScalarInput } from './scalar-input';
import { unitWord } from './unit-word';

const SECONDS_A_MINUTE = 60;

/** What a condition compares with, in the input that fits it. */
@Component({
  selector: 'baton-value-input',
  imports: [ChipInput, ScalarInput],
  templateUrl: './value-input.html',
  styleUrl: './value-input.css',
})
export class ValueInput {
  readonly fact = input.required<FactDefinition>();
  /** The fact's own name, where the definition stands for many. */
  readonly name = input.required<string>();
  readonly operator = input.required<string>();
  readonly value = input.required<unknown>();
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly invalid = input(false);
  readonly describedBy = input('');
  readonly changed = output<unknown>();

  protected readonly t = rulesTexts();
  private readonly sentences = inject(Sentences);
  private readonly texts = inject(Texts);

  protected readonly kind = computed(() => valueKind(this.fact(), this.operator()));
  protected readonly valueLabel = computed(() => this.t('value.value', { fact: this.label() }));
  protected readonly unit = computed(() => unitWord(this.fact().unit, this.t));
  protected readonly isTrue = computed(() => this.value() === true);
  protected readonly text = computed(() => (typeof this.value() === 'string' ? (this.value() as string) : ''));
  protected readonly number = computed(() => (typeof this.value() === 'number' ? (this.value() as number) : null));
  protected readonly minutes = computed(() => {
    const seconds = this.number();
    return seconds === null ? null : seconds / SECONDS_A_MINUTE;
  });
  protected readonly list = computed(() => (Array.isArray(this.value()) ? (this.value() as readonly unknown[]) : []));
  protected readonly pair = computed(() => [0, 1].map((at) => (typeof this.list()[at] === 'number' ? (this.list()[at] as number) : null)));

  /** The values there are; one that the rule has besides stays to be seen. */
  protected readonly choices = computed<readonly ChipChoice[]>(() => {
    if (this.kind() === 'language' || this.kind() === 'languages') return languageChoices(this.text(), this.texts.locale());
    const known = this.fact().values ?? [];
    const own = [this.value()].flat().filter((value): value is string | number => typeof value === 'string' || typeof value === 'number');
    return [...new Set([...known, ...own.filter((value) => value !== '')])].map((value) => ({ value, label: this.word(value) }));
  });

  protected chosen(choice: HTMLSelectElement): void {
    this.changed.emit(this.choices()[choice.selectedIndex]?.value);
  }

  /** An empty number is still to be filled in. */
  protected entered(field: HTMLInputElement, factor = 1): void {
    this.changed.emit(Number.isNaN(field.valueAsNumber) ? undefined : Math.round(field.valueAsNumber * factor * 1e6) / 1e6);
  }

  protected enteredMinutes(field: HTMLInputElement): void {
    this.entered(field, SECONDS_A_MINUTE);
  }

  protected enteredAt(field: HTMLInputElement, at: 0 | 1): void {
    const next = [...this.pair()];
    next[at] = Number.isNaN(field.valueAsNumber) ? null : field.valueAsNumber;
    this.changed.emit(next);
  }

  protected readonly word = (value: unknown): string => this.sentences.now().value(value, this.name());
}
