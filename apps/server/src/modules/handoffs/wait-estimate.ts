/** One handoff that left the queue because somebody claimed it. */
export interface Departure {
  readonly openedAt: Date;
  readonly claimedAt: Date;
  /** Its place when it was opened, from 1. */
  readonly place: number;
}

const MIN_DEPARTURES = 3;
const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 4 * 3600;
const REMEMBERED_SECONDS = 7 * 24 * 3600;

/**
 * How long somebody at `place` will typically wait, in seconds: the place times the median of what recent departures
 * waited per place they had before them. The gaps between departures would not do: in a quiet queue they tell how seldom
 * people ask, not how fast they are helped.
 * @param place from 1
 * @param departures the latest ones
 * @returns null when too little is known, or when it would be so long that a number helps nobody
 */
export function waitEstimate(place: number, departures: readonly Departure[], now: Date): number | null {
  const recent = departures.filter((departure) => seconds(departure.claimedAt, now) <= REMEMBERED_SECONDS);
  if (recent.length < MIN_DEPARTURES) return null;
  const perPlace = recent.map((departure) => seconds(departure.openedAt, departure.claimedAt) / Math.max(1, departure.place)).sort((a, b) => a - b);
  const estimate = place * perPlace[Math.floor(perPlace.length / 2)]!;
  return estimate > LONGEST_SECONDS ? null : Math.round(Math.max(SHORTEST_SECONDS, estimate));
}

function seconds(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
