import { Component, inject, input } from '@angular/core';
import { BaButton, BaIcon } from '#ui';
import { Trial } from '../data/trial';
import { startTexts } from '../texts';

/** To the page where an admin plays visitor; there once Baton itself may show the chat of their website. */
@Component({
  selector: 'baton-try-link',
  imports: [BaButton, BaIcon],
  template: `
    @if (trial.allowed()) {
      <a ba-button target="_blank" [look]="prominent() ? 'primary' : 'plain'" [href]="trial.address()">
        {{ t('trial.act') }}<ba-icon name="external" [size]="13" /><span class="ba-hidden-text"> ({{ t('trial.opens') }})</span>
      </a>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class TryLink {
  readonly prominent = input(false);

  protected readonly t = startTexts();
  protected readonly trial = inject(Trial);
}
