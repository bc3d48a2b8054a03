import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { BaIcon, Toasts } from '#ui';
import { Texts } from '../../../i18n';
import { SignedIn } from '../../../shell/signed-in';
import { ChecklistStore } from '../data/checklist.store';
import { followChecklist } from '../data/follow-checklist';
import { startTexts } from '../texts';

const ROUND = 2 * Math.PI * 8;

/** In the rail, until the first steps are done or put away: how far they are, and the way to them. */
@Component({
  selector: 'baton-start-progress',
  imports: [BaIcon, RouterLink, RouterLinkActive],
  template: `
    @if (shown()) {
      <a routerLink="/start" routerLinkActive="on" ariaCurrentWhenActive="page" [attr.aria-label]="label()" [title]="label()">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" />
          <circle class="done" cx="10" cy="10" r="8" [attr.stroke-dasharray]="round" [attr.stroke-dashoffset]="rest()" />
        </svg>
        <ba-icon name="flag" [size]="9" />
      </a>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    a {
      position: relative;
      width: 36px;
      height: 36px;
      border-radius: var(--r-m);
      display: grid;
      place-items: center;
      color: var(--text-3);
    }
    a:hover {
      background: var(--hover);
      color: var(--text-2);
    }
    a.on {
      background: var(--surface);
      color: var(--text);
      box-shadow: inset 0 0 0 1px var(--line);
    }
    a.on:focus-visible {
      box-shadow: var(--focus);
    }
    svg {
      width: 22px;
      height: 22px;
      rotate: -90deg;
    }
    circle {
      fill: none;
      stroke: var(--line-strong);
      stroke-width: 2;
    }
    .done {
      stroke: var(--accent);
      stroke-linecap: round;
      transition: stroke-dashoffset 0.4s;
    }
    ba-icon {
      position: absolute;
    }
    @media (max-width: 720px) {
      a {
        width: 48px;
        height: 44px;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .done {
        transition: none;
      }
    }
  `,
})
export class StartProgress {
  private readonly store = inject(ChecklistStore);
  private readonly texts = inject(Texts);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly t = startTexts();
  /** Its words are brought for those alone who see it. */
  private readonly readable = signal(false);

  protected readonly round = ROUND;
  protected readonly rest = computed(() => ROUND * (1 - this.store.doneCount() / Math.max(1, this.store.count())));
  protected readonly shown = computed(() => this.readable() && this.store.list()?.dismissed === false && !this.store.isComplete());
  protected readonly label = computed(() => this.t('progressLabel', { done: this.store.doneCount(), count: this.store.count() }));

  constructor() {
    if (!inject(SignedIn).can('website.create')) return;
    followChecklist();
    void this.texts.need(startTexts.scope, startTexts.loaders as never).then(() => this.readable.set(true));
    effect(() => {
      if (this.readable() && this.store.firstClaims() > 0) untracked(() => this.celebrate());
    });
  }

  /** A quiet moment: it must not stand in the way of the conversation that was just claimed. */
  private celebrate(): void {
    // There it is seen anyway.
    if (this.router.url.startsWith('/start')) return;
    this.toasts.done(this.t('finished.toast'), { label: this.t('finished.see'), run: () => void this.router.navigateByUrl('/start') });
  }
}
