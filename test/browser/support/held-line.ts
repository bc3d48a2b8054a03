import type { Page } from 'playwright-core';

/** A page's line to the server on which what the page says can be held back, as by a network that has stalled one way. */
export class HeldLine {
  private isHeld = false;
  private readonly waiting: (() => void)[] = [];

  /** For connections that the page opens from now on. */
  static async of(page: Page): Promise<HeldLine> {
    const line = new HeldLine();
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => line.pass(() => server.send(message)));
    });
    return line;
  }

  hold(): void {
    this.isHeld = true;
  }

  release(): void {
    this.isHeld = false;
    for (const send of this.waiting.splice(0)) send();
  }

  private pass(send: () => void): void {
    if (this.isHeld) this.waiting.push(send);
    else send();
  }
}
