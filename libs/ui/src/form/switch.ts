import { Component, input, model, output } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';
import { uniqueId } from '../ids.js';

/** On or off, at once. The label is the content; `hint` says what it changes. */
@Component({
  selector: 'ba-switch',
  template: `
    <label>
      <input
        type="checkbox"
        role="switch"
        [checked]="checked()"
        [disabled]="disabled()"
        [attr.aria-describedby]="hint() ? hintId : null"
        (change)="turn($event)"
        (blur)="touch.emit()"
      />
      <span class="track"></span>
      <span class="text"><ng-content /></span>
    </label>
    @if (hint()) {
      <p [id]="hintId">{{ hint() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    label {
      display: inline-flex;
      align-items: center;
      gap: 9px;
      cursor: pointer;
      position: relative;
      min-height: 24px;
    }
    input {
      position: absolute;
      opacity: 0;
      inset: 0 auto auto 0;
      width: 30px;
      height: 24px;
      margin: 0;
      cursor: pointer;
    }
    .track {
      flex: none;
      width: 30px;
      height: 18px;
      border-radius: 9px;
      background: var(--text-3);
      position: relative;
      transition: background-color 0.12s;
    }
    .track::after {
      content: '';
      position: absolute;
      top: 2px;
      left: 2px;
      width: 14px;
      height: 14px;
      border-radius: 50%;
      background: var(--surface);
      transition: translate 0.12s;
    }
    input:checked + .track {
      background: var(--accent);
    }
    input:checked + .track::after {
      translate: 12px;
    }
    input:focus-visible + .track {
      box-shadow: var(--focus);
    }
    input:disabled + .track {
      opacity: 0.5;
    }
    .text {
      font-weight: 500;
    }
    .text:empty {
      display: none;
    }
    p {
      margin: 2px 0 0 39px;
      font-size: 12px;
      line-height: 17px;
      color: var(--text-3);
      max-width: 60ch;
    }
    @media (forced-colors: active) {
      .track {
        border: 1px solid ButtonText;
      }
      input:checked + .track {
        background: Highlight;
      }
    }
  `,
})
export class BaSwitch implements FormCheckboxControl {
  readonly checked = model(false);
  readonly disabled = input(false);
  readonly hint = input('');
  readonly touch = output<void>();

  protected readonly hintId = uniqueId('ba-switch-hint');

  protected turn(event: Event): void {
    this.checked.set((event.target as HTMLInputElement).checked);
  }
}
