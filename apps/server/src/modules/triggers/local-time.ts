const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formatters = new Map<string, Intl.DateTimeFormat>();

export interface LocalTime {
  /** With the zone's offset: `2026-03-01T14:30:00+01:00`. */
  readonly iso: string;
  /** 0…23 */
  readonly hour: number;
  /** 1 Monday … 7 Sunday */
  readonly weekday: number;
}

/** @param timeZone an IANA name */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const part = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  ) as Record<Intl.DateTimeFormatPartTypes, string>;
  // “GMT+01:00”, and “GMT” alone for Greenwich itself.
  const offset = part.timeZoneName.slice(3) || '+00:00';
  return {
    iso: `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}${offset}`,
    hour: Number(part.hour),
    weekday: WEEKDAYS.indexOf(part.weekday) + 1,
  };
}

/** Making one takes longer than using it a hundred times. */
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
      timeZoneName: 'longOffset',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
