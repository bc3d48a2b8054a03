import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Dialogs } from '#ui';
import { Palette } from './palette/palette';
import { MAIN_PLACES, MORE_PLACES } from './places';
import { Preferences } from './preferences';
import { ShortcutHelp } from './shortcut-help';
import { type Shortcut, Shortcuts } from './shortcuts';
import { SignedIn } from './signed-in';
import { shellTexts } from './texts';

/** What can be done from every page. */
@Injectable({ providedIn: 'root' })
export class ShellCommands {
  private readonly t = shellTexts();
  private readonly router = inject(Router);
  private readonly shortcuts = inject(Shortcuts);
  private readonly signedIn = inject(SignedIn);
  private readonly preferences = inject(Preferences);
  private readonly palette = inject(Palette);
  private readonly dialogs = inject(Dialogs);

  /** @returns what takes them away again */
  register(): () => void {
    return this.shortcuts.add(...this.choices(), ...this.help(), ...this.places());
  }

  private places(): readonly Shortcut[] {
    return [...MAIN_PLACES, ...MORE_PLACES].map(({ path, name, icon, needs, key }) => ({
      ...(key && { key: `g ${key}` }),
      id: path,
      label: () => this.t(name),
      group: () => this.t('commands.goTo'),
      icon,
      when: () => needs === null || this.signedIn.can(needs),
      run: () => void this.router.navigateByUrl(path),
    }));
  }

  private help(): readonly Shortcut[] {
    const group = () => this.t('commands.everywhere');
    return [
      { key: 'mod+k', label: () => this.t('commands.palette'), group, icon: 'search', run: () => void this.palette.open() },
      { key: '?', label: () => this.t('commands.shortcuts'), group, icon: 'keyboard', run: () => void this.dialogs.open(ShortcutHelp) },
    ];
  }

  private choices(): readonly Shortcut[] {
    const group = () => this.t('commands.preferences');
    const { preferences: mine, t } = this;
    const choice = (
      of: 'theme' | 'density' | 'language',
      value: string,
      label: () => string,
      isChosen: () => boolean,
      run: () => void,
    ): Shortcut => ({
      id: `${of} ${value}`,
      label: () => `${t(`preferences.${of}`)}: ${label()}`,
      group,
      icon: of === 'language' ? 'chat' : of === 'theme' ? 'screen' : 'rows',
      when: () => !isChosen(),
      run,
    });
    return [
      ...mine.themes().map(({ value }) =>
        choice(
          'theme',
          value,
          () => t(`preferences.themes.${value}`),
          () => mine.theme() === value,
          () => mine.chooseTheme(value),
        ),
      ),
      ...mine.densities().map(({ value }) =>
        choice(
          'density',
          value,
          () => t(`preferences.densities.${value}`),
          () => mine.density() === value,
          () => mine.chooseDensity(value),
        ),
      ),
      ...mine.languages.map(({ value, label }) =>
        choice(
          'language',
          value,
          () => label,
          () => mine.language() === value,
          () => void mine.chooseLanguage(value),
        ),
      ),
    ];
  }
}
