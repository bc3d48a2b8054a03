/**
 * The fields of a body that were sent. An instance of a DTO has all of its fields, those left out as undefined, and
 * spreading it would overwrite what should stay.
 */
export function onlyGiven<T extends object>(body: T): T {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as T;
}
