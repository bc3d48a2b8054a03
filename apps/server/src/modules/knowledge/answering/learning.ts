import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long learning may keep the event loop from everybody else. Milliseconds. */
const SLICE_MS = 8;

/** Runs a stepwise computation to its end, letting others have a turn in between. Small ones finish without a pause. */
export async function inSlices<T>(steps: Generator<void, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MS) continue;
    await nextTurn();
    since = performance.now();
  }
}
