/** How much a socket may send: `burst` events at once, `perSecond` in the long run. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

/** A token bucket for one socket. Whoever goes on long after it is empty is flooding. */
export class EventBudget {
  private left: number;
  private refused = 0;

  constructor(
    private readonly allowance: Allowance,
    private filledAt: number,
  ) {
    this.left = allowance.burst;
  }

  /** @param now milliseconds on a clock that only moves forward */
  spend(now: number): boolean {
    this.left = Math.min(this.allowance.burst, this.left + ((now - this.filledAt) / 1000) * this.allowance.perSecond);
    this.filledAt = now;
    if (this.left < 1) {
      this.refused += 1;
      return false;
    }
    this.left -= 1;
    this.refused = 0;
    return true;
  }

  /** True once a client has been refused a whole burst in a row: it does not listen, so it is not worth answering. */
  get flooded(): boolean {
    return this.refused > this.allowance.burst;
  }

  /** Whole seconds until the next event would be taken. */
  get retryAfterSeconds(): number {
    return Math.max(1, Math.ceil((1 - this.left) / this.allowance.perSecond));
  }
}
