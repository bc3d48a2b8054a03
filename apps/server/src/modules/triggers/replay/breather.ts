import { setImmediate } from 'node:timers/promises';

/** Work that may take long lets others in between: at most so long at a time. */
const SLICE_MS = 8;

export class Breather {
  private since = performance.now();

  /** @throws the signal's reason when the work is not wanted any more */
  async breathe(signal: AbortSignal): Promise<void> {
    if (performance.now() - this.since < SLICE_MS) return;
    await setImmediate();
    signal.throwIfAborted();
    this.since = performance.now();
  }
}
