import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Texts } from '../../i18n';

/** The page's name in the chosen language, behind how much waits to be looked at: `(3) Inbox · Baton`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly texts = inject(Texts);
  private readonly key = signal<string | undefined>(undefined);
  private readonly count = signal(0);

  /** What the page is called, without the rest. */
  readonly page = computed(() => {
    const key = this.key();
    return key && this.texts.say(key);
  });

  constructor() {
    super();
    effect(() => {
      const name = this.page() ? `${this.page()} · Baton` : 'Baton';
      this.title.setTitle(this.count() > 0 ? `(${this.count()}) ${name}` : name);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.key.set(this.buildTitle(state));
  }

  showCount(count: number): void {
    this.count.set(count);
  }
}
