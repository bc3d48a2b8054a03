import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { Router, type CanDeactivateFn } from '@angular/router';
import { Dialogs } from '#ui';
import { editingTexts } from './texts';

/** A page with input that would be lost. */
export interface Editing {
  hasUnsavedChanges(): boolean;
}

/** Asks before the router leaves a page with unsaved input. Something new that was saved comes to its own address; then nothing is left. */
export const askBeforeLeaving: CanDeactivateFn<Editing> = (page) => {
  if (!page.hasUnsavedChanges() || inject(Router).currentNavigation()?.extras.replaceUrl) return true;
  const t = editingTexts();
  return inject(Dialogs).confirm({ title: t('leaving.title'), body: t('leaving.body'), confirm: t('leaving.confirm'), look: 'danger' });
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
