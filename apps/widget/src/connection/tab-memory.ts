/** What one tab keeps over a reload or a step to the site's next page: whether the chat is open, and what was being written. */
export class TabMemory {
  constructor(private readonly storageKey: string) {}

  get open(): boolean {
    return this.get(sessionStorageOf, 'open') === '1';
  }
  set open(open: boolean) {
    this.put(sessionStorageOf, 'open', open ? '1' : '');
  }

  get draft(): string {
    return this.get(sessionStorageOf, 'draft');
  }
  set draft(text: string) {
    this.put(sessionStorageOf, 'draft', text);
  }

  /** The browser's, not the tab's. */
  get sound(): boolean {
    return this.get(localStorageOf, 'sound') !== 'off';
  }
  set sound(on: boolean) {
    this.put(localStorageOf, 'sound', on ? '' : 'off');
  }

  /** @returns whether this tab is the one of all to tell of a message */
  claim(messageId: string): boolean {
    if (this.get(localStorageOf, 'told') === messageId) return false;
    this.put(localStorageOf, 'told', messageId);
    return true;
  }

  private get(storage: () => Storage, name: string): string {
    try {
      return storage().getItem(`${this.storageKey}:${name}`) ?? '';
    } catch {
      return '';
    }
  }

  private put(storage: () => Storage, name: string, value: string): void {
    try {
      if (value) storage().setItem(`${this.storageKey}:${name}`, value);
      else storage().removeItem(`${this.storageKey}:${name}`);
    } catch {
      // The browser forbids storage here; it lasts as long as the page.
    }
  }
}

// Browsers that forbid storage throw already when it is touched.
const sessionStorageOf = (): Storage => sessionStorage;
const localStorageOf = (): Storage => localStorage;
