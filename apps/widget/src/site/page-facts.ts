import type { PageInfo } from '#contracts';

/** What the server takes. */
const ADDRESS_MAX_CHARS = 2000;
const TITLE_MAX_CHARS = 500;
/** Single-page sites change the address first and the title after it, and some change both several times at a step. */
const SETTLES_AFTER_MS = 500;

/** Where the visitor is. What stands after `#` stays on the page. */
export function pageFacts(): PageInfo {
  const { origin, pathname, search } = location;
  return {
    url: (origin + pathname + search).slice(0, ADDRESS_MAX_CHARS),
    title: document.title.slice(0, TITLE_MAX_CHARS),
    referrer: document.referrer.slice(0, ADDRESS_MAX_CHARS),
  };
}

/**
 * Calls back when a single-page site has gone to another of its pages. Nothing of the page's is patched for it: where the
 * browser does not tell, `look` finds out when there is reason to ask.
 */
export class PageWatch {
  private seen = address();
  private settling: ReturnType<typeof setTimeout> | undefined;
  private readonly targets: readonly (readonly [EventTarget, string])[];

  constructor(private readonly moved: () => void) {
    // Not in every browser yet.
    const { navigation } = window as { readonly navigation?: EventTarget };
    this.targets = [[window, 'popstate'], ...(navigation ? [[navigation, 'currententrychange'] as const] : [])];
    for (const [target, name] of this.targets) target.addEventListener(name, this.look);
  }

  readonly look = (): void => {
    if (address() === this.seen) return;
    this.seen = address();
    clearTimeout(this.settling);
    this.settling = setTimeout(this.moved, SETTLES_AFTER_MS);
  };

  stop(): void {
    clearTimeout(this.settling);
    for (const [target, name] of this.targets) target.removeEventListener(name, this.look);
  }
}

function address(): string {
  return location.pathname + location.search;
}
