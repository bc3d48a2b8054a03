import { Component, inject } from '@angular/core';
import { BaSegmented } from '#ui';
import type { Language } from '../../i18n';
import { shellTexts } from '../texts';
import type { DensityChoice } from './density';
import { Preferences } from './preferences';
import type { ThemeChoice } from './theme';

/** Theme, density and language, for a page of one's own settings. Each takes effect at once. */
@Component({
  selector: 'baton-preference-fields',
  imports: [BaSegmented],
  template: `
    <div>
      <span class="label">{{ t('preferences.language') }}</span>
      <ba-segmented
        [label]="t('preferences.language')"
        [choices]="preferences.languages"
        [value]="preferences.language()"
        (valueChange)="preferences.chooseLanguage(asLanguage($event))"
      />
    </div>
    <div>
      <span class="label">{{ t('preferences.theme') }}</span>
      <ba-segmented
        [label]="t('preferences.theme')"
        [choices]="preferences.themes()"
        [value]="preferences.theme()"
        (valueChange)="preferences.chooseTheme(asTheme($event))"
      />
    </div>
    <div>
      <span class="label">{{ t('preferences.density') }}</span>
      <ba-segmented
        [label]="t('preferences.density')"
        [choices]="preferences.densities()"
        [value]="preferences.density()"
        (valueChange)="preferences.chooseDensity(asDensity($event))"
      />
    </div>
  `,
  styles: `
    :host {
      display: grid;
      gap: 14px;
    }
    .label {
      display: block;
      margin-bottom: 4px;
      font-weight: 500;
    }
  `,
})
export class PreferenceFields {
  protected readonly t = shellTexts();
  protected readonly preferences = inject(Preferences);

  // A segmented control deals in words; these are the words it was given.
  protected readonly asLanguage = (value: string) => value as Language;
  protected readonly asTheme = (value: string) => value as ThemeChoice;
  protected readonly asDensity = (value: string) => value as DensityChoice;
}
