import { Component, input, model } from '@angular/core';
import { BaIcon } from '../icon/icon.js';

/** One line to search in; emits while typing, Esc empties it. */
@Component({
  selector: 'ba-search',
  imports: [BaIcon],
  template: `
    <ba-icon name="search" [size]="15" />
    <input
      class="ba-input"
      type="search"
      [attr.aria-label]="label()"
      [placeholder]="label()"
      [value]="text()"
      (input)="typed($event)"
      (keydown.escape)="text.set('')"
    />
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      min-width: 180px;
    }
    ba-icon {
      position: absolute;
      left: 9px;
      top: 50%;
      translate: 0 -50%;
      color: var(--text-3);
      pointer-events: none;
    }
    input {
      padding-left: 31px;
    }
    input::-webkit-search-cancel-button {
      display: none;
    }
  `,
})
export class BaSearch {
  readonly label = input.required<string>();
  readonly text = model('');

  protected typed(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }
}
