import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { violations } from './support/axe.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const PASSWORD = 'a good long password';

/** The first quarter of an hour of an admin who has never seen it, told in order: each test goes on where the one before has stopped. */
describeInChromium('the first run', (browser) => {
  let baton: RunningBaton;
  let site: Server;
  let origin: string;
  let html = '';
  let ada: ConsolePage;
  let websiteKey = '';

  beforeAll(async () => {
    baton = await RunningBaton.start({ BATON_DEMO: 'false', BATON_LOG_LEVEL: 'info' });
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => site.close(resolve));
    await baton.stop();
  });

  /** In the light and in the dark, wide and on a phone. */
  async function looksRight(page: Page): Promise<void> {
    for (const size of [PHONE, WIDE]) {
      await page.setViewportSize(size);
      expect(await violations(page)).toEqual([]);
    }
  }
  const done = (count: number): Promise<void> => ada.sees(`${count} of 7 done`);
  const api = (method: string, path: string, body?: object): Promise<unknown> =>
    ada.page.evaluate(
      `fetch('/api/v1${path}', { method: '${method}', ${body ? `headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(body))}` : ''} }).then((answer) => answer.json())`,
    );

  it('sets up an admin, a website and its look in three steps, and loses nothing on the way', async () => {
    ada = await ConsolePage.open(browser(), baton.url, /\/setup\?token=[\w-]+/.exec(baton.process.output)![0]);
    await ada.presses('Continue');
    await ada.sees('Choose a password');
    expect(await ada.focused('[aria-invalid=true]')).toBe(true);
    await ada.fills('Your name', 'Ada Nord');
    await ada.fills('Email', 'ada@nord.example');
    await ada.fills('Password', 'short');
    await ada.sees('5 more characters');
    await looksRight(ada.page);
    await ada.fills('Password', PASSWORD);
    await ada.presses('Continue');

    await eventually(() => ada.focused('h2'));
    await ada.fills('Website name', 'Nord Shop');
    await ada.fills('Address 1', `${new URL(origin).host}/cart?x=1`);
    await ada.field('Website name').focus();
    await eventually(async () => (await ada.field('Address 1').inputValue()) === origin);
    await ada.page.frameLocator('baton-widget-preview iframe').getByText('Nord Shop').first().waitFor();
    await looksRight(ada.page);
    await ada.presses('Continue');

    await ada.page.getByRole('radio', { name: 'Violet' }).check({ force: true });
    await eventually(async () => (await ada.field('Your own colour').inputValue()) === '#7c3aed');
    await ada.fills('Your own colour', '#ffee00');
    await ada.sees(/Hard to find on a white page/);
    await ada.page.getByRole('radio', { name: 'Violet' }).check({ force: true });
    await ada.fills('Greeting', 'Welcome to Nord!');
    await ada.page.frameLocator('baton-widget-preview iframe').getByText('Welcome to Nord!').waitFor();
    await looksRight(ada.page);
    await ada.presses('Back');
    expect(await ada.field('Website name').inputValue()).toBe('Nord Shop');
    await ada.presses('Continue');
    await ada.presses('Open Baton');
    await ada.arrives(/\/start$/);
    await done(2);
    await looksRight(ada.page);
  });

  it('leads over the first article to an answer of the AI, on a page of Baton itself', async () => {
    await ada.follows('Write an article');
    await ada.fills('Title', 'Do you wrap presents?');
    await ada.fills('Answer', 'Yes, every parcel can be wrapped for 3 €.');
    await ada.presses('Save');
    await ada.arrives(/\/knowledge\/[0-9a-f-]{36}$/);
    await ada.follows(/^Getting started/);
    await done(3);

    const [page] = await Promise.all([ada.page.context().waitForEvent('page'), ada.follows(/^Try it as a visitor/)]);
    const visitor = new VisitorPage(page);
    websiteKey = new URL(page.url()).searchParams.get('websiteKey')!;
    await page.getByRole('heading', { name: 'You are a visitor now' }).waitFor();
    await visitor.openChat();
    await visitor.sees('Welcome to Nord!');
    await visitor.write('Do you wrap presents?');
    await visitor.sees(/wrapped for 3 €/);
    await page.locator('li.done').waitFor();
    await ada.page.bringToFront();
    await done(4);
  });

  it('notices by itself what happens elsewhere', async () => {
    html = `<!doctype html><html lang="en"><title>Nord</title><h1>Nord</h1>
      <script>!function(w,d,u,s){w.Baton=w.Baton||function(){(w.Baton.q=w.Baton.q||[]).push(arguments)};
      s=d.createElement('script');s.async=1;s.src=u+'/widget/v1.js';d.head.append(s)}(window,document,'${baton.url}');
      Baton('boot',{websiteKey:'${websiteKey}'})</script></html>`;
    const customer = await VisitorPage.open(await browser().newContext(), origin);
    await customer.launcher.waitFor();
    await done(5);
    await customer.page.context().close();
    await api('POST', '/users', { email: 'bo@nord.example', name: 'Bo', memberships: [{ websiteId: null, role: 'agent' }] });
    await done(6);
  });

  it('ends with the first claimed handoff', async () => {
    const page = ada.page
      .context()
      .pages()
      .find((each) => each.url().includes('/try'))!;
    const visitor = new VisitorPage(page);
    await page.bringToFront();
    await visitor.write('I want to talk to a person');
    await page.locator('li.done').nth(1).waitFor();
    await page.keyboard.press('Escape');
    await looksRight(page);

    await ada.page.bringToFront();
    await ada.follows('Open the inbox');
    await ada.page.getByText('I want to talk to a person').first().click();
    await ada.presses(/^Claim/);
    await ada.page.locator('ba-toasts').getByText('Your first handoff is claimed.').waitFor();
    await ada.page.locator('ba-toasts').getByRole('button', { name: 'See the list' }).click();
    await ada.arrives(/\/start$/);
    await ada.sees('Baton is ready');
    await done(7);
    expect(
      await ada.page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: /Getting started/ })
        .count(),
    ).toBe(0);
    await looksRight(ada.page);
    expect([...visitor.troubles, ...ada.troubles]).toEqual([]);
    await page.close();
  });

  it('takes demo data in and out beside it', async () => {
    await ada.presses('Load demo data');
    // Some thousand rows, which a busy machine takes its time for.
    await ada.button('Remove demo data').waitFor({ timeout: 30_000 });
    await ada.sees(/Northwind Outdoors and Northwind Rentals/);
    await ada.presses('Remove demo data');
    await ada.answers('Remove demo data');
    await ada.button('Load demo data').waitFor({ timeout: 30_000 });
    await done(7);
  });

  it('says so where a website does not allow Baton’s own page, or there is none', async () => {
    const { publicKey } = (await api('POST', '/websites', { name: 'Strict', allowedOrigins: [] })) as { publicKey: string };
    await ada.visits(`/try?websiteKey=${publicKey}`);
    await ada.page.getByRole('heading', { name: 'The chat may not be shown here yet' }).waitFor();
    await ada.sees(new RegExp(`${baton.url} is not among the allowed pages`));
    await ada.visits('/try?websiteKey=wk_none');
    await ada.page.getByRole('heading', { name: 'There is no such website' }).waitFor();
    await ada.follows('Back to Baton');
    await ada.arrives(/\/start$/);
    await ada.visits('/setup');
    await ada.sees('Baton is set up already');
    await ada.close();
  });
});
