/** Runs work of one key one after the other, in the order it came; different keys do not wait for each other. */
export class InOrder {
  private readonly tails = new Map<string, Promise<unknown>>();

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const turn = before.then(work, work);
    this.tails.set(key, turn);
    const done = (): void => {
      if (this.tails.get(key) === turn) this.tails.delete(key);
    };
    turn.then(done, done);
    return turn;
  }

  /** Keys with work under way. */
  get size(): number {
    return this.tails.size;
  }
}
