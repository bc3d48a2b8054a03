import type { PageInfo } from '#contracts';

/** A page by its title or path. Its address is a link only when it leads to the web. */
export function pageName(page: PageInfo | null): { readonly name: string; readonly url: string | null } | null {
  const url = page?.url && URL.canParse(page.url) ? new URL(page.url) : null;
  const name = page?.title || url?.pathname || page?.url;
  if (!name) return null;
  return { name, url: url && /^https?:$/.test(url.protocol) ? url.href : null };
}
