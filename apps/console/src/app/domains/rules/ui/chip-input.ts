import { Component, computed, ElementRef, input, output, viewChild } from '@angular/core';
import { BaIcon } from '#ui';
import { rulesTexts } from '../texts';

export interface ChipChoice {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** Several values as chips: typed with Enter or a comma, pasted as lines, or chosen from those there are. */
@Component({
  selector: 'baton-chip-input',
  imports: [BaIcon],
  template: `
    @for (value of values(); track $index) {
      <span class="chip">
        {{ word()(value) }}
        @if (!disabled()) {
          <button type="button" [attr.aria-label]="t('value.remove', { what: word()(value) })" (click)="remove($index)">
            <ba-icon name="cross" [size]="11" />
          </button>
        }
      </span>
    }
    @if (!disabled()) {
      @if (choices()) {
        @if (left().length > 0) {
          <select class="ba-input" #choice [attr.aria-label]="label()" [attr.aria-invalid]="invalid() || null" (change)="choose(choice)">
            <option value="">{{ t('value.choose') }}</option>
            @for (each of left(); track each.value) {
              <option>{{ each.label }}</option>
            }
          </select>
        }
      } @else {
        <input
          class="ba-input add"
          #field
          autocomplete="off"
          [attr.inputmode]="numbers() ? 'decimal' : null"
          [placeholder]="t('value.add')"
          [attr.aria-label]="label()"
          [attr.aria-invalid]="invalid() || null"
          [attr.aria-describedby]="describedBy() || null"
          (keydown)="steer($event, field)"
          (paste)="paste($event)"
          (blur)="take(field)"
        />
      }
    }
  `,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  styleUrl: './value-input.css',
  styles: `
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      max-width: 260px;
      padding: 0 2px 0 8px;
      border-radius: var(--r-s);
      background: var(--accent-soft);
      color: var(--accent);
      font-weight: 500;
      line-height: 24px;
      overflow-wrap: anywhere;
    }
    .chip:not(:has(button)) {
      padding-right: 8px;
    }
    button {
      display: grid;
      place-items: center;
      width: 24px;
      height: 24px;
      padding: 0;
      border: 0;
      border-radius: 4px;
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, currentColor 14%, transparent);
    }
    .add {
      width: 132px;
    }
  `,
})
export class ChipInput {
  readonly values = input.required<readonly unknown[]>();
  readonly label = input.required<string>();
  /** What can be chosen; null: whatever is typed. */
  readonly choices = input<readonly ChipChoice[] | null>(null);
  readonly numbers = input(false);
  readonly word = input.required<(value: unknown) => string>();
  readonly disabled = input(false);
  readonly invalid = input(false);
  readonly describedBy = input('');
  readonly changed = output<readonly unknown[]>();

  protected readonly t = rulesTexts();
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  protected readonly left = computed(() => (this.choices() ?? []).filter(({ value }) => !this.values().includes(value)));

  protected choose(choice: HTMLSelectElement): void {
    const chosen = this.left()[choice.selectedIndex - 1];
    choice.selectedIndex = 0;
    if (chosen) this.changed.emit([...this.values(), chosen.value]);
  }

  protected remove(index: number): void {
    this.changed.emit(this.values().toSpliced(index, 1));
    this.field()?.nativeElement.focus();
  }

  protected steer(event: KeyboardEvent, field: HTMLInputElement): void {
    if (event.key === 'Backspace' && field.value === '' && this.values().length > 0) this.remove(this.values().length - 1);
    else if (event.key === 'Enter' || (event.key === ',' && !this.numbers())) this.take(field);
    else return;
    event.preventDefault();
  }

  protected take(field: HTMLInputElement): void {
    if (this.add([field.value])) field.value = '';
  }

  protected paste(event: ClipboardEvent): void {
    const lines = (event.clipboardData?.getData('text') ?? '').split(/[\r\n,;\t]+/u);
    if (lines.length < 2) return;
    event.preventDefault();
    this.add(lines);
  }

  private add(texts: readonly string[]): boolean {
    const values = texts.map((text) => text.trim()).filter(Boolean);
    const fitting = this.numbers() ? values.map((text) => Number(text.replace(',', '.'))).filter((value) => !Number.isNaN(value)) : values;
    const fresh = fitting.filter((value) => !this.values().includes(value));
    if (fresh.length > 0) this.changed.emit([...this.values(), ...new Set<unknown>(fresh)]);
    return fitting.length > 0;
  }
}
