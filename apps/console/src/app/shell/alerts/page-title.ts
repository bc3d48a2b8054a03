import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** The page's name, behind how much waits to be looked at: `(3) Inbox · Baton`. The router needs it, so it needs nothing. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly page = signal('Baton');
  private readonly count = signal(0);

  constructor() {
    super();
    effect(() => this.title.setTitle(this.count() > 0 ? `(${this.count()}) ${this.page()}` : this.page()));
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.page.set(this.buildTitle(state) ?? 'Baton');
  }

  showCount(count: number): void {
    this.count.set(count);
  }
}
