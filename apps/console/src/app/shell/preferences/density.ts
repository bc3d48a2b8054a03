import { DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

export const DENSITY_CHOICES = ['comfortable', 'compact'] as const;
export type DensityChoice = (typeof DENSITY_CHOICES)[number];

const STORAGE_KEY = 'baton.density';

/** How much room everything gets; kept on this device. The tokens follow `data-density` on the root element. */
@Injectable({ providedIn: 'root' })
export class Density {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<DensityChoice>(remembered());

  readonly choice = this.chosen.asReadonly();

  constructor() {
    effect(() => this.root.setAttribute('data-density', this.chosen()));
  }

  choose(choice: DensityChoice): void {
    localStorage.setItem(STORAGE_KEY, choice);
    this.chosen.set(choice);
  }
}

function remembered(): DensityChoice {
  const stored = localStorage.getItem(STORAGE_KEY);
  return DENSITY_CHOICES.find((choice) => choice === stored) ?? 'comfortable';
}
