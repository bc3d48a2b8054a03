import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Locator } from 'playwright-core';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton, WEBSITE_KEY } from './support/fake-baton.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

const LOADER = '<script async src="/widget/v1.js"></script>';
const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><title>A site</title>${head}</head><body><h1>A site</h1>${body}</body></html>`;

const colourOf = (part: Locator): Promise<string> =>
  part.evaluate((element: object) => (globalThis as any).getComputedStyle(element).backgroundColor);

describeInChromium('the widget on other people’s pages', (browser) => {
  let pages: BuiltPages;
  let baton: FakeBaton;
  let context: BrowserContext;
  const visitors: VisitorPage[] = [];

  beforeAll(async () => {
    pages = await BuiltPages.build();
  });
  afterAll(async () => pages.remove());
  beforeEach(async () => {
    baton = await FakeBaton.start(pages.serve);
    context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
  });
  afterEach(async () => {
    await context.close();
    await baton.stop();
    expect(visitors.splice(0).flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  async function aVisitorOn(html: string, policy?: string): Promise<VisitorPage> {
    pages.pages.set('/site', { html, ...(policy ? { policy } : {}) });
    const visitor = await VisitorPage.open(context, `${baton.url}/site`);
    visitors.push(visitor);
    return visitor;
  }

  async function aBootedVisitor(options: object = {}): Promise<VisitorPage> {
    const visitor = await aVisitorOn(page(LOADER));
    await visitor.page.waitForFunction('window.Baton?.v === 1');
    await visitor.listen();
    await visitor.baton('boot', { websiteKey: WEBSITE_KEY, ...options });
    return visitor;
  }

  it('says what proves who the visitor is, and nothing of whoever was here before', async () => {
    const visitor = await aBootedVisitor({ visitor: { name: 'Vera' } });
    await visitor.openChat();
    await visitor.write('My order?');
    await visitor.sees('My order?');
    // What is still on its way belongs to whoever is there when it arrives; this is about what has arrived.
    await eventually(() => baton.conversations[0]?.messages.length === 1);
    await visitor.baton('identify', { userId: 'ada', hash: 'h-ada', email: 'ada@example.org' });
    await eventually(() => baton.starts.at(-1)?.identity !== undefined);
    expect(baton.starts.at(-1)).toMatchObject({ identity: { userId: 'ada', hash: 'h-ada' }, visitor: { email: 'ada@example.org' } });
    // The page has heard that it is Ada before it says that it is Bob.
    await visitor.write('Are you there?');
    await eventually(() => baton.conversation.messages.some(({ text }) => text === 'Are you there?'));
    baton.conversation.closedForGood = true;
    await visitor.baton('identify', { token: 'token-of-bob' });
    await eventually(() => baton.starts.at(-1)?.identity === 'token-of-bob');
    expect(baton.starts.at(-1)?.visitor).toEqual({});
    await eventually(async () => (await visitor.panel.getByText('My order?').count()) === 0);
  });

  it('asks the site for a fresh token when the last one has run out', async () => {
    baton.accepts = (identity) => identity === 'fresh';
    const visitor = await aVisitorOn(page(LOADER));
    await visitor.page.waitForFunction('window.Baton?.v === 1');
    await visitor.page.evaluate(`(() => { const tokens = ['stale', 'fresh'];
      Baton('boot', { websiteKey: '${WEBSITE_KEY}', identityProvider: async () => tokens.shift() }) })()`);
    await visitor.openChat();
    await visitor.write('Hello');
    await eventually(() => baton.conversations[0]?.messages.length === 1);
    expect(baton.starts.map(({ identity }) => identity)).toEqual(['stale', 'fresh']);
  });

  it('obeys every verb and tells every event', async () => {
    const visitor = await aBootedVisitor();
    await visitor.baton('show');
    await visitor.panel.waitFor();
    await visitor.baton('hide');
    await visitor.panel.waitFor({ state: 'detached' });
    await visitor.baton('toggle');
    await visitor.panel.waitFor();
    await visitor.baton('toggle');
    await visitor.panel.waitFor({ state: 'detached' });
    await visitor.baton('showNewMessage', 'Which tent fits?');
    await eventually(async () => (await visitor.composer.inputValue()) === 'Which tent fits?');
    await visitor.composer.press('Enter');
    await visitor.sees('Which tent fits?');
    await visitor.baton('requestHuman', 'from the help page');
    await visitor.sees('A teammate is on the way');
    expect(baton.wishes).toEqual(['from the help page']);
    baton.conversation.claim('Ana');
    await visitor.sees('Ana joined');
    baton.conversation.close();
    await visitor.sees(/Solved at/);
    baton.conversation.turn({ owner: 'queue', status: 'open' });
    baton.conversation.returnToAi();
    await visitor.sees('You are talking to the AI assistant again');
    await visitor.baton('hide');
    baton.conversation.say('ai', 'Still there?');
    await eventually(async () => (await visitor.heard()).some(([name]) => name === 'unread'));
    const heard = await visitor.heard();
    expect(heard.filter(([name]) => name === 'ready')).toHaveLength(1);
    expect(heard.filter(([name]) => name === 'open' || name === 'close').map(([name]) => name)).toEqual([
      'open',
      'close',
      'open',
      'close',
      'open',
      'close',
    ]);
    expect(heard.filter(([name]) => name === 'handoff').map(([, status]) => status)).toEqual(
      expect.arrayContaining(['requested', 'queued', 'claimed', 'resolved', 'returned_to_ai']),
    );
    expect(heard.filter(([name]) => name === 'message').map(([, text]) => text)).toEqual(
      expect.arrayContaining(['Which tent fits?', 'Still there?']),
    );
    expect(heard).toContainEqual(['unread', 1]);
  });

  it('tells the server who the visitor is, before and after', async () => {
    const visitor = await aBootedVisitor({ visitor: { name: 'Vera' } });
    await visitor.baton('identify', { email: 'vera@example.org' });
    await visitor.baton('setAttributes', { plan: 'gold' });
    await visitor.baton('show');
    await visitor.panel.waitFor();
    // Who only looks is nobody's business.
    expect(baton.starts).toHaveLength(0);
    await visitor.begins(baton, 'Hello');
    expect(baton.starts).toHaveLength(1);
    expect(baton.starts[0]).toMatchObject({
      websiteKey: WEBSITE_KEY,
      visitor: { name: 'Vera', email: 'vera@example.org', attributes: { plan: 'gold' } },
      page: { title: 'A site' },
    });
    await visitor.baton('setAttributes', { seats: 3 });
    await eventually(() => baton.starts.length === 2);
    await visitor.baton('update', { visitor: { name: 'Vera Z' } });
    await eventually(() => baton.starts.length === 3);
    expect(baton.starts[1]).toMatchObject({ resume: expect.any(String), visitor: { attributes: { plan: 'gold', seats: 3 } } });
    expect(baton.starts[2]).toMatchObject({ visitor: { name: 'Vera Z' } });
    expect(baton.conversations).toHaveLength(1);
  });

  it('changes its language while it is open', async () => {
    const visitor = await aBootedVisitor();
    await visitor.baton('show');
    await visitor.sees('Talk to a person');
    await visitor.baton('setLocale', 'fr');
    await visitor.sees('Parler à une personne');
  });

  it('stops telling when asked to', async () => {
    const visitor = await aBootedVisitor();
    await visitor.baton('off', 'open');
    await visitor.baton('show');
    await visitor.panel.waitFor();
    expect((await visitor.heard()).map(([name]) => name)).toEqual(['ready']);
  });

  it('leaves nothing behind at shutdown, and tells the other tab', async () => {
    const visitor = await aBootedVisitor();
    await visitor.baton('show');
    await visitor.panel.waitFor();
    await visitor.write('Hello');
    await visitor.sees('Hello');
    const other = await VisitorPage.open(context, `${baton.url}/site`);
    await other.page.waitForFunction('window.Baton?.v === 1');
    await other.baton('boot', { websiteKey: WEBSITE_KEY });
    await other.baton('show');
    await other.sees('Hello');
    await visitor.baton('shutdown');
    await eventually(async () => (await visitor.page.locator('baton-widget').count()) === 0);
    expect(await visitor.page.evaluate('Object.keys({...localStorage})')).toEqual([]);
    expect(await visitor.page.evaluate('Object.keys({...sessionStorage})')).toEqual([]);
    await other.panel.waitFor({ state: 'detached' });
    await visitor.baton('boot', { websiteKey: WEBSITE_KEY });
    await visitor.openChat();
    await visitor.write('Hello again');
    await eventually(() => baton.conversations.length === 2);
    expect(baton.starts.at(-1)?.resume).toBeUndefined();
  });

  it('takes calls that were made before it was there', async () => {
    pages.pages.set('/early.js', {
      html: `!function(w){w.Baton=w.Baton||function(){(w.Baton.q=w.Baton.q||[]).push(arguments)}}(window);
      const early = Baton; early('showNewMessage', 'typed early'); early('boot', { websiteKey: '${WEBSITE_KEY}' }); setTimeout(() => early('identify', { name: 'Late' }), 500)`,
    });
    const visitor = await aVisitorOn(page(`<script src="/early.js"></script>${LOADER}`));
    await visitor.panel.waitFor();
    await eventually(async () => (await visitor.composer.inputValue()) === 'typed early');
    await visitor.composer.press('Enter');
    await eventually(() => baton.starts.at(-1)?.visitor?.name === 'Late');
  });

  it('stands on the page once, however often it is embedded and booted', async () => {
    const visitor = await aVisitorOn(page(`${LOADER}${LOADER}<script src="/demo/chat.js"></script>`));
    await visitor.launcher.waitFor();
    await visitor.baton('boot', { websiteKey: WEBSITE_KEY });
    await visitor.openChat();
    expect(await visitor.page.locator('baton-widget').count()).toBe(1);
    expect(await visitor.panel.count()).toBe(1);
    await visitor.write('Hello');
    await eventually(() => baton.conversations.length > 0 && baton.conversation.messages.length === 1);
    expect([baton.conversations.length, baton.conversation.messages.length]).toEqual([1, 1]);
  });

  it('needs no code: the script’s own attributes are enough', async () => {
    const attributes = {
      'website-key': WEBSITE_KEY,
      locale: 'es',
      position: 'left',
      'color-scheme': 'dark',
      color: '#ffd400',
      greeting: '¡Hola!',
      'avatar-url': `${baton.url}/demo/mark.svg`,
      'visitor-name': 'Vera',
      'visitor-email': 'vera@example.org',
      'visitor-id': 'c-1',
      'visitor-hash': 'h-1',
      'attribute-order-count': '3',
    };
    const given = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`);
    const visitor = await aVisitorOn(page(`<script async src="/widget/v1.js" ${given.join(' ')}></script>`));
    await visitor.page.getByRole('button', { name: 'Abrir el chat' }).click();
    await visitor.sees('¡Hola!');
    await visitor.panel.getByRole('button', { name: 'Hablar con una persona' }).waitFor();
    await eventually(async () => (await visitor.panel.boundingBox())?.x === 20);
    expect(await visitor.panel.locator('.head img').getAttribute('src')).toBe(attributes['avatar-url']);
    expect([await colourOf(visitor.launcher), await colourOf(visitor.panel)]).toEqual(['rgb(255, 212, 0)', 'rgb(23, 24, 27)']);
    await visitor.begins(baton, 'Hola');
    expect(baton.starts[0]).toMatchObject({
      locale: 'es',
      identity: { userId: 'c-1', hash: 'h-1' },
      visitor: { name: 'Vera', email: 'vera@example.org', attributes: { orderCount: '3' } },
    });
  });

  it('does without its button where the site has one', async () => {
    const visitor = await aVisitorOn(page(`<script async src="/widget/v1.js" data-website-key="${WEBSITE_KEY}" data-launcher="false"></script>`));
    await visitor.page.waitForFunction('window.Baton?.v === 1');
    await visitor.baton('show');
    await visitor.panel.waitFor();
    expect(await visitor.launcher.isVisible()).toBe(false);
    await visitor.baton('update', { launcher: true });
    await visitor.launcher.waitFor();
  });

  it('stays with the visitor when a single-page site changes its address and content', async () => {
    const visitor = await aBootedVisitor();
    await visitor.baton('show');
    await visitor.panel.waitFor();
    await visitor.write('Hello');
    await visitor.sees('Hello');
    // Not a word of the page to the chat: it notices by itself.
    await visitor.page.evaluate(`history.pushState({}, '', '/site/next'); document.title = 'Next'; document.querySelector('h1').remove()`);
    await eventually(() => baton.starts.at(-1)?.page?.title === 'Next');
    expect(baton.starts.at(-1)?.page?.url).toBe(`${baton.url}/site/next`);
    expect(await visitor.panel.isVisible()).toBe(true);
  });

  it('sits and looks as the website wants', async () => {
    const avatarUrl = `${baton.url}/demo/mark.svg`;
    baton.website = { ...baton.website, theme: { accent: '#ffd400', position: 'left', scheme: 'dark', greeting: 'Ahoy!', avatarUrl } };
    const visitor = await aBootedVisitor();
    await visitor.openChat();
    await visitor.sees('Ahoy!');
    expect(await visitor.panel.locator('.head img').getAttribute('src')).toBe(avatarUrl);
    await visitor.page.mouse.move(600, 300);
    await eventually(async () => (await visitor.launcher.boundingBox())?.x === 20);
    await eventually(async () => (await colourOf(visitor.launcher)) === 'rgb(255, 212, 0)');
    await visitor.page.reload();
    await visitor.page.waitForFunction('window.Baton?.v === 1');
    await visitor.baton('boot', { websiteKey: WEBSITE_KEY });
    // Known from before: the first thing to be seen is right already.
    expect((await visitor.launcher.boundingBox())?.x).toBeCloseTo(20, 0);
  });
});
