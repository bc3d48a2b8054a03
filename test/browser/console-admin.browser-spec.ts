import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { OpenAiServer } from '../fakes/openai-server.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually } from './support/visitor-page.js';

const ADA = { email: 'ada@nord.example', password: 'a good long password' };
const MODEL_HEADER = '{"confidence": 0.9, "answered": true, "topics": [], "complexity": 0.1, "sources": []}\n';

/** One installation from its first minute on: each test goes on where the one before has stopped. */
describeInChromium('the administration', (browser) => {
  let baton: RunningBaton;
  let model: OpenAiServer;
  let ada: ConsolePage;

  beforeAll(async () => {
    model = await OpenAiServer.start();
    baton = await RunningBaton.start({ BATON_DEMO: 'false', BATON_LOG_LEVEL: 'info', BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.0/8' });
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
  const api = (path: string, key: string): Promise<Response> => fetch(`${baton.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });

  it('begins with the link that the first start prints', async () => {
    ada = await ConsolePage.open(browser(), baton.url);
    await ada.arrives(/\/setup$/);
    await ada.field('Setup token').waitFor();

    await ada.visits(/\/setup\?token=[\w-]+/.exec(baton.process.output)![0]);
    await ada.presses('Continue');
    await ada.sees('Choose a password');
    expect(await ada.focused('[aria-invalid=true]')).toBe(true);
    await ada.fills('Your name', 'Ada Nord');
    await ada.fills('Email', ADA.email);
    await ada.fills('Password', ADA.password);
    await ada.presses('Continue');
    await ada.fills('Website name', 'Nord Shop');
    await ada.fills('Address 1', 'nord.example/shop?x=1');
    await ada.presses('Continue');
    await ada.presses('Open Baton');

    await ada.arrives(/\/start$/);
    await ada.goesTo('Websites');
    await ada.follows('Nord Shop');
    await expect(ada.field('Allowed origins 1').inputValue()).resolves.toBe('https://nord.example');
    const late = await ConsolePage.open(browser(), baton.url, '/setup');
    await late.sees('Baton is set up already');
    await late.close();
  });

  it('lets somebody sign in with the keyboard alone, and brings them where they wanted to go', async () => {
    const one = await ConsolePage.open(browser(), baton.url, '/people/me');
    const { keyboard } = one.page;
    await one.arrives(/\/login\?next=/);
    await eventually(() => one.focused('[type=email]'));
    await keyboard.type(ADA.email);
    await keyboard.press('Tab');
    await keyboard.type('not the password');
    await keyboard.press('Enter');
    await one.sees('Email and password do not belong together.');
    expect(await one.field('Email').inputValue()).toBe(ADA.email);
    await keyboard.press('Control+A');
    await keyboard.type(ADA.password);
    await keyboard.press('Enter');
    await one.arrives(/\/people\/me$/);
    await one.sees('Ada Nord');

    await keyboard.press('Tab');
    expect(await one.focused('.skip')).toBe(true);
    await keyboard.press('Enter');
    expect(await one.focused('main')).toBe(true);
    expect(one.troubles).toEqual([]);
    await one.close();
  });

  it('says at the field what is wrong with a website, and asks before input is lost', async () => {
    await ada.goesTo('Websites');
    await ada.follows('Add website');
    await ada.fills('Allowed origins 1', 'fern.example/x');
    await ada.presses('Add website');
    await ada.sees('Give the website a name');
    await ada.sees('An origin such as https://shop.example');
    expect(await ada.focused('[aria-invalid=true]')).toBe(true);

    await ada.follows('All websites');
    await ada.dialog.getByText('Leave without saving?').waitFor();
    await ada.page.keyboard.press('Escape');
    await ada.dialog.waitFor({ state: 'detached' });
    expect(await ada.field('Allowed origins 1').inputValue()).toBe('fern.example/x');
    const asked = ada.page.waitForEvent('dialog');
    await ada.page.close({ runBeforeUnload: true });
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();

    await ada.fills('Name', 'Fern & Fog');
    await ada.fills('Allowed origins 1', 'https://fern.example');
    await ada.field('Allowed origins 1').press('Enter');
    await ada.fills('Allowed origins 2', 'http://localhost:9999');
    await ada.presses('Add website');
    await ada.isTold('Website saved');
    await ada.arrives(/\/websites\/[0-9a-f-]{36}$/);
    await ada.follows('All websites');
    await ada.page.getByRole('row', { name: /Fern & Fog.*https:\/\/fern\.example.*\+1/ }).waitFor();
  });

  it('connects a website to a model, and tries it out', async () => {
    await ada.follows('Fern & Fog');
    await ada.page.getByRole('radio', { name: 'OpenAI-compatible' }).check();
    await ada.fills('Base URL', model.baseUrl);
    await ada.fills('Model', model.model);
    await ada.fills('API key', 'not the key');
    await ada.presses('Save');
    await ada.isTold('Website saved');
    await ada.fills('A visitor asks', 'Do ferns like fog?');
    await ada.presses('Ask');
    await ada.sees('The endpoint refused the request: check the key and the model. A visitor would be handed to a person.');

    await ada.fills('API key', model.apiKey);
    await ada.presses('Save');
    await ada.isTold('Website saved');
    await ada.sees('A key is stored, encrypted.');
    expect(await ada.field('API key').inputValue()).toBe('');
    model.next({ kind: 'say', text: `${MODEL_HEADER}They love it.` });
    await ada.presses('Ask');
    await ada.sees('They love it.');
    expect(model.lastRequest.messages.at(-1)?.content).toContain('Do ferns like fog?');

    await ada.fills('Base URL', 'https://elsewhere.example/v1');
    await ada.sees('The stored key belongs to another address and will be removed when you save.');
    await ada.presses('Discard');
    expect(await ada.field('Base URL').inputValue()).toBe(model.baseUrl);
  });

  it('deletes a website when it is sure', async () => {
    await ada.presses('Delete website');
    await ada.answers('Cancel');
    await ada.presses('Delete website');
    await ada.answers('Delete website');
    await ada.isTold('Fern & Fog was deleted');
    await ada.arrives(/\/websites$/);
    await ada.page.getByRole('link', { name: 'Nord Shop' }).waitFor();
    expect(await ada.page.getByRole('link', { name: 'Fern & Fog' }).count()).toBe(0);
  });

  it('writes what the AI knows, asks it, and takes it away', async () => {
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
    await ada.presses('Save');
    await ada.isTold('Saved; visitors get this answer');
    await ada.arrives(/\/knowledge\/[0-9a-f-]{36}$/);

    await ada.follows('All articles');
    await ada.fills('A visitor asks', 'can you wrap it as a gift please');
    await ada.presses('Ask');
    await ada.page.locator('baton-inquiry ba-markdown').getByText('red').waitFor();
    await ada.page.locator('baton-inquiry figcaption').getByText('Do you wrap presents?').waitFor();

    await ada.fills('Search articles', 'nothing like it');
    await ada.sees('Nothing found');
    await ada.presses('Show all articles');
    await ada.page.getByRole('radio', { name: 'Drafts' }).check();
    await ada.sees('Nothing found');
    await ada.page.getByRole('radio', { name: 'All' }).check();
    await ada.page.locator('.ba-table').getByRole('link', { name: 'Do you wrap presents?' }).click();
    await ada.presses('Delete article');
    await ada.answers('Delete article');
    await ada.isTold('Article deleted');
    await ada.sees('No articles yet');
  });

  it('adds a person with a password to hand over, once their address is free', async () => {
    await ada.goesTo('People');
    await ada.follows('Add person');
    await ada.fills('Name', 'Cara Novak');
    await ada.fills('Email', ADA.email);
    await ada.presses('Make one up');
    await ada.presses('Add person');
    await ada.sees('Is taken already');
    expect(await ada.field('Name').inputValue()).toBe('Cara Novak');
    await ada.fills('Email', 'cara@nord.example');
    await ada.presses('Add a role');
    await ada.presses('Add person');
    await ada.isTold('Cara Novak can sign in now');
    await ada.sees('Hand this password to Cara Novak');
  });

  it('shows an agent what they may see, lets them change nothing, and ends with their account', async () => {
    const password = await ada.page.getByRole('textbox', { name: 'First password' }).last().textContent();
    const cara = await signedIn({ email: 'cara@nord.example', password: password! });
    await cara.goesTo('Websites');
    expect(await cara.page.getByRole('link', { name: 'Add website' }).count()).toBe(0);
    await cara.follows('Nord Shop');
    await cara.field('Name').waitFor();
    expect(await cara.field('Name').isDisabled()).toBe(true);
    for (const name of ['Save', 'Delete website']) expect(await cara.page.getByRole('button', { name }).count()).toBe(0);
    await cara.goesTo('Knowledge');
    await cara.sees('No articles yet');
    expect(await cara.page.getByRole('link', { name: /article/i }).count()).toBe(0);
    await cara.goesTo('People');
    await cara.page.getByRole('row', { name: /Ada Nord.*Admin/ }).waitFor();
    expect(await cara.page.getByRole('link', { name: 'Ada Nord' }).count()).toBe(0);
    expect(await cara.page.getByRole('link', { name: 'API keys' }).count()).toBe(0);
    await cara.visits('/people/keys');
    await cara.sees('There is nothing here');
    expect(cara.troubles).toEqual([]);

    await ada.follows('All people');
    await ada.follows('Cara Novak');
    await ada.page.getByRole('switch', { name: 'Active' }).uncheck({ force: true });
    await ada.presses('Save');
    await ada.isTold('Cara Novak was saved');
    await cara.arrives(/\/login/);
    await cara.close();
    await ada.follows('All people');
    await ada.page.getByRole('row', { name: /Cara Novak.*Deactivated/ }).waitFor();
  });

  it('shows an API key once, and ends it when it is revoked', async () => {
    await ada.follows('API keys');
    await ada.presses('Make the first key');
    await ada.dialog.getByRole('button', { name: 'Make key' }).click();
    await ada.sees('Name the program that will use it');
    await ada.sees('Choose what it may do');
    await ada.dialog.getByLabel('Name').fill('Report');
    await ada.dialog.getByLabel('See website settings').check();
    await ada.dialog.getByRole('button', { name: 'Make key' }).click();
    await ada.dialog.getByText('Your new key').waitFor();
    const key = (await ada.dialog.getByRole('textbox', { name: 'API key' }).textContent())!;
    expect((await api('/websites', key)).status).toBe(200);
    await ada.answers('I have stored it');
    expect(await ada.page.content()).not.toContain(key);
    await ada.page.reload();
    await ada.page.getByRole('row', { name: /Report/ }).waitFor();
    expect(await ada.page.content()).not.toContain(key);

    await ada.presses('Revoke Report');
    await ada.answers('Revoke key');
    await ada.isTold(/was revoked/);
    await ada.sees('No API keys');
    expect((await api('/websites', key)).status).toBe(401);
  });

  it('changes a password, which ends every other login of that person', async () => {
    const elsewhere = await signedIn(ADA);
    await ada.follows('Your profile');
    await ada.fills('Current password', 'not the password');
    await ada.fills('New password', 'a better long password');
    await ada.fills('New password again', 'a better short password');
    await ada.presses('Change password');
    await ada.sees('The two do not match');
    await ada.fills('New password again', 'a better long password');
    await ada.presses('Change password');
    await ada.page.locator('ba-field', { hasText: 'Current password' }).locator('.error:visible').waitFor();
    await ada.fills('Current password', ADA.password);
    await ada.presses('Change password');
    await ada.isTold(/Password changed/);

    await elsewhere.arrives(/\/login/);
    await elsewhere.signsIn({ ...ADA, password: 'a better long password' });
    await ada.goesTo('People');
    await ada.page.getByRole('row', { name: /Ada Nord/ }).waitFor();
    expect(ada.troubles).toEqual([]);
  });
});
