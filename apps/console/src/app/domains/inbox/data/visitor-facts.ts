import type { PageInfo } from '#contracts';

/** `9:47 Warsaw`: the visitor's clock and the place their zone is named after; null for zones nobody knows. */
export function placeTime(timeZone: string | null, now: number): string | null {
  if (timeZone === null) return null;
  try {
    const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', timeZone }).format(now);
    const place = timeZone.includes('/') ? timeZone.split('/').at(-1)!.replaceAll('_', ' ') : timeZone;
    return `${time} ${place}`;
  } catch {
    return null;
  }
}

/** `English` for `en` or `en-GB`; the tag itself when it names no language. */
export function languageName(locale: string | null | undefined): string {
  if (!locale) return 'Not known';
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** A page by its title or path. Its address is a link only when it leads to the web. */
export function pageName(page: PageInfo | null): { readonly name: string; readonly url: string | null } | null {
  const url = page?.url && URL.canParse(page.url) ? new URL(page.url) : null;
  const name = page?.title || url?.pathname || page?.url;
  if (!name) return null;
  return { name, url: url && /^https?:$/.test(url.protocol) ? url.href : null };
}
