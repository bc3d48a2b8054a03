/** How far the visitor has read, shared by the tabs of a browser so that none counts as new what another has shown. */
export class ReadMark {
  readonly key: string;

  constructor(storageKey: string) {
    this.key = `${storageKey}:read`;
  }

  of(sessionId: string): number {
    try {
      const [id, seq] = (localStorage.getItem(this.key) ?? '').split(' ');
      return id === sessionId ? Number(seq) || 0 : 0;
    } catch {
      return 0;
    }
  }

  hold(sessionId: string, seq: number): void {
    try {
      if (seq > this.of(sessionId)) localStorage.setItem(this.key, `${sessionId} ${seq}`);
    } catch {
      // Without storage the mark lasts as long as the page.
    }
  }
}
