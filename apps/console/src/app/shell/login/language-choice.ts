import { Component, inject } from '@angular/core';
import { Preferences } from '../preferences';
import { shellTexts } from '../texts';

/** The language, for who is not signed in yet. */
@Component({
  selector: 'baton-language-choice',
  template: `
    <select [attr.aria-label]="t('preferences.language')" (change)="choose($event)">
      @for (language of preferences.languages; track language.value) {
        <option [value]="language.value" [lang]="language.value" [selected]="language.value === preferences.language()">{{ language.label }}</option>
      }
    </select>
  `,
  styles: `
    :host {
      display: block;
      justify-self: start;
    }
    select {
      min-height: 28px;
      margin-left: -4px;
      border: 0;
      border-radius: var(--r-s);
      background: none;
      color: var(--text-2);
      cursor: pointer;
    }
    select:hover {
      color: var(--text);
    }
    option {
      color: var(--text);
      background: var(--surface);
    }
    @media (max-width: 720px) {
      select {
        min-height: 44px;
        font-size: 16px;
      }
    }
  `,
})
export class LanguageChoice {
  protected readonly t = shellTexts();
  protected readonly preferences = inject(Preferences);

  protected choose(event: Event): void {
    const chosen = this.preferences.languages.find(({ value }) => value === (event.target as HTMLSelectElement).value);
    if (chosen) void this.preferences.chooseLanguage(chosen.value);
  }
}
