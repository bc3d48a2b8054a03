import { computed, inject, Injectable, resource } from '@angular/core';
import { problemOf } from '../../../editing/problem';
import { SignedIn } from '../../../shell';
import { WebsitesApi } from './websites-api';

/** Who waits is asked for so many websites; beyond that the list would cost the server more than it tells. */
const WAITING_SHOWN_FOR = 20;

/** The websites this person may see, and who waits there. */
@Injectable()
export class WebsiteList {
  private readonly api = inject(WebsitesApi);
  private readonly seesQueue = inject(SignedIn).can('handoff.view');
  private readonly answer = resource({ loader: () => this.api.list() });

  readonly websites = computed(() => (this.answer.hasValue() ? this.answer.value() : []));
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  private readonly counted = resource({
    params: () => {
      const ids = this.websites().map(({ id }) => id);
      return this.seesQueue && ids.length > 0 ? ids.slice(0, WAITING_SHOWN_FOR) : undefined;
    },
    // A count that cannot be had is left out; the list is worth more than it.
    loader: async ({ params: ids }) => {
      const counts = await Promise.allSettled(ids.map((id) => this.api.waiting(id)));
      return new Map(counts.flatMap((count, index) => (count.status === 'fulfilled' ? [[ids[index]!, count.value] as const] : [])));
    },
  });

  /** By website; what is not known is missing. */
  readonly waiting = computed<ReadonlyMap<string, number>>(() => (this.counted.hasValue() ? this.counted.value() : new Map()));

  reload(): void {
    this.answer.reload();
  }
}
