import { Component, input } from '@angular/core';
import type { SentencePart } from '../data/rule-sentence';

/** A rule as one plain sentence, what it compares with in bold. */
@Component({
  selector: 'baton-rule-sentence',
  template: `@for (part of parts(); track $index) {
    <span [class.strong]="part.strong">{{ part.text }}</span>
  }`,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    .strong {
      font-weight: 600;
    }
  `,
})
export class RuleSentence {
  readonly parts = input.required<readonly SentencePart[]>();
}
