const said = new Set<string>();

/** To whoever builds the page, each thing once: pages call `update` with every step. */
export function complain(what: string): void {
  if (said.has(what)) return;
  said.add(what);
  // eslint-disable-next-line no-console -- the site's developers have no other place to look
  console.warn(`Baton: ${what}`);
}
