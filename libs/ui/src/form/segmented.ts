import { Component, input, model, output } from '@angular/core';
import type { FormValueControl } from '@angular/forms/signals';
import { uniqueId } from '../ids.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A few choices of which one holds, side by side: a radio group by keyboard and by ear. */
@Component({
  selector: 'ba-segmented',
  template: `
    @for (choice of choices(); track choice.value) {
      <label>
        <input
          type="radio"
          [name]="group"
          [value]="choice.value"
          [checked]="choice.value === value()"
          (change)="value.set(choice.value)"
          (blur)="touch.emit()"
        />
        <span>{{ choice.label }}</span>
      </label>
    }
  `,
  host: { role: 'radiogroup', '[attr.aria-label]': 'label()' },
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      width: fit-content;
      max-width: 100%;
      border: 1px solid var(--line-strong);
      border-radius: var(--r-s);
      background: var(--surface);
    }
    label {
      position: relative;
      cursor: pointer;
    }
    input {
      position: absolute;
      inset: 0;
      opacity: 0;
      margin: 0;
      cursor: pointer;
    }
    span {
      display: block;
      padding: calc((var(--field-h) - 24px) / 2) 12px;
      white-space: nowrap;
      color: var(--text-2);
      border-radius: 5px;
    }
    label:hover span {
      color: var(--text);
    }
    input:checked + span {
      background: var(--accent-soft);
      color: var(--accent);
      font-weight: 600;
    }
    input:focus-visible + span {
      outline: 2px solid var(--accent);
      outline-offset: -2px;
    }
    @media (max-width: 720px) {
      span {
        padding: 8px 10px;
      }
    }
    @media (forced-colors: active) {
      input:checked + span {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
})
export class BaSegmented implements FormValueControl<string> {
  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model.required<string>();
  readonly touch = output<void>();

  protected readonly group = uniqueId('ba-segmented');
}
