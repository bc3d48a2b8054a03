import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { FakeBaton } from './fake-baton.js';

/** What a visitor does and sees, on a page that holds the widget. */
export class VisitorPage {
  readonly troubles: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (line) => {
      if (/Content.Security.Policy|Trusted/i.test(line.text())) this.troubles.push(line.text());
    });
  }

  static async open(context: BrowserContext, address: string): Promise<VisitorPage> {
    const visitor = new VisitorPage(await context.newPage());
    await visitor.page.goto(address);
    return visitor;
  }

  get launcher(): Locator {
    return this.page.locator('baton-widget .launcher');
  }
  get badge(): Locator {
    return this.page.locator('baton-widget .badge');
  }
  get panel(): Locator {
    return this.page.getByRole('dialog');
  }
  get log(): Locator {
    return this.page.getByRole('log');
  }
  get composer(): Locator {
    return this.panel.locator('.composer textarea');
  }

  async openChat(): Promise<void> {
    await this.launcher.click();
    await this.panel.waitFor();
  }

  /** After a reload the chat may be open as it was before. */
  async openChatIfClosed(): Promise<void> {
    await this.launcher.waitFor();
    if (!(await this.panel.isVisible())) await this.openChat();
  }

  async presses(button: string): Promise<void> {
    await this.panel.getByRole('button', { name: button }).click();
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** The first message: from here on the page hears what happens in the conversation. */
  async begins(baton: FakeBaton, text: string): Promise<void> {
    await this.write(text);
    await eventually(() => baton.hears(text));
  }

  /** Waits until the thread says so. */
  async sees(text: string | RegExp): Promise<void> {
    await this.panel.getByText(text).first().waitFor();
  }

  /** What the thread says, bubble by bubble. */
  async bubbles(): Promise<string[]> {
    return this.log.locator('.bubble').evaluateAll((bubbles: readonly { children: Iterable<{ className: string; textContent: string }> }[]) =>
      bubbles.map((bubble) =>
        [...bubble.children]
          .filter(({ className }) => className !== 'unseen')
          .map(({ textContent }) => textContent)
          .join('\n'),
      ),
    );
  }

  /** Calls a verb as the site would. */
  async baton(verb: string, ...args: unknown[]): Promise<void> {
    await this.page.evaluate(`Baton(...${JSON.stringify([verb, ...args])})`);
  }

  /** Writes down every event of the widget from now on. */
  async listen(): Promise<void> {
    await this.page.evaluate(`window.heard = []; for (const name of ['ready', 'open', 'close', 'unread', 'message', 'handoff'])
      Baton('on', name, (detail) => heard.push([name, detail && (detail.status ?? detail.count ?? detail.message?.text)]))`);
  }
  async heard(): Promise<[string, unknown][]> {
    return this.page.evaluate('window.heard');
  }
}

/** Tries until it holds; for what no locator can wait for. */
export async function eventually(holds: () => Promise<boolean> | boolean, withinMs = 5000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Not so within ${withinMs} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
