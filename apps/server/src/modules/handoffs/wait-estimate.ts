/** One handoff that left the queue because somebody claimed it. */
export interface Departure {
  readonly openedAt: Date;
  readonly claimedAt: Date;
}

const MIN_DEPARTURES = 3;
const RECENT_SECONDS = 2 * 3600;
const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 4 * 3600;

/**
 * How long somebody at `place` will typically wait, in seconds, from recent departures. While people leave the queue
 * regularly it is the place times the mean gap between departures; in a quiet queue, the median wait of the last ones.
 * @param place from 1
 * @param departures the latest ones, newest first
 * @returns null when too little is known, or when it would be so long that a number helps nobody
 */
export function waitEstimate(place: number, departures: readonly Departure[], now: Date): number | null {
  if (departures.length < MIN_DEPARTURES) return null;
  const recent = departures.filter((departure) => seconds(departure.claimedAt, now) <= RECENT_SECONDS);
  const estimate =
    recent.length >= MIN_DEPARTURES
      ? place * (seconds(recent.at(-1)!.claimedAt, now) / recent.length)
      : medianWait(departures) * place;
  if (estimate > LONGEST_SECONDS) return null;
  return Math.round(Math.max(SHORTEST_SECONDS, estimate));
}

function medianWait(departures: readonly Departure[]): number {
  const waits = departures.map((departure) => seconds(departure.openedAt, departure.claimedAt)).sort((a, b) => a - b);
  return waits[Math.floor(waits.length / 2)]!;
}

function seconds(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
