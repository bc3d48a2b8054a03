import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { ConsolePage, newPage, type Login } from './console-page.js';

/** What an agent does and sees in the inbox. */
export class AgentPage extends ConsolePage {
  /** Somebody who has yet to sign in. */
  static async atTheDoor(browser: Browser, url: string, look: BrowserContextOptions = {}): Promise<AgentPage> {
    const agent = new AgentPage(await newPage(browser, look), url);
    await agent.visits('/login');
    return agent;
  }

  static async signIn(browser: Browser, url: string, login: Login, look: BrowserContextOptions = {}): Promise<AgentPage> {
    const agent = await AgentPage.atTheDoor(browser, url, look);
    await agent.signsIn(login);
    return agent;
  }

  get views(): Locator {
    return this.page.getByRole('navigation', { name: 'Views' });
  }

  get list(): Locator {
    return this.page.locator('section.list');
  }

  /** The rows that mention this. */
  row(text: string): Locator {
    return this.list.getByRole('listitem').filter({ hasText: text });
  }

  get main(): Locator {
    return this.page.locator('baton-thread-view');
  }

  get replyField(): Locator {
    return this.page.getByLabel('Reply to the visitor');
  }

  get noteField(): Locator {
    return this.page.getByLabel('Note for the team');
  }

  get context(): Locator {
    return this.page.getByRole('complementary', { name: 'Context' });
  }

  /** Who the open conversation is with. */
  async isWith(visitor: string): Promise<void> {
    await this.page.locator('baton-thread-header').getByRole('heading', { name: visitor, exact: true }).waitFor();
  }

  async lookAt(view: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  }

  /** The number beside a view. */
  async count(view: string): Promise<number> {
    const text = await this.views
      .getByRole('link', { name: new RegExp(`^${view}`) })
      .locator('b')
      .textContent();
    return Number(text);
  }

  /** The row that shows this line. */
  async open(line: string): Promise<void> {
    await this.row(line).first().click();
    await this.main.getByText(line).first().waitFor();
  }

  async replies(text: string): Promise<void> {
    await this.replyField.fill(text);
    await this.replyField.press('Control+Enter');
  }

  /** In the thread. */
  override async sees(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).first().waitFor();
  }

  /** The messages of the thread by their number, in the order they are shown. */
  async seqs(): Promise<number[]> {
    const seqs = await this.main
      .locator('[data-seq]')
      .evaluateAll((items: readonly { getAttribute(name: string): string | null }[]) => items.map((item) => item.getAttribute('data-seq')));
    return seqs.map(Number);
  }
}
