/**
 * Instants of long lists, as text all the way: to make a `Date` of what Postgres writes, and text of that again, takes
 * longer than everything else that is done with the row of a list.
 *
 * @param column a timestamptz. @returns SQL, for `instantFrom` to read
 */
export const instantText = (column: string): string => `(${column} at time zone 'UTC')::text`;

/** Between `2026-11-29 10:05:26` and `.123456`, which is there as far as it is not zero. */
const WHOLE_SECONDS = 19;
const MILLIS_DIGITS = 3;

/** The same as `Date` would write it: `2026-11-29T10:05:26.123Z`. What is finer than a millisecond is cut off. */
export function instantFrom(text: string): string {
  const millis = text.slice(WHOLE_SECONDS + 1, WHOLE_SECONDS + 1 + MILLIS_DIGITS).padEnd(MILLIS_DIGITS, '0');
  return `${text.slice(0, 10)}T${text.slice(11, WHOLE_SECONDS)}.${millis}Z`;
}
