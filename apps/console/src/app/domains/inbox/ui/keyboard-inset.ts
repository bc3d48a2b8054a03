import { DestroyRef, inject, type Signal, signal } from '@angular/core';

/** How much of the page's lower end a phone's keyboard covers, in px; what is written must stand above it. */
export function keyboardInset(): Signal<number> {
  const inset = signal(0);
  const view = globalThis.visualViewport;
  if (!view) return inset.asReadonly();
  // Whoever has zoomed in sees a part of the page too, and has no keyboard open for it.
  const measure = () => inset.set(view.scale > 1 ? 0 : Math.max(0, Math.round(innerHeight - view.height - view.offsetTop)));
  view.addEventListener('resize', measure);
  view.addEventListener('scroll', measure);
  inject(DestroyRef).onDestroy(() => {
    view.removeEventListener('resize', measure);
    view.removeEventListener('scroll', measure);
  });
  return inset.asReadonly();
}
