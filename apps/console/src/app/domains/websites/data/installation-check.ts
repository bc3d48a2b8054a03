import { DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { WebsiteSighting } from '#contracts';
import { WebsitesApi } from './websites-api';

const LOOK_AGAIN_MS = 5_000;

/** Looks whether pages have asked for the chat, again and again while somebody waits for the first. */
@Injectable()
export class InstallationCheck {
  private readonly api = inject(WebsitesApi);
  private readonly seen = signal<readonly WebsiteSighting[] | null>(null);
  private readonly broken = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Latest first; null until it is known. */
  readonly sightings = this.seen.asReadonly();
  readonly failed = this.broken.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async look(websiteId: string): Promise<void> {
    clearTimeout(this.timer);
    try {
      const { sightings } = await this.api.installation(websiteId);
      this.seen.set(sightings);
      this.broken.set(false);
    } catch {
      this.broken.set(true);
    }
    if (!this.seen()?.some(({ allowed }) => allowed)) this.timer = setTimeout(() => void this.look(websiteId), LOOK_AGAIN_MS);
  }
}
