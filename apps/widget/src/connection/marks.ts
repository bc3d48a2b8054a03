/** What the visitor has done with a session, shared by the tabs of a browser: how far it was read, and whether it was rated. */
export class Marks {
  readonly key: string;

  constructor(private readonly storageKey: string) {
    this.key = `${storageKey}:read`;
  }

  /** The last seq that was on screen in any of the tabs. */
  readIn(sessionId: string): number {
    const [id, seq] = this.get('read').split(' ');
    return id === sessionId ? Number(seq) || 0 : 0;
  }

  read(sessionId: string, seq: number): void {
    if (seq > this.readIn(sessionId)) this.put('read', `${sessionId} ${seq}`);
  }

  wasRated(sessionId: string): boolean {
    return this.get('rated') === sessionId;
  }

  rated(sessionId: string): void {
    this.put('rated', sessionId);
  }

  private get(name: string): string {
    try {
      return localStorage.getItem(`${this.storageKey}:${name}`) ?? '';
    } catch {
      return '';
    }
  }

  private put(name: string, value: string): void {
    try {
      localStorage.setItem(`${this.storageKey}:${name}`, value);
    } catch {
      // Without storage the mark lasts as long as the page.
    }
  }
}
