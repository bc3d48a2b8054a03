import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { Router, type ActivatedRouteSnapshot, type CanDeactivateFn } from '@angular/router';
import { Dialogs } from '#ui';
import { editingTexts } from './texts';

/** A page with input that would be lost. */
export interface Editing {
  hasUnsavedChanges(): boolean;
}

/** Asks before the router leaves a page with unsaved input. */
export const askBeforeLeaving: CanDeactivateFn<Editing> = (page, route, _state, next) => {
  if (!page.hasUnsavedChanges() || comesToItsAddress(route, next.root)) return true;
  const t = editingTexts();
  return inject(Dialogs).confirm({ title: t('leaving.title'), body: t('leaving.body'), confirm: t('leaving.confirm'), look: 'danger' });
};

/** Something new that was saved takes its own address in place of `new`: the page stays, with all that is typed in it. */
function comesToItsAddress(route: ActivatedRouteSnapshot, next: ActivatedRouteSnapshot): boolean {
  let innermost = next;
  while (innermost.firstChild) innermost = innermost.firstChild;
  return innermost.routeConfig === route.routeConfig && inject(Router).currentNavigation()?.extras.replaceUrl === true;
}

/** Makes the browser ask before it closes or reloads the page. Call it in the constructor of the page. */
export function guardWindow(page: Editing): void {
  const window = inject(DOCUMENT).defaultView;
  const ask = (event: BeforeUnloadEvent) => {
    if (page.hasUnsavedChanges()) event.preventDefault();
  };
  window?.addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', ask));
}
