import type { CanMatchFn, UrlMatcher } from '@angular/router';

const NEW = 'new';

/**
 * The address of a new thing (`new`) or of a known one (its `id`). One route for both, so that the page stays, with all that is
 * being typed and was tried in it, when the one becomes the other.
 */
export const newOrKnown: UrlMatcher = (segments) => {
  const [place] = segments;
  if (!place || segments.length > 1) return null;
  return place.path === NEW ? { consumed: segments } : { consumed: segments, posParams: { id: place } };
};

/** Lets those begin something new who pass `mayBegin`; what is known may be looked at by everybody who came here. */
export function newOnlyIf(mayBegin: CanMatchFn): CanMatchFn {
  return (route, segments, snapshot) => segments[0]?.path !== NEW || mayBegin(route, segments, snapshot);
}
