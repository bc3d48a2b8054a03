import type { RuleConditions } from '#contracts';
import { SILENT_FOR_GOOD_MS } from './silence.js';
import { earliestSeconds, turningSeconds } from './turning-points.js';

const SECOND_MS = 1000;
const SOONEST_MS = 5 * SECOND_MS;
const LATEST_MS = 600 * SECOND_MS;
/** The longer a conversation has been silent, the rarer it is looked at. */
const SHARE_OF_THE_SILENCE = 1 / 8;

/** Reckons when rules by the clock must look at a session again. */
export class NextLook {
  private constructor(
    private readonly earliest: number,
    private readonly turning: readonly number[],
  ) {}

  static at(documents: readonly RuleConditions[]): NextLook {
    const turning = new Set(documents.flatMap(turningSeconds));
    return new NextLook(
      documents.length === 0 ? 0 : Math.min(...documents.map(earliestSeconds)),
      [...turning].sort((a, b) => a - b),
    );
  }

  /** Whether any of the rules can hold already. */
  mayFire(startedAt: Date, now: Date): boolean {
    return now.getTime() - startedAt.getTime() >= this.earliest * SECOND_MS;
  }

  /** Exact where only the session's length matters, within seconds in a lively conversation. @returns null: not again */
  after(session: { readonly startedAt: Date; readonly lastActivityAt: Date }, now: Date): Date | null {
    const began = session.startedAt.getTime();
    const silence = now.getTime() - session.lastActivityAt.getTime();
    if (silence >= SILENT_FOR_GOOD_MS) return null;
    if (!this.mayFire(session.startedAt, now)) return new Date(began + this.earliest * SECOND_MS);
    const turn = this.turning.map((seconds) => began + seconds * SECOND_MS).find((instant) => instant > now.getTime()) ?? Infinity;
    const soon = now.getTime() + Math.min(LATEST_MS, Math.max(SOONEST_MS, silence * SHARE_OF_THE_SILENCE));
    return new Date(Math.min(turn, soon));
  }
}
