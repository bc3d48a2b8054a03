import { Component, computed, input } from '@angular/core';
import type { QueuePulse as Pulse } from '#contracts';
import { exactSpan } from '../data/durations';

/** How the queue is doing, in four numbers. */
@Component({
  selector: 'baton-queue-pulse',
  template: `
    @if (pulse(); as pulse) {
      <dl>
        <dt>Waiting now</dt>
        <dd>{{ pulse.waiting }}</dd>
        <dt>Longest wait</dt>
        <dd>{{ longest() }}</dd>
        <dt>Typical first reply</dt>
        <dd>{{ typical() }}</dd>
        <dt>Online</dt>
        <dd>{{ pulse.agentsOnline }} of {{ pulse.agents }}</dd>
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

  protected readonly longest = computed(() => spanOr(this.pulse()?.longestWaitSeconds, 'nobody'));
  protected readonly typical = computed(() => spanOr(this.pulse()?.typicalFirstReplySeconds, 'not known yet'));
}

const spanOr = (seconds: number | null | undefined, otherwise: string): string =>
  seconds === null || seconds === undefined ? otherwise : exactSpan(seconds);
