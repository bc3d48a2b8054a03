const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** `HH:MM` of a day, 00:00 to 23:59. */
export function isClockTime(text: string): boolean {
  return CLOCK_TIME.test(text);
}

/** ISO 8601: a date, taken as its first moment in UTC, or a date and time with an offset. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}

/**
 * How `moment` lies to `bound`: negative earlier, positive later, undefined when the two cannot be compared. Against
 * `HH:MM` counts the time of day `moment` itself is written in, which is why `time.now` carries the website's offset.
 */
export function compareMoments(moment: unknown, bound: string): number | undefined {
  if (typeof moment !== 'string') return undefined;
  if (isClockTime(bound)) {
    const time = isClockTime(moment) ? moment : isInstant(moment) && moment.length > 10 ? moment.slice(11, 16) : undefined;
    return time === undefined ? undefined : time < bound ? -1 : time > bound ? 1 : 0;
  }
  return isInstant(moment) ? Date.parse(moment) - Date.parse(bound) : undefined;
}
