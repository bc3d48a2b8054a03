import { Component, computed, input, signal } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import { uniqueId } from '../ids.js';

/**
 * Label, control, hint and what is wrong, tied together for assistive technology. The control inside carries `ba-input`.
 * With `of` the field's own errors show once it was touched; `error` adds one from elsewhere.
 */
@Component({
  selector: 'ba-field',
  template: `
    <div class="label">
      <label [id]="labelId" [attr.for]="controlId()">{{ label() }}</label>
      @if (optional()) {
        <span class="optional">{{ optional() }}</span>
      }
      <ng-content select="[beside]" />
    </div>
    <ng-content />
    @if (hint() && !message()) {
      <p class="hint" [id]="hintId">{{ hint() }}</p>
    }
    <p class="error" [id]="errorId" aria-live="polite" [hidden]="!message()">{{ message() }}</p>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .label {
      display: flex;
      align-items: baseline;
      gap: 6px;
      margin-bottom: 4px;
    }
    label {
      font-weight: 500;
    }
    .optional {
      color: var(--text-3);
      font-size: 12px;
    }
    .hint,
    .error {
      margin: 4px 0 0;
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
    .error[hidden] {
      display: none;
    }
  `,
})
export class BaField {
  readonly label = input.required<string>();
  readonly hint = input('');
  /** The word beside the label of a field that may stay empty. */
  readonly optional = input('');
  readonly of = input<ReadonlyFieldTree<unknown> | null>(null);
  readonly error = input<string | null>(null);

  readonly labelId = uniqueId('ba-label');
  protected readonly hintId = uniqueId('ba-hint');
  protected readonly errorId = uniqueId('ba-error');
  private readonly control = signal<string | null>(null);
  protected readonly controlId = this.control.asReadonly();

  readonly message = computed(() => {
    if (this.error()) return this.error();
    const state = this.of()?.();
    return state?.touched() ? (state.errors()[0]?.message ?? null) : null;
  });
  readonly invalid = computed(() => this.message() !== null);
  readonly describedBy = computed(() => (this.invalid() ? this.errorId : this.hint() ? this.hintId : null));

  /** Called by the control inside. */
  labels(controlId: string): void {
    this.control.set(controlId);
  }
}
