import { Component, input } from '@angular/core';
import type { PresenceState } from '#contracts';
import { peopleTexts } from '../texts';

/** Whether somebody is there, by a shape and a word. */
@Component({
  selector: 'baton-presence-mark',
  template: `{{ label() }}`,
  host: { '[attr.data-state]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      white-space: nowrap;
    }
    :host::before {
      content: '';
      width: 8px;
      height: 8px;
      border-radius: 50%;
      box-shadow: inset 0 0 0 1.5px var(--text-3);
    }
    :host([data-state='online'])::before {
      background: var(--good);
      box-shadow: none;
    }
    :host([data-state='away'])::before {
      box-shadow: inset 0 0 0 2px var(--warn);
    }
  `,
})
export class PresenceMark {
  readonly state = input.required<PresenceState>();
  private readonly t = peopleTexts();
  protected readonly label = () => this.t(`presence.${this.state()}`);
}
