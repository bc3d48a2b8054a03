import { computed, inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { HandoffSummary } from '#contracts';
import { BatonTeam } from '#sdk';
import { Toasts } from '#ui';
import { Live } from '../live';
import { SignedIn } from '../signed-in';
import { shellTexts } from '../texts';
import { Alerts } from './alerts';

const MOST_OWN_ROWS = 200;

/** What waits to be looked at: unread conversations of one's own, and handoffs that came since one last looked. */
@Injectable({ providedIn: 'root' })
export class InboxNews {
  private readonly t = shellTexts();
  private readonly team = inject(BatonTeam);
  private readonly live = inject(Live);
  private readonly signedIn = inject(SignedIn);
  private readonly alerts = inject(Alerts);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly own = signal<ReadonlyMap<string, HandoffSummary>>(new Map());
  private readonly arrived = signal<ReadonlySet<string>>(new Set());
  private isLoaded = false;

  readonly count = computed(() => [...this.own().values()].filter(isUnread).length + this.arrived().size);

  /** Listens for as long as somebody is signed in. @returns what stops it */
  follow(): () => void {
    const { socket } = this.live;
    const stops = [
      socket.on('handoff.opened', ({ handoff }) => this.opened(handoff)),
      socket.on('handoff.updated', ({ handoff }) => this.changed(handoff)),
      // After a lost connection nobody knows what was missed.
      socket.on('inbox', () => void this.load()),
    ];
    // The line may be down; the socket watches by itself when it is back.
    socket.watchInbox().catch(() => undefined);
    void this.load();
    return () => {
      for (const stop of stops) stop();
      this.isLoaded = false;
      this.own.set(new Map());
      this.arrived.set(new Set());
    };
  }

  /** Somebody looks at the list of those who wait. */
  lookedAtWaiting(): void {
    if (this.arrived().size > 0) this.arrived.set(new Set());
  }

  private opened(handoff: HandoffSummary): void {
    this.changed(handoff);
    if (handoff.status !== 'pending') return;
    this.arrived.update((ids) => new Set(ids).add(handoff.id));
    this.alerts.raise({ handoff, title: this.t('alerts.waits', { visitor: this.nameOf(handoff) }), view: 'unassigned' });
  }

  private changed(handoff: HandoffSummary): void {
    if (handoff.status !== 'pending' && this.arrived().has(handoff.id))
      this.arrived.update((ids) => new Set([...ids].filter((id) => id !== handoff.id)));
    const before = this.own().get(handoff.id);
    const isOwn = handoff.status === 'claimed' && handoff.assignee?.id === this.signedIn.userId();
    if (!before && !isOwn) return;
    this.own.update((own) => {
      const next = new Map(own);
      if (isOwn) next.set(handoff.id, handoff);
      else next.delete(handoff.id);
      return next;
    });
    if (!before && isOwn) void this.tellWhoGave(handoff);
    if (before && isOwn && handoff.lastSeq > before.lastSeq && handoff.lastMessage?.author === 'visitor') {
      this.alerts.raise({ handoff, title: this.t('alerts.wrote', { visitor: this.nameOf(handoff) }), view: 'mine' });
    }
  }

  /** Whether it was claimed here or elsewhere by oneself, or given by somebody, only its timeline tells. */
  private async tellWhoGave(handoff: HandoffSummary): Promise<void> {
    const known = await this.team.handoffs.get(handoff.id).catch(() => null);
    const last = known?.timeline.findLast(({ kind }) => kind === 'assigned' || kind === 'claimed' || kind === 'force_claimed');
    if (last?.kind !== 'assigned' || last.actor.id === this.signedIn.userId()) return;
    const title = this.t('alerts.given', { by: last.actor.name ?? this.t('alerts.somebody'), visitor: this.nameOf(handoff) });
    const run = () => void this.router.navigate(['/inbox', 'mine', handoff.id]);
    this.toasts.say(title, { label: this.t('alerts.open'), run });
    this.alerts.raise({ handoff, title, view: 'mine' });
  }

  private nameOf({ visitor }: HandoffSummary): string {
    return visitor.name ?? visitor.email ?? this.t('alerts.someone');
  }

  private async load(): Promise<void> {
    // Without an answer the count is what was heard so far.
    const page = await this.team.handoffs.list({ view: 'mine', limit: MOST_OWN_ROWS }).catch(() => null);
    if (!page) return;
    const before = this.own();
    this.own.set(new Map(page.items.map((handoff) => [handoff.id, handoff])));
    // What was given while the line was down.
    if (this.isLoaded) for (const handoff of page.items) if (!before.has(handoff.id)) void this.tellWhoGave(handoff);
    this.isLoaded = true;
  }
}

const isUnread = (handoff: HandoffSummary): boolean => handoff.teamReadSeq < handoff.lastSeq;
