import { Component, computed, effect, inject, input, signal } from '@angular/core';
import type { Handoff } from '#contracts';
import { BaPill, BaTime, Ticker } from '#ui';
import { Moments } from '../data/moments';
import { promiseStanding } from '../data/promise-standing';
import { Wording } from '../data/wording';
import { inboxTexts } from '../texts';

/** What the visitor was told about the wait, and how that stands: running, past, kept or broken. */
@Component({
  selector: 'baton-promise-line',
  imports: [BaPill, BaTime],
  template: `
    <span>{{ told() }} </span>
    @if (standing(); as standing) {
      <span class="standing">
        <span class="by">{{ t('promise.by', { time: moments.timeOrDay(standing.by) + dayless(standing.by) }) }} </span>
        @switch (standing.kind) {
          @case ('running') {
            <ba-pill icon="clock"><ba-time as="left" [at]="standing.by" /></ba-pill>
          }
          @case ('passed') {
            <ba-pill state="bad"><ba-time as="left" [at]="standing.by" /></ba-pill>
          }
          @case ('kept') {
            <ba-pill state="good" icon="check">{{ t('promise.kept', { time: moments.timeOfDay(standing.answeredAt) }) }}</ba-pill>
          }
          @case ('late') {
            <ba-pill state="warn">{{ t('promise.late', { span: moments.exactSpan(standing.lateBySeconds) }) }}</ba-pill>
          }
          @case ('unanswered') {
            <ba-pill state="bad" icon="cross">{{ t('promise.unanswered') }}</ba-pill>
          }
        }
      </span>
    }
  `,
  host: { '[attr.data-standing]': 'standing()?.kind' },
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      font-variant-numeric: tabular-nums;
    }
    .standing {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 2px 6px;
      align-items: center;
      color: var(--text-2);
    }
  `,
})
export class PromiseLine {
  readonly handoff = input.required<Handoff>();

  protected readonly t = inboxTexts();
  protected readonly moments = inject(Moments);
  private readonly wording = inject(Wording);
  private readonly ticker = inject(Ticker);
  private readonly wokenAt = signal(0);

  protected readonly told = computed(() => {
    const { promise } = this.handoff();
    return promise ? this.wording.promise(promise) : '';
  });
  protected readonly standing = computed(() => promiseStanding(this.handoff(), Math.max(this.wokenAt(), Date.now())));

  constructor() {
    // A promise passes while one looks at it.
    effect((onCleanup) => {
      const standing = this.standing();
      if (standing?.kind === 'running') onCleanup(this.ticker.wakeAt(Date.parse(standing.by), (now) => this.wokenAt.set(now)));
    });
  }

  /** The time of day too, where the day is not today's. */
  protected dayless(iso: string): string {
    const time = this.moments.timeOfDay(iso);
    return this.moments.timeOrDay(iso) === time ? '' : `, ${time}`;
  }
}
