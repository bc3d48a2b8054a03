/** A page of what follows a seq, and how far the session has come. */
export interface Rest<T> {
  readonly items: readonly T[];
  readonly lastSeq: number;
}

export interface SeqStreamOptions<T> {
  /** The last seq the caller already has; 0 for none. */
  readonly after?: number;
  /** Asks the server for what follows `afterSeq`, oldest first. */
  readonly fetchRest: (afterSeq: number) => Promise<Rest<T>>;
  /** Gets every item once, in seq order, without a gap. */
  readonly deliver: (item: T) => void;
  /** How long to wait before asking again after a failed ask, in milliseconds. */
  readonly retryAfterMs?: number;
}

/**
 * Turns hints into a stream without gaps. Sockets may lose, double or reorder what they announce; the dense `seq` of a
 * session tells. What comes too early waits here, and the rest is asked for.
 */
export class SeqStream<T extends { readonly seq: number }> {
  private readonly early = new Map<number, T>();
  private delivered: number;
  /** The highest seq anybody has spoken of. */
  private announced: number;
  private asking: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closed = false;

  constructor(private readonly options: SeqStreamOptions<T>) {
    this.delivered = options.after ?? 0;
    this.announced = this.delivered;
  }

  get lastSeq(): number {
    return this.delivered;
  }

  /** An item that arrived by itself: delivered when it is next, kept back when something is missing before it. */
  offer(item: T): void {
    if (this.closed) return;
    this.take(item);
    if (this.behind) this.catchUpSoon();
  }

  /** Somebody said the session has come this far. */
  reached(lastSeq: number): void {
    if (this.closed) return;
    this.announced = Math.max(this.announced, lastSeq);
    if (this.behind) this.catchUpSoon();
  }

  /** Asks for whatever is missing; for connect, focus and reload. Calls made meanwhile share one asking. */
  catchUp(): Promise<void> {
    if (this.closed) return Promise.resolve();
    this.asking ??= this.askUntilWhole().finally(() => (this.asking = null));
    return this.asking;
  }

  /** `catchUp` for those who cannot wait: what fails is asked for again until it is there. */
  catchUpSoon(): void {
    this.catchUp().catch(() => this.askLater());
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.retry);
    this.early.clear();
  }

  private get behind(): boolean {
    return this.delivered < this.announced;
  }

  private take(item: T): void {
    this.announced = Math.max(this.announced, item.seq);
    if (item.seq > this.delivered) this.early.set(item.seq, item);
    for (let next = this.early.get(this.delivered + 1); next && !this.closed; next = this.early.get(this.delivered + 1)) {
      this.early.delete(next.seq);
      this.delivered = next.seq;
      this.options.deliver(next);
    }
  }

  private async askUntilWhole(): Promise<void> {
    clearTimeout(this.retry);
    let before: number;
    do {
      before = this.delivered;
      const rest = await this.options.fetchRest(before);
      if (this.closed) return;
      this.announced = Math.max(this.announced, rest.lastSeq);
      for (const item of rest.items) this.take(item);
      // An answer that brings nothing new, although something is missing, is asked for again later, not at once.
    } while (this.behind && this.delivered > before);
    if (this.behind) this.askLater();
  }

  private askLater(): void {
    if (this.closed) return;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.catchUpSoon(), this.options.retryAfterMs ?? 1000);
  }
}
