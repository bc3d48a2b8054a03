import { computed, Directive, ElementRef, inject } from '@angular/core';
import { uniqueId } from '../ids.js';
import { BaField } from './field.js';

/** Dresses a native text control and ties it to the field around it. */
@Directive({
  selector: 'input[ba-input], textarea[ba-input], select[ba-input]',
  host: {
    class: 'ba-input',
    '[attr.aria-invalid]': 'field?.invalid() || null',
    '[attr.aria-describedby]': 'describedBy()',
  },
})
export class BaInput {
  protected readonly field = inject(BaField, { optional: true });
  protected readonly describedBy = computed(() => this.field?.describedBy() ?? null);

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    element.id ||= uniqueId('ba-input');
    this.field?.labels(element.id);
  }
}
