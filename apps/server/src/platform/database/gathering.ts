/** A batch that takes so long waits for something: a slow disk, or a row that a process holds which is stopped. */
const SLOW_MS = 50;
/** What holds it up must not hold up everybody. */
const SPARE_LANES = 3;

/**
 * Gathers what arrives while a statement is in flight into the next one: one round trip, and one commit, for many. At most
 * `lanes` batches run at once, a few more while they are slow, and items with the same key never share a batch or overlap, so their order is kept.
 */
export class Gathering<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private readonly busyKeys = new Set<string>();
  private running = 0;
  private startedAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private isStarting = false;

  constructor(
    private readonly options: {
      readonly keyOf: (item: Item) => string;
      /** Results in the order of the items. */
      readonly run: (batch: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;
      readonly maxBatch: number;
      readonly lanes: number;
      /**
       * Milliseconds from the start of one batch to the start of the next, at least: for what nobody waits for so much. Who
       * comes after a pause does not wait; when many come, they make fewer and larger batches.
       */
      readonly apartMs?: number;
    },
  ) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, key: this.options.keyOf(item), resolve, reject });
      this.startSoon();
    });
  }

  /** Not before the end of this turn of the event loop: what comes together goes together. */
  private startSoon(): void {
    if (this.isStarting) return;
    this.isStarting = true;
    setImmediate(() => {
      this.isStarting = false;
      this.start();
    });
  }

  private start(): void {
    while (this.waiting.length > 0 && this.running < this.lanesNow()) {
      if (this.isTooSoon()) return;
      const batch = this.takeBatch();
      if (batch.length === 0) return;
      this.running += 1;
      this.startedAt = performance.now();
      void this.run(batch);
    }
  }

  private lanesNow(): number {
    return this.options.lanes + (performance.now() - this.startedAt > SLOW_MS ? SPARE_LANES : 0);
  }

  private isTooSoon(): boolean {
    const wait = this.startedAt + (this.options.apartMs ?? 0) - performance.now();
    if (wait <= 0) return false;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.start();
    }, wait);
    return true;
  }

  private takeBatch(): Waiting<Item, Result>[] {
    const batch: Waiting<Item, Result>[] = [];
    const later: Waiting<Item, Result>[] = [];
    for (const entry of this.waiting) {
      // A key that is in flight also blocks its followers in this pass: the first of them is what goes next.
      if (batch.length < this.options.maxBatch && !this.busyKeys.has(entry.key)) {
        this.busyKeys.add(entry.key);
        batch.push(entry);
      } else {
        later.push(entry);
      }
    }
    this.waiting.length = 0;
    this.waiting.push(...later);
    return batch;
  }

  private async run(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.options.run(batch.map((entry) => entry.item));
      batch.forEach((entry, index) => {
        const result = results[index]!;
        if (result.status === 'fulfilled') entry.resolve(result.value);
        else entry.reject(result.reason);
      });
    } catch (error) {
      for (const entry of batch) entry.reject(error);
    } finally {
      for (const entry of batch) this.busyKeys.delete(entry.key);
      this.running -= 1;
      this.start();
    }
  }
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly key: string;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}
