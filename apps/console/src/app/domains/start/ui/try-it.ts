import { Component, inject, input } from '@angular/core';
import { BaButton, BaCallout, BaIcon } from '#ui';
import { Trial } from '../data/trial';
import { startTexts } from '../texts';

/** The way to the page where an admin plays visitor, once Baton itself may show the chat of their website. */
@Component({
  selector: 'baton-try-it',
  imports: [BaButton, BaCallout, BaIcon],
  template: `
    @if (trial.website(); as website) {
      @if (trial.allowed()) {
        <a ba-button target="_blank" [look]="prominent() ? 'primary' : 'plain'" [href]="trial.address()">
          {{ t('trial.act') }}<ba-icon name="external" [size]="13" /><span class="ba-hidden-text"> ({{ t('trial.opens') }})</span>
        </a>
      } @else {
        <ba-callout [tone]="trial.failed() ? 'bad' : 'info'">
          <span>{{ trial.failed() ? t('trial.failed') : t('trial.notAllowed', { origin: trial.origin, name: website.name }) }}</span>
          <button ba-button type="button" [busy]="trial.allowing()" (click)="trial.allow()">{{ t('trial.allow') }}</button>
        </ba-callout>
      }
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    ba-callout {
      flex: 1 1 100%;
    }
    ba-callout button {
      display: flex;
      margin-top: 8px;
    }
  `,
})
export class TryIt {
  readonly prominent = input(false);

  protected readonly t = startTexts();
  protected readonly trial = inject(Trial);
}
