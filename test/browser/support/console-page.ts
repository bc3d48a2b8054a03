import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

export interface Login {
  readonly email: string;
  readonly password: string;
}

/** Refusals and a server that is gone are part of the tests; whatever else the page complains of is trouble. */
const EXPECTED = /Failed to load resource|WebSocket connection to/;

/** The console in a browser of its own, and what everybody does in it. */
export class ConsolePage {
  readonly troubles: string[] = [];

  protected constructor(
    readonly page: Page,
    readonly url: string,
  ) {
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('console', (line) => {
      if (line.type() === 'error' && !EXPECTED.test(line.text())) this.troubles.push(line.text());
    });
  }

  /** Somebody who is not signed in. */
  static async open(browser: Browser, url: string, path = '/', look: BrowserContextOptions = {}): Promise<ConsolePage> {
    const one = new ConsolePage(await newPage(browser, look), url);
    await one.visits(path);
    return one;
  }

  async visits(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** As a link would bring them there: without loading the console anew, which takes longer. */
  async wandersTo(path: string): Promise<void> {
    await this.page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`);
  }

  async signsIn({ email, password }: Login): Promise<void> {
    await this.fills('Email', email);
    await this.fills('Password', password);
    await this.presses('Sign in');
    await this.arrives(/\/inbox/);
  }

  /** By the rail. */
  async goesTo(place: 'Inbox' | 'Rules' | 'Knowledge' | 'Websites' | 'People'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
    await this.page.getByRole('heading', { level: 1, name: place }).waitFor({ state: 'attached' });
  }

  async follows(link: string | RegExp): Promise<void> {
    await this.page
      .getByRole('link', { name: link, exact: typeof link === 'string' })
      .first()
      .click();
  }

  async arrives(at: RegExp): Promise<void> {
    await this.page.waitForURL(at);
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  async fills(label: string, text: string): Promise<void> {
    await this.field(label).fill(text);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.button(button).click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses a button of the dialog that is open, and is back on the page when it is gone. */
  async answers(button: string | RegExp): Promise<void> {
    await this.dialog.getByRole('button', { name: button }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** The news at the edge of the window, which then goes so that it stands in nobody's way. */
  async isTold(text: string | RegExp): Promise<void> {
    const news = this.page.locator('ba-toasts .toast').filter({ hasText: text });
    await news.getByRole('button', { name: 'Dismiss' }).click();
    await news.waitFor({ state: 'detached' });
  }

  /** What has the focus, as CSS would find it. */
  async focused(what: string): Promise<boolean> {
    return this.page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(what)})`);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export async function newPage(browser: Browser, look: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce', ...look });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}
