import { Component, computed, input, output, signal } from '@angular/core';
import { rulesTexts } from '../texts';

type Kind = 'text' | 'number' | 'flag';
const KINDS: readonly Kind[] = ['text', 'number', 'flag'];

/** A value whose kind only the customer knows: a text, a number, or yes and no. */
@Component({
  selector: 'baton-scalar-input',
  template: `
    @if (kind() === 'flag') {
      <select class="ba-input" #flag [attr.aria-label]="label()" [disabled]="disabled()" (change)="changed.emit(flag.selectedIndex === 0)">
        <option [selected]="value() === true">{{ t('value.yes') }}</option>
        <option [selected]="value() !== true">{{ t('value.no') }}</option>
      </select>
    } @else {
      <input
        class="ba-input text"
        #field
        autocomplete="off"
        [type]="kind()"
        [value]="value() ?? ''"
        [attr.aria-label]="label()"
        [attr.aria-invalid]="invalid() || null"
        [attr.aria-describedby]="describedBy() || null"
        [disabled]="disabled()"
        (input)="enter(field)"
      />
    }
    <select class="ba-input kind" #choice [attr.aria-label]="t('value.type')" [disabled]="disabled()" (change)="choose(choice.selectedIndex)">
      @for (each of kinds; track each) {
        <option [selected]="each === kind()">{{ name(each) }}</option>
      }
    </select>
  `,
  styleUrl: './value-input.css',
  styles: `
    .kind {
      color: var(--text-3);
      border-color: transparent;
      background-color: transparent;
    }
  `,
})
export class ScalarInput {
  readonly value = input.required<unknown>();
  readonly label = input.required<string>();
  readonly disabled = input(false);
  readonly invalid = input(false);
  readonly describedBy = input('');
  readonly changed = output<unknown>();

  protected readonly t = rulesTexts();
  protected readonly kinds = KINDS;
  protected readonly name = (kind: Kind): string => this.t(`value.types.${kind}`);
  /** What was chosen while there is no value yet that says it. */
  private readonly wanted = signal<Kind>('text');
  protected readonly kind = computed<Kind>(() => {
    const value = this.value();
    if (typeof value === 'boolean') return 'flag';
    if (typeof value === 'number') return 'number';
    return typeof value === 'string' && value !== '' ? 'text' : this.wanted();
  });

  protected enter(field: HTMLInputElement): void {
    const isNumber = this.kind() === 'number';
    this.wanted.set(this.kind());
    this.changed.emit(isNumber ? (Number.isNaN(field.valueAsNumber) ? undefined : field.valueAsNumber) : field.value);
  }

  protected choose(index: number): void {
    const kind = KINDS[index]!;
    const value = this.value();
    this.wanted.set(kind);
    if (kind === 'flag') return this.changed.emit(true);
    if (kind === 'text') return this.changed.emit(value === undefined || typeof value === 'boolean' ? '' : String(value));
    this.changed.emit(typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)) ? Number(value) : undefined);
  }
}
