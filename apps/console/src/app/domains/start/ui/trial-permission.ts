import { Component, inject } from '@angular/core';
import { BaButton, BaCallout } from '#ui';
import { Trial } from '../data/trial';
import { startTexts } from '../texts';

/** Why the website cannot be tried here yet, and the one click that changes it. */
@Component({
  selector: 'baton-trial-permission',
  imports: [BaButton, BaCallout],
  template: `
    @let website = trial.website();
    @if (website && !trial.allowed()) {
      <ba-callout [tone]="trial.failed() ? 'bad' : 'info'">
        <div class="row">
          <span>{{ trial.failed() ? t('trial.failed') : t('trial.notAllowed', { origin: trial.origin, name: website.name }) }}</span>
          <button ba-button type="button" [busy]="trial.allowing()" (click)="trial.allow()">{{ t('trial.allow') }}</button>
        </div>
      </ba-callout>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      justify-content: space-between;
    }
    .row span {
      flex: 1 1 320px;
    }
  `,
})
export class TrialPermission {
  protected readonly t = startTexts();
  protected readonly trial = inject(Trial);
}
