import { afterNextRender, Component, DestroyRef, effect, type ElementRef, inject, untracked, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type ActivatedRouteSnapshot, NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map } from 'rxjs';
import { BaToasts } from '#ui';
import { InboxNews, PageTitle } from './alerts';
import { ConnectionBanner } from './connection-banner';
import { Live } from './live';
import { PageFocus } from './page-focus';
import { Palette } from './palette/palette';
import { Rail } from './rail';
import { ShellCommands } from './shell-commands';
import { SignedIn } from './signed-in';
import { shellTexts } from './texts';

/** The frame around every page behind the login. */
@Component({
  selector: 'baton-shell-page',
  imports: [RouterOutlet, Rail, ConnectionBanner, BaToasts],
  template: `
    <a class="skip" href="#content" (click)="skipTo(content, $event)">{{ t('skip') }}</a>
    <baton-rail [class.deep]="isDeep()" />
    <div class="side">
      <baton-connection-banner />
      <main class="content" id="content" tabindex="-1" #content><router-outlet /></main>
    </div>
    <ba-toasts />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 52px minmax(0, 1fr);
      height: 100dvh;
    }
    .side {
      display: flex;
      flex-direction: column;
      min-width: 0;
      min-height: 0;
    }
    .content {
      flex: 1;
      min-height: 0;
      overflow: auto;
      outline: none;
      box-shadow: none;
    }
    .skip {
      position: absolute;
      left: 8px;
      top: -48px;
      z-index: 10;
      padding: 6px 12px;
      border-radius: var(--r-s);
      background: var(--text);
      color: var(--surface);
    }
    .skip:focus {
      top: 8px;
    }
    /* Away from what is being written and from the button that sends it. */
    ba-toasts {
      right: auto;
      left: 68px;
      align-items: flex-start;
    }
    @media (max-width: 720px) {
      ba-toasts {
        inset: 60px 16px auto;
      }
      :host {
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
      }
      baton-rail {
        grid-row: 2;
      }
      /* A page one step in needs the whole height, and has its own way back. */
      baton-rail.deep {
        display: none;
      }
    }
  `,
})
export class ShellPage {
  protected readonly t = shellTexts();
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  private readonly signedIn = inject(SignedIn);

  protected readonly isDeep = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => deepest(this.router.routerState.snapshot.root).data['deep'] === true),
    ),
    { initialValue: deepest(this.router.routerState.snapshot.root).data['deep'] === true },
  );

  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  constructor() {
    const focus = inject(PageFocus);
    const destroyed = inject(DestroyRef);
    const palette = inject(Palette);
    afterNextRender(() => {
      destroyed.onDestroy(focus.follow(this.content().nativeElement));
      // Safari has no idle moments to tell of.
      (globalThis.requestIdleCallback ?? setTimeout)(() => palette.prepare());
    });
    inject(DestroyRef).onDestroy(inject(ShellCommands).register());
    if (this.signedIn.can('handoff.view')) this.followNews(inject(InboxNews), inject(PageTitle));
    effect(() => {
      if (this.live.connection() === 'refused') untracked(() => this.toLogin());
    });
  }

  protected skipTo(content: HTMLElement, event: Event): void {
    event.preventDefault();
    content.focus();
  }

  private followNews(news: InboxNews, title: PageTitle): void {
    const stop = news.follow();
    effect(() => title.showCount(news.count()));
    inject(DestroyRef).onDestroy(() => {
      stop();
      title.showCount(0);
    });
  }

  private toLogin(): void {
    this.signedIn.forget();
    void this.router.navigate(['/login'], { queryParams: { next: this.router.url } });
  }
}

function deepest(route: ActivatedRouteSnapshot): ActivatedRouteSnapshot {
  return route.firstChild ? deepest(route.firstChild) : route;
}
