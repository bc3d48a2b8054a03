/**
 * Remembers answers of the database for a moment, so that a hot question is asked once per `millis` and not once per
 * request. Time runs from when the question was asked: an answer is never older than `millis`, which is what bounds how
 * long a revoked right can still be seen. Failures are not remembered.
 */
export class BriefMemory<T> {
  private readonly answers = new Map<string, { readonly askedAt: number; readonly answer: Promise<T> }>();

  constructor(
    private readonly millis: number,
    private readonly max = 10_000,
  ) {}

  recall(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known && performance.now() - known.askedAt < this.millis) return known.answer;
    const entry = { askedAt: performance.now(), answer: ask() };
    this.answers.delete(key);
    this.answers.set(key, entry);
    this.makeRoom();
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
}
