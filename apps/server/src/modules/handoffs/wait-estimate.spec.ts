import { waitEstimate, type Departure } from './wait-estimate.js';

const NOW = new Date('2026-05-04T12:00:00Z');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const departed = (claimedMinutesAgo: number, waitedMinutes: number, place = 1): Departure => ({
  claimedAt: minutesAgo(claimedMinutesAgo),
  openedAt: minutesAgo(claimedMinutesAgo + waitedMinutes),
  place,
});

describe('waitEstimate', () => {
  it('promises nothing while too little is known', () => {
    expect(waitEstimate(1, [departed(5, 1), departed(9, 2)], NOW)).toBeNull();
  });

  it('is the place times what others waited per place', () => {
    const departures = [departed(4, 4), departed(8, 12, 3), departed(12, 8, 2)];
    expect(waitEstimate(1, departures, NOW)).toBe(240);
    expect(waitEstimate(3, departures, NOW)).toBe(720);
  });

  it('is not misled by one who waited very long', () => {
    expect(waitEstimate(1, [departed(1, 3), departed(2, 300), departed(3, 5)], NOW)).toBe(300);
  });

  it('does not build on what is more than a week ago', () => {
    const long = 8 * 24 * 60;
    expect(waitEstimate(1, [departed(long, 3), departed(long, 3), departed(long, 3)], NOW)).toBeNull();
  });

  it('never promises less than a minute, and nothing beyond four hours', () => {
    const quick = [departed(0.1, 0.1), departed(0.2, 0.1), departed(0.3, 0.1)];
    expect(waitEstimate(1, quick, NOW)).toBe(60);
    expect(waitEstimate(100, [departed(4, 4), departed(8, 4), departed(12, 4)], NOW)).toBeNull();
  });
});
