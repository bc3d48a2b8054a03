import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request that acts by cookie came from our own pages, or from no page at all.
 *
 * Every browser that still gets the web's certificates sends `Sec-Fetch-Site` or, on plain http, `Origin` with a request
 * that changes something, and no page can forge or drop either. What sends neither is a program that holds the cookie
 * because it logged in itself. (The rule of Go's `http.CrossOriginProtection`.)
 */
export function isFromOwnOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (origin === undefined) return true;
  // The cookie goes to the host it was set by: a page of the very host that was asked is ours, whatever that is called.
  return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host);
}
