/** What keeps a line from being an origin; each has its words under `origin`. */
export type OriginFlaw = 'wildcard' | 'scheme' | 'foreign' | 'path' | 'slash' | 'query' | 'credentials' | 'spelling' | 'spaces' | 'unreadable';

export interface OriginIssue {
  readonly flaw: OriginFlaw;
  /** What was most likely meant. */
  readonly suggestion: string | null;
}

const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/iu;

/** Says exactly what is wrong with a line and what it should be; null for an origin as browsers spell it, and for nothing at all. */
export function originIssue(line: string): OriginIssue | null {
  const text = line.trim();
  if (text === '') return null;
  if (/\s|,/u.test(text)) return { flaw: 'spaces', suggestion: null };
  if (text.includes('*')) return { flaw: 'wildcard', suggestion: originOf(text.replaceAll('*.', '').replaceAll('*', '')) };
  if (!/^[a-z][a-z\d+.-]*:\/\//iu.test(text)) return withoutScheme(text);
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.host === '') return { flaw: 'unreadable', suggestion: null };
  if (!isWeb(url)) return { flaw: 'foreign', suggestion: originOf(`https://${text.slice(text.indexOf('://') + 3)}`) };
  return url.origin === text ? null : { flaw: flawOf(url, text), suggestion: url.origin };
}

/** A page that may be read on its way: not on the machine itself, and not encrypted. */
export function isReadableOnTheWay(line: string): boolean {
  const text = line.trim();
  return text.startsWith('http://') && !THIS_MACHINE.test(text.slice('http://'.length));
}

function withoutScheme(text: string): OriginIssue {
  const host = text.replace(/^\/\//u, '');
  const suggestion = originOf(`${THIS_MACHINE.test(host) ? 'http' : 'https'}://${host}`);
  const looksLikeHost = /^[^/?#@]*\.[^/?#@]+/u.test(host) || THIS_MACHINE.test(host);
  return looksLikeHost && suggestion ? { flaw: 'scheme', suggestion } : { flaw: 'unreadable', suggestion: null };
}

function flawOf(url: URL, text: string): OriginFlaw {
  if (url.username || url.password) return 'credentials';
  if (url.search || url.hash) return 'query';
  if (url.pathname !== '/') return 'path';
  return text.endsWith('/') ? 'slash' : 'spelling';
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return isWeb(url) && url.host ? url.origin : null;
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}
