import { Component, input } from '@angular/core';

/** One section of a page of settings: what it is about, then its panels. */
@Component({
  selector: 'baton-settings-section',
  template: `
    <h2 tabindex="-1">{{ heading() }}</h2>
    @if (lead()) {
      <p>{{ lead() }}</p>
    }
    <div class="body"><ng-content /></div>
  `,
  styles: `
    :host {
      display: block;
      padding-bottom: 36px;
      scroll-margin-top: 4px;
    }
    h2 {
      margin: 0;
      font-size: 15px;
      line-height: 22px;
      font-weight: 600;
      outline: none;
      box-shadow: none;
    }
    p {
      margin: 2px 0 0;
      max-width: 72ch;
      color: var(--text-2);
    }
    .body {
      margin-top: 14px;
    }
    @media (max-width: 1080px) {
      :host {
        scroll-margin-top: 48px;
      }
    }
  `,
})
export class SettingsSection {
  readonly heading = input.required<string>();
  readonly lead = input('');
}
