import { Component, computed, input } from '@angular/core';
import { textParts } from '../data/text-parts';

/** What somebody wrote: line breaks, links, **bold** and `code`, as elements and never as HTML. */
@Component({
  selector: 'baton-message-text',
  // Every part in an element of its own: white space is shown as it stands, and that of this template must not be.
  template: `
    @for (part of parts(); track $index) {
      @switch (part.kind) {
        @case ('link') {
          <a [href]="part.url" target="_blank" rel="noopener noreferrer">{{ part.text }}</a>
        }
        @case ('bold') {
          <strong>{{ part.text }}</strong>
        }
        @case ('code') {
          <code>{{ part.text }}</code>
        }
        @default {
          <span>{{ part.text }}</span>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    a {
      color: var(--accent);
      text-decoration: underline;
      text-underline-offset: 2px;
    }
    strong {
      font-weight: 600;
    }
    code {
      font: 12px var(--mono);
      padding: 1px 4px;
      border-radius: 4px;
      background: var(--sunken);
    }
  `,
})
export class MessageText {
  readonly text = input.required<string>();
  protected readonly parts = computed(() => textParts(this.text()));
}
