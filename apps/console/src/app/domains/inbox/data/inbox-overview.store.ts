import { computed, inject, Injectable, signal } from '@angular/core';
import type { InboxCounts, QueuePulse } from '#contracts';
import { BatonTeam } from '#sdk';
import { shortNames } from './short-names';

export interface WebsiteName {
  readonly id: string;
  readonly name: string;
}

/** Changes come in bursts; the numbers are asked for once after each. */
const RECOUNT_AFTER_MS = 400;
const MOST_WEBSITES = 200;
/** A number beside each website costs a question each; of more than this they are not asked. */
const MOST_COUNTED = 8;

/** The numbers beside the views, the websites, and the pulse of the queue. */
@Injectable()
export class InboxOverviewStore {
  private readonly team = inject(BatonTeam);
  private readonly countsByView = signal<InboxCounts | null>(null);
  private readonly queue = signal<QueuePulse | null>(null);
  private readonly sites = signal<readonly WebsiteName[]>([]);
  private readonly open = signal<Readonly<Record<string, number>>>({});
  private websiteId: string | null = null;
  private recount: ReturnType<typeof setTimeout> | undefined;

  readonly counts = this.countsByView.asReadonly();
  readonly pulse = this.queue.asReadonly();
  readonly websites = this.sites.asReadonly();
  readonly shortNames = computed(() => shortNames(this.sites()));
  /** How many handoffs are open on each website, by its id. */
  readonly openBy = this.open.asReadonly();

  async load(): Promise<void> {
    const { items } = await this.team.websites.list({ limit: MOST_WEBSITES });
    this.sites.set(items.map(({ id, name }) => ({ id, name })));
    await this.countWebsites();
  }

  /** The pulse is of one website, or of all of them. */
  narrowTo(websiteId: string | null): void {
    this.websiteId = websiteId;
    void this.count();
  }

  /** Known from elsewhere, such as the answer to watching the inbox. */
  counted(counts: InboxCounts): void {
    this.countsByView.set(counts);
  }

  changed(): void {
    clearTimeout(this.recount);
    this.recount = setTimeout(() => void this.count(), RECOUNT_AFTER_MS);
  }

  close(): void {
    clearTimeout(this.recount);
  }

  private async count(): Promise<void> {
    const [counts, pulse] = await Promise.allSettled([this.team.handoffs.counts(), this.team.handoffs.pulse(this.websiteId ?? undefined)]);
    // Numbers that could not be renewed are better than none.
    if (counts.status === 'fulfilled') this.countsByView.set(counts.value);
    if (pulse.status === 'fulfilled') this.queue.set(pulse.value);
    await this.countWebsites();
  }

  private async countWebsites(): Promise<void> {
    const ids = this.sites().map(({ id }) => id);
    if (ids.length < 2 || ids.length > MOST_COUNTED) return;
    const counts = await Promise.all(ids.map((id) => this.team.handoffs.counts(id))).catch(() => null);
    if (counts) this.open.set(Object.fromEntries(ids.map((id, at) => [id, counts[at]?.open ?? 0])));
  }
}
