import { Shelf } from './shelf.js';

/** What the visitor has done with a session, shared by the tabs of a browser: how far it was read, and whether it was rated. */
export class Marks {
  readonly key: string;
  private readonly browser: Shelf;

  constructor(storageKey: string) {
    this.browser = new Shelf(() => localStorage, storageKey);
    this.key = this.browser.keyOf('read');
  }

  /** The last seq that was on screen in any of the tabs. */
  readIn(sessionId: string): number {
    const [id, seq] = this.browser.get('read').split(' ');
    return id === sessionId ? Number(seq) || 0 : 0;
  }

  read(sessionId: string, seq: number): void {
    if (seq > this.readIn(sessionId)) this.browser.put('read', `${sessionId} ${seq}`);
  }

  wasRated(sessionId: string): boolean {
    return this.browser.get('rated') === sessionId;
  }

  rated(sessionId: string): void {
    this.browser.put('rated', sessionId);
  }
}
