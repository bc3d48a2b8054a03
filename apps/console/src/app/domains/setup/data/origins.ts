/** Hosts that answer without TLS on a developer's machine or in a house. */
const NEAR = /^(localhost|[\w-]+\.localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])$/iu;

/**
 * The origin meant by what somebody typed or pasted: `shop.example.com`, a page's whole address, `localhost:3000`.
 * Null when it names no host.
 */
export function originOf(text: string): string | null {
  const typed = text.trim();
  if (!typed || /[\s*]/u.test(typed)) return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed);
  const url = parsed(hasScheme ? typed : `https://${typed}`);
  if (!url || !/^https?:$/u.test(url.protocol) || url.username !== '') return null;
  if (!url.hostname.includes('.') && !NEAR.test(url.hostname)) return null;
  return hasScheme || !NEAR.test(url.hostname) ? url.origin : (parsed(`http://${typed}`)?.origin ?? null);
}

function parsed(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
