import { DestroyRef, DOCUMENT, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { Live } from '../../../shell/live';
import { ChecklistStore } from './checklist.store';

/** Several pieces of news at once are one question. */
const TOGETHER_WITHIN_MS = 300;

/** Keeps the checklist true while it is shown: by what happens in the inbox, by coming back to this tab, by going to another page. */
export function followChecklist(): void {
  const store = inject(ChecklistStore);
  const page = inject(DOCUMENT);
  const destroyed = inject(DestroyRef);
  const { socket } = inject(Live);
  let soon: ReturnType<typeof setTimeout> | undefined;
  const news = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined;
      if (!store.isComplete() && !page.hidden) void store.refresh();
    }, TOGETHER_WITHIN_MS);
  };

  const stops = [socket.on('handoff.opened', news), socket.on('handoff.updated', news), socket.on('inbox', news)];
  const moves = inject(Router)
    .events.pipe(filter((event) => event instanceof NavigationEnd))
    .subscribe(news);
  page.addEventListener('visibilitychange', news);
  page.defaultView?.addEventListener('focus', news);
  destroyed.onDestroy(() => {
    clearTimeout(soon);
    moves.unsubscribe();
    page.removeEventListener('visibilitychange', news);
    page.defaultView?.removeEventListener('focus', news);
    for (const stop of stops) stop();
    store.forget();
  });
  void store.refresh();
}
