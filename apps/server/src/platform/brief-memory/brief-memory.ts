/** As often within the time of an answer at most. */
const SWEEPS = 10;

/**
 * Remembers answers of the database for a moment, so that a hot question is asked once per `millis` and not once per
 * request. Time runs from when the question was asked: an answer is never older than `millis`, which is what bounds how
 * long a revoked right can still be seen. Failures are not remembered.
 */
export class BriefMemory<T> {
  /** In the order in which they were asked for. */
  private readonly answers = new Map<string, { readonly askedAt: number; readonly answer: Promise<T> }>();
  private sweeping: NodeJS.Timeout | null = null;

  constructor(
    private readonly millis: number,
    private readonly max = 10_000,
  ) {}

  /** Answers that are kept at this moment. */
  get size(): number {
    return this.answers.size;
  }

  recall(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known && performance.now() - known.askedAt < this.millis) return known.answer;
    const entry = { askedAt: performance.now(), answer: ask() };
    this.answers.delete(key);
    this.answers.set(key, entry);
    this.makeRoom();
    this.sweepLater();
    entry.answer.catch(() => {
      if (this.answers.get(key) === entry) this.answers.delete(key);
    });
    return entry.answer;
  }

  forget(key: string): void {
    this.answers.delete(key);
  }

  forgetAll(): void {
    this.answers.clear();
  }

  /** A flood of different keys (tokens, origins) pushes the oldest out instead of filling the memory. */
  private makeRoom(): void {
    if (this.answers.size <= this.max) return;
    const [oldest] = this.answers.keys();
    this.answers.delete(oldest!);
  }

  /** What is too old to be recalled must not stay until the next question: ten thousand widgets may be silent for hours. */
  private sweepLater(inMillis = this.millis): void {
    this.sweeping ??= setTimeout(() => {
      this.sweeping = null;
      this.sweep();
    }, inMillis).unref();
  }

  private sweep(): void {
    const now = performance.now();
    for (const [key, { askedAt }] of this.answers) {
      const left = askedAt + this.millis - now;
      if (left > 0) return this.sweepLater(Math.max(left, this.millis / SWEEPS));
      this.answers.delete(key);
    }
  }
}
