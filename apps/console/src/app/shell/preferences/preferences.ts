import { computed, inject, Injectable } from '@angular/core';
import { Toasts, type Choice } from '#ui';
import { LANGUAGE_NAMES, LANGUAGES, Texts, type Language } from '../../i18n';
import { shellTexts } from '../texts';
import { Density, DENSITY_CHOICES, type DensityChoice } from './density';
import { Theme, THEME_CHOICES, type ThemeChoice } from './theme';

/** What everybody may set as they like it on this device: colours, room and language, each with its choices by name. */
@Injectable({ providedIn: 'root' })
export class Preferences {
  private readonly t = shellTexts();
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly chosenTheme = inject(Theme);
  private readonly chosenDensity = inject(Density);

  readonly theme = this.chosenTheme.choice;
  readonly density = this.chosenDensity.choice;
  readonly language = this.texts.language;

  readonly themes = computed(
    () => THEME_CHOICES.map((value) => ({ value, label: this.t(`preferences.themes.${value}`) })) satisfies readonly Choice[],
  );
  readonly densities = computed(
    () => DENSITY_CHOICES.map((value) => ({ value, label: this.t(`preferences.densities.${value}`) })) satisfies readonly Choice[],
  );
  readonly languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })) satisfies readonly Choice[];

  chooseTheme(choice: ThemeChoice): void {
    this.chosenTheme.choose(choice);
  }

  chooseDensity(choice: DensityChoice): void {
    this.chosenDensity.choose(choice);
  }

  async chooseLanguage(choice: Language): Promise<void> {
    try {
      await this.texts.choose(choice);
    } catch {
      this.toasts.fail(this.t('preferences.languageFailed'));
    }
  }
}
