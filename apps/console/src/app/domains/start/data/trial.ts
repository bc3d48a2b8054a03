import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Website } from '#contracts';
import { BatonTeam } from '#sdk';
import { ChecklistStore } from './checklist.store';

/** Whether one can play a visitor of the own website on Baton's own page: it shows the chat to allowed origins alone, itself included. */
@Injectable()
export class Trial {
  private readonly team = inject(BatonTeam);
  private readonly checklist = inject(ChecklistStore);
  private readonly current = signal<Website | null>(null);
  private readonly refused = signal(false);
  private readonly working = signal(false);

  readonly website = this.current.asReadonly();
  readonly failed = this.refused.asReadonly();
  readonly allowing = this.working.asReadonly();
  readonly origin = location.origin;
  readonly allowed = computed(() => this.current()?.allowedOrigins.includes(this.origin) ?? false);
  readonly address = computed(() => `/try?websiteKey=${encodeURIComponent(this.current()?.publicKey ?? '')}`);
  private readonly websiteId = computed(() => this.checklist.list()?.website?.id ?? null);

  constructor() {
    effect(() => {
      const id = this.websiteId();
      untracked(() => void this.look(id));
    });
  }

  /** Adds Baton's own origin to those of the website; it stands in its settings from then on. */
  async allow(): Promise<void> {
    const website = this.current();
    if (!website) return;
    this.working.set(true);
    try {
      this.current.set(await this.team.websites.update(website.id, { allowedOrigins: [...website.allowedOrigins, this.origin] }));
      this.refused.set(false);
    } catch {
      this.refused.set(true);
    } finally {
      this.working.set(false);
    }
  }

  private async look(id: string | null): Promise<void> {
    this.current.set(null);
    const website = id === null ? null : await this.team.websites.get(id).catch(() => null);
    if (id === this.websiteId()) this.current.set(website);
  }
}
