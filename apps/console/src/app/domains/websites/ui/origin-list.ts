import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { BaButton, BaIcon, BaIconButton, uniqueId } from '#ui';
import { isReadableOnTheWay, originIssue } from '../data/origins';
import { websitesTexts } from '../texts';

/** The addresses whose pages may open the chat. A line that is not right says why, and offers what was meant. */
@Component({
  selector: 'baton-origin-list',
  imports: [BaButton, BaIcon, BaIconButton, FormField],
  template: `
    <div class="label" [id]="labelId">{{ t('general.origins') }}</div>
    @for (item of items(); track $index) {
      @let line = item().value();
      @let message = item().touched() ? item().errors()[0]?.message : undefined;
      @let suggestion = message ? suggestionFor(line) : null;
      <div class="line">
        <input
          class="ba-input mono"
          type="url"
          inputmode="url"
          autocomplete="off"
          spellcheck="false"
          placeholder="https://shop.example"
          [formField]="item"
          [attr.aria-label]="t('origin.line', { number: $index + 1 })"
          [attr.aria-invalid]="message ? true : null"
          [attr.aria-describedby]="(message ? errorId + $index : hintId) + (readable(line) ? ' ' + noteId + $index : '')"
          (keydown)="steer($event, $index)"
          (paste)="paste($event, $index)"
        />
        <button
          ba-icon-button
          icon="cross"
          type="button"
          [size]="14"
          [label]="t('origin.remove', { origin: line || t('origin.line', { number: $index + 1 }) })"
          (click)="remove($index)"
        ></button>
      </div>
      @if (message) {
        <div class="wrong">
          <p class="error" [id]="errorId + $index">{{ message }}</p>
          @if (suggestion) {
            <button ba-button type="button" (click)="put($index, suggestion)">{{ t('origin.use', { origin: suggestion }) }}</button>
          }
        </div>
      } @else if (readable(line)) {
        <p class="note" [id]="noteId + $index">{{ t('origin.httpNote') }}</p>
      }
    }
    <button ba-button look="ghost" type="button" class="add" (click)="insertAfter(items().length - 1)">
      <ba-icon name="plus" [size]="14" />{{ t('general.addOrigin') }}
    </button>
    @if (ownError(); as error) {
      <p class="error" role="alert">{{ error }}</p>
    }
    <p class="hint" [id]="hintId">{{ t('general.originsHint') }}</p>
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
    .wrong {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
      align-items: center;
      margin-bottom: 8px;
    }
    .add {
      padding: 0 8px 0 6px;
      margin-left: -6px;
      color: var(--accent);
    }
    .hint,
    .note,
    .error {
      margin: 2px 0 6px;
      font-size: 12px;
      line-height: 17px;
      max-width: 66ch;
    }
    .hint,
    .note {
      color: var(--text-3);
    }
    .error {
      color: var(--bad);
      font-weight: 500;
    }
    .wrong .error {
      margin: 0;
    }
  `,
})
export class OriginList {
  readonly of = input.required<FieldTree<string[]>>();

  protected readonly t = websitesTexts();
  protected readonly labelId = uniqueId('baton-origins');
  protected readonly hintId = uniqueId('baton-origins-hint');
  protected readonly errorId = `${uniqueId('baton-origins-error')}-`;
  protected readonly noteId = `${uniqueId('baton-origins-note')}-`;
  protected readonly readable = isReadableOnTheWay;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  private readonly state = computed(() => this.of()());
  protected readonly items = computed(() => {
    this.state().value();
    return [...this.of()] as FieldTree<string>[];
  });
  protected readonly ownError = computed(() => (this.state().touched() ? this.state().errors()[0]?.message : undefined));

  protected suggestionFor(line: string): string | null {
    return originIssue(line)?.suggestion ?? null;
  }

  /** The line is left with what was meant, and the cursor is in it. */
  protected put(index: number, origin: string): void {
    this.change((lines) => lines.with(index, origin));
    this.focusSoon(index);
  }

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
    const lines = (event.clipboardData?.getData('text') ?? '').split(/[\s,;]+/u).filter(Boolean);
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
