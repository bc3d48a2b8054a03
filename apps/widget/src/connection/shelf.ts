/** One website's place in a storage of the browser. Where storage is forbidden, nothing stays and nothing breaks. */
export class Shelf {
  /** @param storage asked for each time: browsers that forbid it throw already when it is touched */
  constructor(
    private readonly storage: () => Storage,
    private readonly storageKey: string,
  ) {}

  keyOf(name: string): string {
    return `${this.storageKey}:${name}`;
  }

  get(name: string): string {
    try {
      return this.storage().getItem(this.keyOf(name)) ?? '';
    } catch {
      return '';
    }
  }

  /** An empty value is none. */
  put(name: string, value: string): void {
    try {
      if (value) this.storage().setItem(this.keyOf(name), value);
      else this.storage().removeItem(this.keyOf(name));
    } catch {
      // It lasts as long as the page.
    }
  }
}
