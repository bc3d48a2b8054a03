import { Component, computed, inject, input } from '@angular/core';
import type { QueuePulse as Pulse } from '#contracts';
import { Moments } from '../data/moments';
import { inboxTexts } from '../texts';

/** How the queue is doing, in four numbers. */
@Component({
  selector: 'baton-queue-pulse',
  template: `
    @if (pulse(); as pulse) {
      <dl>
        <dt>{{ t('pulse.waiting') }}</dt>
        <dd>{{ pulse.waiting }}</dd>
        <dt>{{ t('pulse.longest') }}</dt>
        <dd>{{ longest() }}</dd>
        <dt>{{ t('pulse.typical') }}</dt>
        <dd>{{ typical() }}</dd>
        <dt>{{ t('pulse.online') }}</dt>
        <dd>{{ t('pulse.onlineOf', { online: pulse.agentsOnline, agents: pulse.agents }) }}</dd>
      </dl>
    }
  `,
  styles: `
    dl {
      margin: 0 8px 4px;
      padding-top: 12px;
      display: grid;
      grid-template-columns: 1fr auto;
      row-gap: 2px;
      border-top: 1px solid var(--line);
      font-size: 12px;
      color: var(--text-3);
      font-variant-numeric: tabular-nums;
    }
    dd {
      margin: 0;
      font-weight: 500;
      color: var(--text);
      text-align: right;
    }
  `,
})
export class QueuePulse {
  readonly pulse = input.required<Pulse | null>();

  protected readonly t = inboxTexts();
  private readonly moments = inject(Moments);

  protected readonly longest = computed(() => this.spanOr(this.pulse()?.longestWaitSeconds, this.t('pulse.nobody')));
  protected readonly typical = computed(() => this.spanOr(this.pulse()?.typicalFirstReplySeconds, this.t('pulse.unknown')));

  private spanOr(seconds: number | null | undefined, otherwise: string): string {
    return seconds === null || seconds === undefined ? otherwise : this.moments.exactSpan(seconds);
  }
}
