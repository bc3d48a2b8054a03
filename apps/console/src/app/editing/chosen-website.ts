import { computed, inject, Injectable, signal } from '@angular/core';
import { WebsiteNames } from './website-names';

const STORAGE_KEY = 'baton.website';

/** Whose things are shown: what was chosen last on this device, else the first website. */
@Injectable()
export class ChosenWebsite {
  private readonly names = inject(WebsiteNames);
  private readonly wish = signal(localStorage.getItem(STORAGE_KEY) ?? '');

  readonly websites = this.names.websites;
  readonly loading = this.names.loading;
  readonly problem = this.names.problem;
  private readonly website = computed(() => this.websites().find(({ id }) => id === this.wish()) ?? this.websites()[0]);
  /** Empty until the websites are known, or when there is none. */
  readonly id = computed(() => this.website()?.id ?? '');
  /** What the website's visitors speak. */
  readonly locale = computed(() => this.website()?.locale ?? 'en');

  choose(id: string): void {
    localStorage.setItem(STORAGE_KEY, id);
    this.wish.set(id);
  }

  reload(): void {
    this.names.reload();
  }
}
