import type { Browser, Locator, Page } from 'playwright-core';

/** What an agent does and sees in the console. */
export class AgentPage {
  private constructor(readonly page: Page) {}

  static async signIn(browser: Browser, url: string, email: string, password: string): Promise<AgentPage> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${url}/login`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/\/inbox/);
    return new AgentPage(page);
  }

  get main(): Locator {
    return this.page.locator('baton-thread-view');
  }

  async lookAt(view: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${view}`) }).click();
  }

  /** The row that shows this line. */
  async open(line: string): Promise<void> {
    await this.page.getByRole('link').filter({ hasText: line }).first().click();
    await this.main.getByText(line).first().waitFor();
  }

  async presses(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click();
  }

  async replies(text: string): Promise<void> {
    const composer = this.page.locator('baton-composer textarea');
    await composer.fill(text);
    await composer.press('Control+Enter');
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.main.getByText(text).first().waitFor();
  }
}
