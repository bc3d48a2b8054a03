import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OpenAiServer } from '../fakes/openai-server.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually } from './support/visitor-page.js';

const ADA = { email: 'ada@nord.example', password: 'a good long password' };
const MODEL_HEADER = '{"confidence": 0.9, "answered": true, "topics": [], "complexity": 0.1, "sources": []}\n';

/** Websites and what the AI knows, on an installation that was just set up: each test goes on where the one before has stopped. */
describeInChromium('the administration', (browser) => {
  let baton: RunningBaton;
  let model: OpenAiServer;
  let ada: ConsolePage;

  beforeAll(async () => {
    model = await OpenAiServer.start();
    baton = await RunningBaton.start({ BATON_DEMO: 'false', BATON_LOG_LEVEL: 'info', BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.0/8' });
    const token = /\/setup\?token=([\w-]+)/.exec(baton.process.output)![1]!;
    await post('/setup', { token, name: 'Ada Nord', ...ADA, website: { name: 'Nord Shop', allowedOrigins: ['https://nord.example'] } });
    ada = await signedIn(ADA);
  });
  afterAll(async () => {
    await baton?.stop();
    await model?.close();
  });

  const signedIn = async (login: typeof ADA): Promise<ConsolePage> => {
    const page = await ConsolePage.open(browser(), baton.url, '/login');
    await page.signsIn(login);
    return page;
  };
  const post = (path: string, body: object): Promise<Response> =>
    fetch(`${baton.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: baton.url, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify(body),
    });

  it('says at the field what is wrong with a website, and asks before input is lost', async () => {
    await ada.goesTo('Websites');
    await ada.follows('Add website');
    await ada.fills('Allowed origins 1', 'fern.example/x');
    await ada.presses('Add website');
    await ada.sees('Give the website a name');
    await ada.sees('The beginning is missing: https://');
    expect(await ada.focused('[aria-invalid=true]')).toBe(true);
    await ada.presses('Use https://fern.example');
    await eventually(async () => (await ada.field('Allowed origins 1').inputValue()) === 'https://fern.example');

    await ada.follows('All websites');
    await ada.dialog.getByText('Leave without saving?').waitFor();
    await ada.page.keyboard.press('Escape');
    await ada.dialog.waitFor({ state: 'detached' });
    expect(await ada.field('Allowed origins 1').inputValue()).toBe('https://fern.example');
    const asked = ada.page.waitForEvent('dialog');
    await ada.page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();

    await ada.fills('Name', 'Fern & Fog');
    await ada.field('Allowed origins 1').press('Enter');
    await ada.fills('Allowed origins 2', 'http://localhost:9999');
    await ada.fills('Accent colour', '#ffd400');
    await ada.presses(/^Take #/);
    await ada.sees('Reads well');
    await ada.presses('Add website');
    await ada.isTold('Fern & Fog was added');
    await ada.arrives(/\/websites\/[0-9a-f-]{36}#install$/);
  });

  it('sees the first page arrive, and lets in one that was turned away', async () => {
    await ada.sees('Waiting for the first page');
    const tag = await ada.page.getByRole('textbox', { name: 'Embed tag' }).textContent();
    const websiteKey = /data-website-key="([\w-]+)"/.exec(tag!)![1]!;
    const page = (origin: string) => fetch(`${baton.url}/api/v1/widget/website?websiteKey=${websiteKey}`, { headers: { origin } });
    expect((await page('https://www.fern.example')).status).toBe(403);
    expect((await page('https://fern.example')).status).toBe(200);
    await ada.presses('Look again');
    await ada.sees('It works');
    await ada.presses('Allow https://www.fern.example');
    await ada.isTold('Website saved');
    expect((await page('https://www.fern.example')).status).toBe(200);
    await eventually(async () => (await ada.field('Allowed origins 3').inputValue()) === 'https://www.fern.example');
  });

  it('shows an identity secret once, with code that proves a visitor', async () => {
    await ada.page.getByRole('navigation', { name: 'Settings of this website' }).getByRole('link', { name: 'Visitors’ identity' }).click();
    await ada.arrives(/#identity$/);
    await ada.presses('Make a secret');
    await ada.dialog.getByRole('button', { name: 'Make a secret' }).click();
    const secret = await ada.dialog.getByRole('textbox', { name: 'Identity secret' }).textContent();
    expect(secret).toMatch(/^is_[\w-]{43}$/);
    await ada.answers('I have stored it');
    await ada.sees(/Secret made/);
    expect(await ada.page.content()).not.toContain(secret);
    await ada.page.getByRole('radio', { name: 'PHP' }).check();
    await ada.sees('hash_hmac');
    await ada.follows('All websites');
    await ada.page.getByRole('row', { name: /Fern & Fog.*https:\/\/fern\.example.*and 2 more/ }).waitFor();
  });

  it('connects a website to a model, and tries it out', async () => {
    await ada.follows('Fern & Fog');
    await ada.page.getByRole('radio', { name: 'A language model' }).check();
    await ada.fills('Base URL', model.baseUrl);
    await ada.fills('Model', model.model);
    await ada.fills('API key', 'not the key');
    await ada.presses('Save');
    await ada.isTold('Website saved');
    await ada.fills('A visitor asks', 'Do ferns like fog?');
    await ada.presses('Ask');
    await ada.sees('The AI did not answer. A person would be fetched.');
    await ada.sees('The endpoint refused the request: check the key and the model.');

    await ada.fills('API key', model.apiKey);
    await ada.page.keyboard.press('Control+s');
    await ada.isTold('Website saved');
    await ada.sees('A key is stored, encrypted.');
    expect(await ada.field('API key').inputValue()).toBe('');
    model.next({ kind: 'say', text: `${MODEL_HEADER}They love it.` });
    await ada.presses('Ask');
    await ada.sees('The visitor would see this answer.');
    await ada.sees('They love it.');
    expect(model.lastRequest.messages.at(-1)?.content).toContain('Do ferns like fog?');

    await ada.fills('Base URL', 'https://elsewhere.example/v1');
    await ada.sees('The stored key belongs to another address and will be removed when you save.');
    await ada.sees('Unsaved changes');
    await ada.presses('Discard');
    await eventually(async () => (await ada.field('Base URL').inputValue()) === model.baseUrl);
    await ada.sees('All changes saved');
  });

  it('deletes a website for who types its name', async () => {
    await ada.presses('Delete website');
    await ada.dialog.getByLabel('Type Fern & Fog to confirm').fill('Fern');
    await ada.dialog.getByRole('button', { name: 'Delete website' }).click();
    await ada.sees('This is not the name');
    await ada.dialog.getByLabel('Type Fern & Fog to confirm').fill('Fern & Fog');
    await ada.answers('Delete website');
    await ada.isTold('Fern & Fog was deleted');
    await ada.arrives(/\/websites$/);
    await ada.page.getByRole('link', { name: 'Nord Shop' }).waitFor();
    expect(await ada.page.getByRole('link', { name: 'Fern & Fog' }).count()).toBe(0);
  });

  it('writes what the AI knows, and asks it', async () => {
    await ada.goesTo('Knowledge');
    await ada.sees('No articles yet');
    await ada.fills('A visitor asks', 'Can you wrap it as a gift?');
    await ada.presses('Ask');
    await ada.sees('No article answers this well enough.');

    await ada.follows('Write the first article');
    await ada.fills('Title', 'Do you wrap presents?');
    await ada.fills('Answer', 'Yes, for **3 €** per parcel.\n\n- red\n- green');
    await ada.page.locator('ba-markdown strong', { hasText: '3 €' }).waitFor();
    await ada.presses('Add a question');
    await ada.fills('Other ways to ask 1', 'Can you wrap it as a gift?');
    await ada.page.keyboard.press('Control+s');
    await ada.isTold('Saved; visitors get this answer');
    await ada.arrives(/\/knowledge\/[0-9a-f-]{36}$/);

    await ada.follows('All articles');
    await ada.fills('A visitor asks', 'can you wrap it as a gift please');
    await ada.presses('Ask');
    await ada.sees('Sure enough: the visitor gets this answer.');
    await ada.page.locator('baton-inquiry ba-markdown').getByText('red').waitFor();
    await ada.page.locator('baton-inquiry figcaption').getByText('Do you wrap presents?').waitFor();
  });

  it('is worked with the keyboard alone', async () => {
    const { keyboard } = ada.page;
    const finds = async (words: string, option: RegExp) => {
      await keyboard.press('Control+k');
      await eventually(() => ada.focused('[role=dialog] input'));
      await keyboard.type(words);
      await ada.page.getByRole('option', { name: option, selected: true }).waitFor();
      await keyboard.press('Enter');
      await ada.dialog.waitFor({ state: 'detached' });
    };
    const tabsTo = async (label: string) => {
      const hasFocus = () => ada.field(label).evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus'));
      for (let tabs = 0; tabs < 80 && !(await hasFocus()); tabs++) await keyboard.press('Tab');
      expect(await hasFocus()).toBe(true);
    };
    await finds('nord shop', /^Nord Shop/);
    await ada.field('Greeting').waitFor();
    await tabsTo('Greeting');
    await keyboard.type('Welcome!');
    await keyboard.press('Control+s');
    await ada.isTold('Website saved');

    await finds('new article', /^New article/);
    await ada.field('Title').waitFor();
    await tabsTo('Title');
    await keyboard.type('Where are you?');
    await tabsTo('Answer');
    await keyboard.type('In Tromsø.');
    // Nobody waits for the answer before they write on, and nothing of it may be lost.
    await keyboard.press('Control+s');
    await keyboard.type(' Above the bank.');
    await ada.isTold('Saved; visitors get this answer');
    expect(await ada.field('Answer').inputValue()).toBe('In Tromsø. Above the bank.');
    await ada.arrives(/\/knowledge\/[0-9a-f-]{36}$/);
    await keyboard.press('Control+s');
    await ada.sees('All changes saved');
    await finds('ask the', /^Ask the articles/);
    await eventually(() => ada.focused('baton-inquiry textarea'));
    await keyboard.type('where are you');
    await keyboard.press('Control+Enter');
    await ada.page.locator('baton-inquiry ba-markdown').getByText('Above the bank.').waitFor();
    await finds('go to knowledge', /Knowledge/);
    await ada.arrives(/\/knowledge$/);
  });

  it('brings several articles in as drafts, and finds them', async () => {
    await ada.presses('Import');
    await ada.dialog.getByLabel('Articles').fill('# Returns\nWithin 30 days.\n\n# Empty\n\n# Delivery\nThree days.');
    await ada.sees('2 articles found');
    await ada.sees('“Empty”: there is no answer');
    await ada.answers('Import 2 articles');
    await ada.isTold('2 articles imported as drafts');
    await ada.page.getByRole('row', { name: /Returns.*Draft/ }).waitFor();
    await ada.page.getByRole('radio', { name: 'Published 2' }).check();
    await ada.page.getByRole('row', { name: /Returns/ }).waitFor({ state: 'detached' });
    await ada.fills('Search articles', 'nothing like it');
    await ada.sees('Nothing found');
    await ada.presses('Show all articles');
    await ada.page.getByRole('row', { name: /Returns.*Draft/ }).waitFor();
  });

  it('loses nothing when somebody else has saved meanwhile', async () => {
    await ada.page.locator('.ba-table').getByRole('link', { name: 'Returns' }).click();
    await ada.fills('Answer', 'Within 60 days.');
    const other = await signedIn(ADA);
    await other.visits(new URL(ada.page.url()).pathname);
    await other.fills('Answer', 'Within 14 days.');
    await other.presses('Save');
    await other.isTold('Draft saved');
    await other.close();
    await ada.presses('Save');
    await ada.sees('Ada Nord has changed this article meanwhile');
    expect(await ada.field('Answer').inputValue()).toBe('Within 60 days.');
    await ada.page.locator('baton-conflict').getByText('Within 14 days.').waitFor();
    await ada.presses('Save mine over it');
    await ada.isTold('Draft saved');
    await ada.page.locator('baton-conflict').waitFor({ state: 'detached' });
  });

  it('duplicates an article, takes one away, and brings it back', async () => {
    await ada.follows('Duplicate');
    await eventually(async () => (await ada.field('Title').inputValue()) === 'Returns (copy)');
    await ada.presses('Save');
    await ada.isTold('Draft saved');
    await ada.presses('Delete article');
    await ada.answers('Delete article');
    await ada.page.locator('ba-toasts').getByRole('button', { name: 'Undo' }).click();
    await ada.isTold('The article is back');
    await ada.page.getByRole('heading', { level: 1, name: 'Returns (copy)' }).waitFor();
  });

  it('fits a phone, in the dark', async () => {
    const cookies = await ada.page.context().cookies();
    const phone = await ConsolePage.open(browser(), baton.url, '/login', {
      viewport: { width: 390, height: 844 },
      colorScheme: 'dark',
      hasTouch: true,
    });
    await phone.page.context().addCookies(cookies);
    await phone.visits('/websites');
    await phone.follows('Nord Shop');
    await phone.page.getByRole('navigation', { name: 'Settings of this website' }).getByRole('link', { name: 'Install' }).click();
    await eventually(() => phone.page.evaluate<boolean>(`document.querySelector('#install').getBoundingClientRect().top < 160`));
    const isWide = () => phone.page.evaluate<boolean>('document.documentElement.scrollWidth > 390');
    expect(await isWide()).toBe(false);
    await phone.visits('/knowledge');
    await phone.page.locator('.ba-table').getByRole('link', { name: 'Delivery' }).click();
    await phone.fills('Answer', 'Four days.');
    expect(await isWide()).toBe(false);
    await phone.presses('Save');
    await phone.isTold('Draft saved');
    expect(phone.troubles).toEqual([]);
    await phone.close();
  });

  it('lets an agent look and change nothing', async () => {
    const cara = { email: 'cara@nord.example', password: 'another good password' };
    const made = await ada.page.request.post(`${baton.url}/api/v1/users`, {
      headers: { origin: baton.url, 'sec-fetch-site': 'same-origin' },
      data: { ...cara, name: 'Cara Novak', memberships: [{ websiteId: null, role: 'agent' }] },
    });
    expect(made.status()).toBe(201);
    const agent = await signedIn(cara);
    await agent.goesTo('Websites');
    expect(await agent.page.getByRole('link', { name: 'Add website' }).count()).toBe(0);
    await agent.follows('Nord Shop');
    await agent.sees('You may look at these settings, but not change them.');
    expect(await agent.field('Name').isDisabled()).toBe(true);
    expect(await agent.page.getByRole('button', { name: 'Copy: Embed tag' }).isDisabled()).toBe(false);
    for (const name of ['Save', 'Make a secret', 'Delete website']) expect(await agent.page.getByRole('button', { name }).count()).toBe(0);
    await agent.goesTo('Knowledge');
    await agent.page
      .getByRole('row', { name: /Returns/ })
      .first()
      .waitFor();
    expect(await agent.page.getByRole('link', { name: 'New article' }).count()).toBe(0);
    expect(agent.troubles).toEqual([]);
    expect(ada.troubles).toEqual([]);
    await agent.close();
  });
});
