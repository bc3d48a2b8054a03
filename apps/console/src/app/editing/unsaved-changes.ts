import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { Dialogs } from '#ui';

/** A page with input that would be lost. */
export interface Editing {
  hasUnsavedChanges(): boolean;
}

/** Asks before the router leaves a page with unsaved input. */
export const askBeforeLeaving: CanDeactivateFn<Editing> = (page) => {
  if (!page.hasUnsavedChanges()) return true;
  return inject(Dialogs).confirm({
    title: 'Leave without saving?',
    body: 'What you changed on this page has not been saved and will be lost.',
    confirm: 'Leave page',
    look: 'danger',
  });
};

/** Makes the browser ask before it closes or reloads the page. Call it in the constructor of the page. */
export function guardWindow(page: Editing): void {
  const window = inject(DOCUMENT).defaultView;
  const ask = (event: BeforeUnloadEvent) => {
    if (page.hasUnsavedChanges()) event.preventDefault();
  };
  window?.addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', ask));
}
