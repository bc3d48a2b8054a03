import type { Handoff } from '#contracts';
import { isOpen } from './belongs';

/**
 * How a promised time stands: `running` counts down to `by`, `passed` counts up from it, `kept` and `late` name the first
 * reply, `unanswered` is a conversation that ended without one.
 */
export type PromiseStanding =
  | { readonly kind: 'running' | 'passed' | 'unanswered'; readonly by: string }
  | { readonly kind: 'kept'; readonly by: string; readonly answeredAt: string }
  | { readonly kind: 'late'; readonly by: string; readonly lateBySeconds: number };

/** null where no time was promised */
export function promiseStanding(handoff: Handoff, now: number): PromiseStanding | null {
  const { promise, firstResponseAt } = handoff;
  if (!promise || promise.etaSeconds === null) return null;
  const due = Date.parse(promise.madeAt) + promise.etaSeconds * 1000;
  const by = new Date(due).toISOString();
  if (firstResponseAt !== null) {
    const lateBySeconds = (Date.parse(firstResponseAt) - due) / 1000;
    return lateBySeconds <= 0 ? { kind: 'kept', by, answeredAt: firstResponseAt } : { kind: 'late', by, lateBySeconds };
  }
  if (!isOpen(handoff)) return { kind: 'unanswered', by };
  return { kind: now < due ? 'running' : 'passed', by };
}
