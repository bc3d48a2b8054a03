import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaButton } from '../button/button.js';
import { BaIconButton } from '../button/icon-button.js';
import { BaIcon } from '../icon/icon.js';
import { uniqueId } from '../ids.js';
import { UI_TEXTS } from '../texts.js';

/** A list of short texts: Enter adds a line, pasting several lines adds them all, an empty line goes with Backspace. */
@Component({
  selector: 'ba-text-list',
  imports: [FormField, BaButton, BaIconButton, BaIcon],
  template: `
    <div class="label" [id]="labelId">{{ label() }}</div>
    @for (item of items(); track $index) {
      @let state = item();
      @let message = state.touched() ? state.errors()[0]?.message : undefined;
      <div class="line">
        <input
          class="ba-input"
          [formField]="item"
          [placeholder]="placeholder()"
          [attr.aria-label]="label() + ' ' + ($index + 1)"
          [attr.aria-invalid]="message ? true : null"
          [attr.aria-describedby]="message ? errorId + $index : hint() ? hintId : null"
          (keydown)="steer($event, $index)"
          (paste)="paste($event, $index)"
        />
        <button
          ba-icon-button
          icon="cross"
          type="button"
          [size]="14"
          [label]="texts.remove(state.value() || label() + ' ' + ($index + 1))"
          (click)="remove($index)"
        ></button>
      </div>
      @if (message) {
        <p class="error" [id]="errorId + $index">{{ message }}</p>
      }
    }
    <button ba-button look="ghost" type="button" class="add" (click)="insertAfter(items().length - 1)">
      <ba-icon name="plus" [size]="14" />{{ add() }}
    </button>
    @if (ownError()) {
      <p class="error" role="alert">{{ ownError() }}</p>
    }
    @if (hint()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
  `,
  host: { role: 'group', '[attr.aria-labelledby]': 'labelId' },
  styles: `
    :host {
      display: block;
    }
    .label {
      font-weight: 500;
      margin-bottom: 4px;
    }
    .line {
      display: flex;
      gap: 4px;
      align-items: center;
      margin-bottom: 6px;
    }
    .add {
      padding: 0 8px 0 6px;
      margin-left: -6px;
      color: var(--accent);
    }
    .hint,
    .error {
      margin: 2px 0 6px;
      font-size: 12px;
      line-height: 17px;
      max-width: 66ch;
    }
    .hint {
      color: var(--text-3);
    }
    .error {
      color: var(--bad);
      font-weight: 500;
    }
  `,
})
export class BaTextList {
  readonly of = input.required<FieldTree<string[]>>();
  readonly label = input.required<string>();
  /** The words on the button that adds a line. */
  readonly add = input.required<string>();
  readonly hint = input('');
  readonly placeholder = input('');

  protected readonly texts = inject(UI_TEXTS);
  protected readonly labelId = uniqueId('ba-list');
  protected readonly hintId = uniqueId('ba-list-hint');
  protected readonly errorId = `${uniqueId('ba-list-error')}-`;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly state = computed(() => this.of()());
  protected readonly items = computed(() => {
    this.state().value();
    return [...this.of()] as FieldTree<string>[];
  });
  protected readonly ownError = computed(() => (this.state().touched() ? this.state().errors()[0]?.message : undefined));

  protected insertAfter(index: number, ...values: string[]): void {
    this.change((lines) => lines.toSpliced(index + 1, 0, ...(values.length > 0 ? values : [''])));
    this.focusSoon(index + Math.max(1, values.length));
  }

  protected remove(index: number): void {
    this.change((lines) => lines.toSpliced(index, 1));
    this.focusSoon(Math.max(0, index - 1));
  }

  protected steer(event: KeyboardEvent, index: number): void {
    const isEmpty = (event.target as HTMLInputElement).value === '';
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!isEmpty) this.insertAfter(index);
    } else if (event.key === 'Backspace' && isEmpty) {
      event.preventDefault();
      this.remove(index);
    }
  }

  protected paste(event: ClipboardEvent, index: number): void {
    const lines = (event.clipboardData?.getData('text') ?? '')
      .split(/\r?\n/u)
      .map((line) => line.trim())
      .filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    const isEmpty = (event.target as HTMLInputElement).value === '';
    if (isEmpty) this.change((all) => all.toSpliced(index, 1));
    this.insertAfter(isEmpty ? index - 1 : index, ...lines);
  }

  private change(how: (lines: readonly string[]) => string[]): void {
    this.state().value.update(how);
    this.state().markAsDirty();
  }

  private focusSoon(index: number): void {
    setTimeout(() => (this.element.querySelectorAll('input')[index] ?? this.element.querySelector<HTMLElement>('.add'))?.focus());
  }
}
