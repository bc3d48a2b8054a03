import { Injectable, signal } from '@angular/core';
import { HANDOFF_SORTS, INBOX_VIEWS, type HandoffSort, type InboxView } from '#contracts';
import { USUAL_SORT } from './belongs';

const STORAGE_KEY = 'baton.inbox.sort';

type Sorts = Readonly<Partial<Record<InboxView, HandoffSort>>>;

/** In which order each view is read; kept on this device. */
@Injectable({ providedIn: 'root' })
export class InboxSorting {
  private readonly chosen = signal<Sorts>(remembered());

  of(view: InboxView): HandoffSort {
    return this.chosen()[view] ?? USUAL_SORT[view];
  }

  choose(view: InboxView, sort: HandoffSort): void {
    this.chosen.update((chosen) => ({ ...chosen, [view]: sort }));
    localStorage.setItem(STORAGE_KEY, JSON.stringify(this.chosen()));
  }
}

function remembered(): Sorts {
  try {
    const stored = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(INBOX_VIEWS.flatMap((view) => HANDOFF_SORTS.filter((sort) => sort === stored[view]).map((sort) => [view, sort])));
  } catch {
    return {};
  }
}
