let last = 0;

/** An element id nobody else on the page has, to tie labels, hints and panels together. */
export function uniqueId(prefix: string): string {
  last += 1;
  return `${prefix}-${last}`;
}
