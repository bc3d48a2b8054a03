import { Component, computed, input } from '@angular/core';
import { highlights } from '../data/highlights';

/** A line with the words that were searched for marked in it. */
@Component({
  selector: 'baton-highlighted',
  template: `
    @for (part of parts(); track $index) {
      @if (part.hit) {
        <mark>{{ part.text }}</mark>
      } @else {
        <span>{{ part.text }}</span>
      }
    }
  `,
  styles: `
    mark {
      border-radius: 3px;
      background: var(--note);
      color: inherit;
      box-shadow: 0 0 0 1px var(--note-line);
    }
  `,
})
export class Highlighted {
  readonly text = input.required<string>();
  readonly words = input('');
  protected readonly parts = computed(() => highlights(this.text(), this.words()));
}
