const MINUTE = 60;

/** For numbers that are looked at, not glanced over: `40 s`, `6 m`, `2 h 5 m`. Rounded down. */
export function exactSpan(seconds: number): string {
  if (seconds < MINUTE) return `${Math.max(0, Math.floor(seconds))} s`;
  const minutes = Math.floor(seconds / MINUTE);
  if (minutes < 60) return `${minutes} m`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 24) return `${Math.floor(hours / 24)} d`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} m`;
}

/** Words for a promise: `about a minute`, `about 5 minutes`, `about 2 hours`. Rounded up: promises are kept early, not late. */
export function aboutSpan(seconds: number): string {
  const minutes = Math.ceil(seconds / MINUTE);
  if (minutes <= 1) return 'about a minute';
  if (minutes < 60) return `about ${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? 'about an hour' : `about ${hours} hours`;
}

const clockTime = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const fullMoment = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });

export const timeOfDay = (iso: string): string => clockTime.format(Date.parse(iso));
export const fullTime = (iso: string): string => fullMoment.format(Date.parse(iso));

/** `9:41` on the day of `now`, else `12 Nov`. */
export function timeOrDay(iso: string, now = Date.now()): string {
  return isSameDay(Date.parse(iso), now) ? timeOfDay(iso) : shortDay.format(Date.parse(iso));
}

/** The heading over a day in the thread. */
export function dayName(iso: string, now = Date.now()): string {
  const at = Date.parse(iso);
  if (isSameDay(at, now)) return 'Today';
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return isSameDay(at, yesterday.getTime()) ? 'Yesterday' : longDay.format(at);
}

/** A key that is equal for moments of the same local day. */
export const dayKey = (iso: string): string => new Date(iso).toDateString();

function isSameDay(a: number, b: number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
