import { Shelf } from './shelf.js';

/** What one tab keeps over a reload or a step to the site's next page: whether the chat is open, and what was being written. */
export class TabMemory {
  private readonly tab: Shelf;
  private readonly browser: Shelf;

  constructor(storageKey: string) {
    this.tab = new Shelf(() => sessionStorage, storageKey);
    this.browser = new Shelf(() => localStorage, storageKey);
  }

  get open(): boolean {
    return this.tab.get('open') === '1';
  }
  set open(open: boolean) {
    this.tab.put('open', open ? '1' : '');
  }

  get draft(): string {
    return this.tab.get('draft');
  }
  set draft(text: string) {
    this.tab.put('draft', text);
  }

  /** The browser's, not the tab's. */
  get sound(): boolean {
    return this.browser.get('sound') !== 'off';
  }
  set sound(on: boolean) {
    this.browser.put('sound', on ? '' : 'off');
  }

  /** @returns whether this tab is the one of all to tell of a message */
  claim(messageId: string): boolean {
    if (this.browser.get('told') === messageId) return false;
    this.browser.put('told', messageId);
    return true;
  }
}
