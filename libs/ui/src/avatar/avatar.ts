import { Component, computed, input } from '@angular/core';
import { initialsOf } from './initials.js';

/** Who: grey for a visitor, green for a person of the team, violet for the AI. The name itself stands beside it, so this is hidden from readers. */
@Component({
  selector: 'ba-avatar',
  template: `{{ initials() }}`,
  host: {
    'aria-hidden': 'true',
    '[attr.data-kind]': 'kind()',
    '[style.width.px]': 'size()',
    '[style.height.px]': 'size()',
    '[style.font-size.px]': 'fontSize()',
  },
  styles: `
    :host {
      flex: none;
      display: grid;
      place-items: center;
      border-radius: 50%;
      font-weight: 600;
      line-height: 1;
      user-select: none;
      background: var(--sunken);
      color: var(--text-2);
      box-shadow: inset 0 0 0 1px var(--line);
    }
    :host([data-kind='agent']) {
      background: var(--accent-soft);
      color: var(--accent);
      box-shadow: none;
    }
    :host([data-kind='ai']) {
      background: var(--ai-soft);
      color: var(--ai);
      box-shadow: none;
    }
  `,
})
export class BaAvatar {
  readonly name = input.required<string>();
  readonly kind = input<'visitor' | 'agent' | 'ai'>('visitor');
  readonly size = input(32);

  protected readonly initials = computed(() => (this.kind() === 'ai' ? 'AI' : initialsOf(this.name())));
  protected readonly fontSize = computed(() => Math.max(10, Math.round(this.size() * 0.375)));
}
