import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

export const THEME_CHOICES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

const STORAGE_KEY = 'baton.theme';

/** Light, dark or what the system says; kept on this device. The tokens follow `data-theme` on the root element. */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly chosen = signal<ThemeChoice>(remembered());

  readonly choice = this.chosen.asReadonly();

  constructor() {
    effect(() => this.apply(this.chosen()));
  }

  choose(choice: ThemeChoice): void {
    localStorage.setItem(STORAGE_KEY, choice);
    this.chosen.set(choice);
  }

  private apply(choice: ThemeChoice): void {
    const root = this.document.documentElement;
    if (choice === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', choice);
  }
}

function remembered(): ThemeChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return THEME_CHOICES.find((choice) => choice === stored) ?? 'system';
}
