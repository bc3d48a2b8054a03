import { effect, inject, untracked } from '@angular/core';
import { Toasts } from '#ui';
import { Outboxes } from '../data/outboxes';
import { refusalSentence, startOf } from '../data/refusals';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';

/** Says so when a reply came back whose conversation nobody looks at any more, and leads to where it is kept. */
export function tellOfReturnedReplies(open: (handoffId: string) => void): void {
  const t = inboxTexts();
  const outboxes = inject(Outboxes);
  const toasts = inject(Toasts);
  const wording = inject(Wording);
  effect(() => {
    const returned = outboxes.returned();
    if (!returned) return;
    untracked(() => {
      const { place, text, error } = returned;
      const visitor = place ? wording.visitor(place.visitor) : t('visitor.somebody');
      const news = t('list.returned', { visitor, start: startOf(text), why: refusalSentence(error, t) });
      toasts.fail(news, place && { label: t('list.openIt'), run: () => open(place.id) });
      outboxes.returnedSeen();
    });
  });
}
