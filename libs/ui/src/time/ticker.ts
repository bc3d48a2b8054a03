import { Injectable } from '@angular/core';

interface Alarm {
  readonly dueAt: number;
  readonly wake: (now: number) => void;
}

/** Timers are capped, because browsers turn longer ones into immediate ones. */
const LONGEST_TIMER_MS = 60 * 60_000;

/**
 * One timer for every time label on the page. A label says when its words will stop being true and is left alone until then,
 * so a list of a thousand idle rows costs nothing between two minutes.
 */
@Injectable({ providedIn: 'root' })
export class Ticker {
  private readonly alarms = new Set<Alarm>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private timerDueAt = Infinity;

  /** @returns a function that cancels */
  wakeAt(dueAt: number, wake: (now: number) => void): () => void {
    const alarm = { dueAt, wake };
    this.alarms.add(alarm);
    if (dueAt < this.timerDueAt) this.arm(dueAt);
    return () => {
      this.alarms.delete(alarm);
      if (this.alarms.size === 0) this.disarm();
    };
  }

  private arm(dueAt: number): void {
    clearTimeout(this.timer);
    this.timerDueAt = dueAt;
    this.timer = setTimeout(() => this.ring(), Math.min(LONGEST_TIMER_MS, Math.max(0, dueAt - Date.now())));
  }

  private disarm(): void {
    clearTimeout(this.timer);
    this.timerDueAt = Infinity;
  }

  private ring(): void {
    const now = Date.now();
    this.timerDueAt = Infinity;
    for (const alarm of [...this.alarms]) {
      if (alarm.dueAt > now) continue;
      this.alarms.delete(alarm);
      alarm.wake(now);
    }
    const next = Math.min(...[...this.alarms].map(({ dueAt }) => dueAt));
    if (next < this.timerDueAt) this.arm(next);
  }
}
