import { Component, computed, input } from '@angular/core';
import type { HandoffSummary } from '#contracts';
import { BaPill, BaTime, type PillState } from '#ui';
import { inboxTexts } from '../texts';

const SLA_STATES: Readonly<Record<string, PillState>> = { warning: 'warn', breached: 'bad' };

type Facts = Pick<HandoffSummary, 'status' | 'sla' | 'openedAt' | 'firstResponseAt' | 'lastActivityAt'>;

/** How much time is left or, without a target, how long the visitor has been waiting for a person. */
@Component({
  selector: 'baton-pressure',
  imports: [BaPill, BaTime],
  template: `
    @if (handoff().sla; as sla) {
      <ba-pill [state]="slaState()">
        @if (words() === 'full') {
          <span class="words">{{ t('pressure.firstReply') }}</span>
        }
        <ba-time as="left" [at]="sla.dueAt"
      /></ba-pill>
    } @else if (waitsSince(); as since) {
      <ba-pill icon="clock">
        @if (words() === 'full') {
          <span class="words">{{ t('pressure.waiting') }}</span>
        }
        <ba-time [at]="since"
      /></ba-pill>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    @container thread-header (max-width: 600px) {
      .words {
        display: none;
      }
    }
  `,
})
export class Pressure {
  readonly handoff = input.required<Facts>();
  /** Rows show the bare time, the header says what it is. */
  readonly words = input<'none' | 'full'>('none');

  protected readonly t = inboxTexts();
  protected readonly slaState = computed<PillState>(() => SLA_STATES[this.handoff().sla?.state ?? ''] ?? 'calm');
  protected readonly waitsSince = computed(() => {
    const { status, openedAt, firstResponseAt, lastActivityAt } = this.handoff();
    // Given back to the queue after a reply, somebody waits for the next one.
    if (status === 'pending') return firstResponseAt === null ? openedAt : lastActivityAt;
    return status === 'claimed' && firstResponseAt === null ? openedAt : null;
  });
}
