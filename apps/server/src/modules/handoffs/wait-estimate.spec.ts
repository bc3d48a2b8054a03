import { waitEstimate, type Departure } from './wait-estimate.js';

const NOW = new Date('2026-05-04T12:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const departed = (claimedMinutesAgo: number, waitedMinutes: number): Departure => ({
  claimedAt: minutesAgo(claimedMinutesAgo),
  openedAt: minutesAgo(claimedMinutesAgo + waitedMinutes),
});

describe('waitEstimate', () => {
  it('promises nothing while too little is known', () => {
    expect(waitEstimate(1, [departed(5, 1), departed(9, 2)], NOW)).toBeNull();
  });

  it('is the place times the gap between recent departures', () => {
    const everyFourMinutes = [departed(4, 1), departed(8, 1), departed(12, 1)];
    expect(waitEstimate(1, everyFourMinutes, NOW)).toBe(240);
    expect(waitEstimate(3, everyFourMinutes, NOW)).toBe(720);
  });

  it('falls back to the median wait when the queue was quiet', () => {
    const yesterday = [departed(1500, 3), departed(1510, 30), departed(1520, 5)];
    expect(waitEstimate(1, yesterday, NOW)).toBe(300);
  });

  it('never promises less than a minute, and nothing beyond four hours', () => {
    const quick = [departed(0.1, 0.1), departed(0.2, 0.1), departed(0.3, 0.1)];
    expect(waitEstimate(1, quick, NOW)).toBe(60);
    expect(waitEstimate(400, [departed(4, 1), departed(8, 1), departed(12, 1)], NOW)).toBeNull();
  });
});
