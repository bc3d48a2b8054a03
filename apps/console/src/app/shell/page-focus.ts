import { afterNextRender, DOCUMENT, inject, Injectable, Injector } from '@angular/core';
import { type ActivatedRouteSnapshot, NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Where one reads on when a page has come by a link, a key or the palette: at its heading, as after a load. */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);

  /** @returns what stops it */
  follow(content: HTMLElement): () => void {
    let page = pageOf(this.router.routerState.snapshot.root);
    const following = this.router.events.pipe(filter((event) => event instanceof NavigationEnd)).subscribe(() => {
      const before = page;
      page = pageOf(this.router.routerState.snapshot.root);
      // From one conversation to the next the page stays, and so does the focus.
      if (page !== before) afterNextRender(() => this.goTo(content), { injector: this.injector });
    });
    return () => following.unsubscribe();
  }

  private goTo(content: HTMLElement): void {
    const { activeElement } = this.document;
    // A page may have put it where it wants it.
    if (activeElement !== content && content.contains(activeElement)) return;
    const target = content.querySelector<HTMLElement>('h1') ?? content;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }
}

/** The innermost route that has a title is what people would call the page. */
function pageOf(route: ActivatedRouteSnapshot): unknown {
  let page: unknown = null;
  for (let at: ActivatedRouteSnapshot | null = route; at; at = at.firstChild) if (at.routeConfig?.title) page = at.routeConfig;
  return page;
}
