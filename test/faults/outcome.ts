import { LAWS, type Verdict } from './checker.js';
import type { Facts } from './facts.js';
import type { History } from './history.js';

/** How a scenario went, as it is printed and as the tests read it. */
export interface Outcome {
  readonly scenario: string;
  readonly seconds: number;
  readonly counts: Readonly<Record<'acknowledged' | 'messages' | 'sessions' | 'handoffs' | 'claims', number>>;
  /** Milliseconds, by what was done. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly verdict: Verdict;
}

export function countsOf(history: History, facts: Facts): Outcome['counts'] {
  return {
    acknowledged: history.acknowledged,
    messages: facts.messages.length,
    sessions: facts.sessions.length,
    handoffs: facts.handoffs.length,
    claims: history.claims.length,
  };
}

export function isClean({ verdict }: Outcome): boolean {
  return LAWS.every((law) => verdict[law].length === 0);
}

const MOST_PRINTED = 5;

export function printed({ scenario, seconds, counts, times, verdict }: Outcome): string {
  const found = LAWS.flatMap((law) => {
    const what = verdict[law];
    const more = what.length > MOST_PRINTED ? [`      … and ${what.length - MOST_PRINTED} more`] : [];
    return what.length ? [`    ${law}: ${what.length}`, ...what.slice(0, MOST_PRINTED).map((one) => `      ${one}`), ...more] : [];
  });
  return [
    `${scenario} (${seconds} s)`,
    `  ${Object.entries(counts)
      .map(([name, n]) => `${n} ${name}`)
      .join(' · ')}`,
    ...Object.entries(times).map(([name, millis]) => `  ${name}: ${summary(millis)}`),
    `  ${found.length ? 'VIOLATIONS' : `${LAWS.map((law) => `${law} 0`).join(' · ')}`}`,
    ...found,
  ].join('\n');
}

function summary(millis: readonly number[]): string {
  if (millis.length === 0) return 'none';
  const sorted = [...millis].sort((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! / 1000).toFixed(2)} s`;
  return `${millis.length} × p50 ${at(0.5)}, p99 ${at(0.99)}`;
}
