/** What one tab keeps over a reload or a step to the site's next page: whether the chat is open, and what was being written. */
export class TabMemory {
  constructor(private readonly storageKey: string) {}

  get open(): boolean {
    return this.get('open') === '1';
  }
  set open(open: boolean) {
    this.put('open', open ? '1' : '');
  }

  get draft(): string {
    return this.get('draft');
  }
  set draft(text: string) {
    this.put('draft', text);
  }

  private get(name: string): string {
    try {
      return sessionStorage.getItem(`${this.storageKey}:${name}`) ?? '';
    } catch {
      return '';
    }
  }

  private put(name: string, value: string): void {
    try {
      if (value) sessionStorage.setItem(`${this.storageKey}:${name}`, value);
      else sessionStorage.removeItem(`${this.storageKey}:${name}`);
    } catch {
      // The browser forbids storage here; the draft lasts as long as the page.
    }
  }
}
