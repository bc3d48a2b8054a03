import type { RememberedLook } from '../bridge.js';

/**
 * What this browser keeps of a website's chat, seen from the loader. The conversation's own part is written by the
 * visitor client under the bare key, the panel's and the loader's under keys that begin with it.
 */
export class BrowserMemory {
  readonly key: string;

  constructor(websiteKey: string) {
    this.key = `baton:${websiteKey}`;
  }

  /** A conversation may have gone on without this page, or was open on the page before. */
  get mayHaveNews(): boolean {
    return Boolean(quietly(() => /"token"|"unsent":\[{/.test(localStorage.getItem(this.key)!) || sessionStorage.getItem(`${this.key}:open`)));
  }

  get look(): RememberedLook | undefined {
    return quietly(() => JSON.parse(localStorage.getItem(`${this.key}:look`)!) ?? undefined);
  }

  holdLook(look: RememberedLook): void {
    quietly(() => localStorage.setItem(`${this.key}:look`, JSON.stringify(look)));
  }

  forget(): void {
    quietly(() => {
      // Only a change is told to the other tabs, and there may be nothing to remove.
      localStorage.setItem(this.key, '{}');
      for (const storage of [localStorage, sessionStorage]) {
        for (const key of Object.keys(storage)) if (`${key}:`.startsWith(`${this.key}:`)) storage.removeItem(key);
      }
    });
  }
}

// Browsers may forbid storage to embedded scripts, by throwing already when it is touched.
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
