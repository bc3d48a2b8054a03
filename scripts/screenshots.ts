/**
 * Takes the pictures of the documentation from the running product: `npm run screenshots`. Starts Baton with demo data in
 * a temporary folder, walks through it with Chromium (CHROMIUM_PATH, else /usr/bin/chromium), and writes docs/pictures.
 * `npm run screenshots -- widget` takes those of the widget alone; likewise `inbox`, `settings` and `first-run`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { BatonTeam } from '#sdk';
import { freePort } from '../test/harness/baton-process.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs/pictures');
const PASSWORD = 'pictures-pictures';
const READY_WITHIN_MS = 60_000;
const CONSOLE = { viewport: { width: 1440, height: 840 }, deviceScaleFactor: 1.2 };
// Its sky of many shades makes a sharper picture too large for a page.
const SHOP = { viewport: { width: 960, height: 720 }, deviceScaleFactor: 1 };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 1.5, hasTouch: true, isMobile: true };
const BROWSER_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-sync',
];

await mkdir(pictures, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'baton-pictures-'));
const servers: ChildProcess[] = [];
let browser: Browser | undefined;
try {
  // The embedded database may run as a user of its own, who has to get in.
  await chmod(folder, 0o711);
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: BROWSER_ARGS });
  const wanted = process.argv.slice(2);
  const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
  const { url } = await startBaton({});
  if (isWanted('widget')) await ofTheWidget(browser, url);
  if (isWanted('inbox')) await ofTheInbox(browser, url);
  if (isWanted('settings')) await ofTheSettings(browser, url);
  if (isWanted('rules')) await ofTheRules(browser, url);
  if (isWanted('first-run')) await ofTheFirstRun(browser);
} finally {
  await browser?.close();
  for (const server of servers) if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
  await rm(folder, { recursive: true, force: true });
}

async function ofTheWidget(browser: Browser, url: string): Promise<void> {
  const page = await aPage(browser, SHOP);
  await holdTheEndOfAnswers(page);
  await page.goto(`${url}/demo`);
  await page.locator('baton-widget .launcher').click();
  await page.locator('baton-widget .welcome').waitFor();
  await take(page, 'widget-greeting');
  await ask(page, 'How do I return my boots?');
  await page.locator('.streaming').waitFor();
  await take(page, 'widget-streaming');

  await page.unrouteAll();
  await page.reload();
  await ask(page, 'I want to talk to a person about my refund.');
  await page.locator('baton-widget .wait').waitFor();
  await take(page, 'widget-waiting');

  const ana = new BatonTeam({ url });
  await ana.login('ana@demo.baton.test', PASSWORD);
  const { items } = await ana.handoffs.list({ view: 'unassigned' });
  const { id, sessionId } = items.reduce((newest, one) => (one.openedAt > newest.openedAt ? one : newest));
  await ana.handoffs.claim(id);
  const says = (text: string) => ana.sessions.send(sessionId, { clientId: randomUUID(), text });
  await says('Hi, this is Ana. I have your order here: the refund left us this morning, **€189.00**.');
  await page.getByText('I have your order here').waitFor();
  await ask(page, 'That was quick, thank you!');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByText('That was quick').waitFor();
  await take(page, 'widget-person');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  await says('It shows on your account within two days. Is there anything else I can do?');
  await page.locator('baton-widget .peek').waitFor();
  await take(page, 'widget-peek');
  await page.context().close();

  const phone = await aPage(browser, { ...PHONE, locale: 'ar' });
  await phone.goto(`${url}/demo`);
  await phone.evaluate(`Baton('setLocale', 'ar'); Baton('show')`);
  await phone.locator('baton-widget .welcome').waitFor();
  await ask(phone, 'أريد التحدث إلى موظف');
  await phone.locator('baton-widget .wait').waitFor();
  await take(phone, 'widget-arabic');
  await phone.context().close();
}

async function ofTheInbox(browser: Browser, url: string): Promise<void> {
  const page = await signedIn(browser, url, 'ana@demo.baton.test');
  await page.goto(`${url}/inbox/unassigned`);
  await page.getByRole('link', { name: /Vera Kowalska/ }).click();
  await page.getByText('charged my card twice').last().waitFor();
  await take(page, 'inbox');
  await page.goto(`${url}/inbox/mine`);
  await page.getByRole('link', { name: /Tomás Silva/ }).click();
  await page.getByText('Take your time.').last().waitFor();
  await take(page, 'handoff');
  // With a conversation open, so that there is something to do with it.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('return');
  await page.getByRole('option', { name: 'Returns' }).first().waitFor();
  await take(page, 'palette');
  await page.context().close();

  const phone = await signedIn(browser, url, 'ana@demo.baton.test', PHONE);
  await phone.goto(`${url}/inbox/unassigned`);
  await phone.getByText('Jonas Meier').first().waitFor();
  await take(phone, 'inbox-phone');
  await phone.emulateMedia({ colorScheme: 'dark' });
  await phone.goto(`${url}/inbox/mine`);
  await phone.getByRole('link', { name: /Tomás Silva/ }).click();
  await phone.getByText('Take your time.').last().waitFor();
  await take(phone, 'handoff-phone');
  await phone.context().close();
}

async function ofTheSettings(browser: Browser, url: string): Promise<void> {
  const page = await signedIn(browser, url, 'admin@demo.baton.test');
  await page.goto(`${url}/websites`);
  await page.getByRole('link', { name: /Northwind Outdoors/ }).click();
  await page.getByText('Allowed origins').first().waitFor();
  await take(page, 'website');
  await page.goto(`${url}/knowledge`);
  await page.getByText('Returns').first().waitFor();
  await take(page, 'knowledge');
  await page.goto(`${url}/people/roles`);
  await page.getByText('Supervisor').first().waitFor();
  await take(page, 'roles');
  await page.context().close();
}

async function ofTheRules(browser: Browser, url: string): Promise<void> {
  const page = await signedIn(browser, url, 'admin@demo.baton.test');
  await page.goto(`${url}/rules`);
  await page.getByText('Legal matters').first().waitFor();
  await take(page, 'rules');
  await page.goto(`${url}/rules/new?as=words`);
  await page.getByLabel('Name', { exact: true }).fill('Money matters');
  const words = page.getByRole('textbox', { name: 'Value of Text of the message' });
  for (const word of ['refund', 'card', 'payment']) {
    await words.fill(word);
    await words.press('Enter');
  }
  await page.locator('baton-rule-tree .add button').first().click();
  await page.getByRole('combobox', { name: 'Search facts' }).fill('mood');
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: 'Value of Mood of the message' }).fill('0.5');
  await page.getByLabel('What a visitor might write').fill('You charged my card twice. I want one of the payments back.');
  await page.getByLabel('What a visitor might write').press('Enter');
  await page.getByText('Would hand over.').waitFor();
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await page.locator('baton-comparison').waitFor();
  await take(page, 'rule');
  await page.goto(`${url}/rules/topics`);
  await page.getByLabel('What a visitor might write').fill('You charged my card twice.');
  await page.getByRole('button', { name: 'Try' }).click();
  await page.getByText('It is about billing.').waitFor();
  await take(page, 'topics');
  await page.context().close();
}

/** What an administrator meets first, on a Baton that nobody has set up. */
async function ofTheFirstRun(browser: Browser): Promise<void> {
  const { url, setUpAt } = await startBaton({ BATON_DEMO: 'false', BATON_LOG_LEVEL: 'info' });
  const page = await aPage(browser, CONSOLE);
  await page.goto(setUpAt!);
  await page.getByLabel('Your name').fill('Alex Kern');
  await page.getByLabel('Email').fill('alex@shop.example.com');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Website name').fill('Fjell & Forest');
  await page.getByRole('group', { name: 'Address' }).getByRole('textbox').first().fill('shop.example.com');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Indigo').click({ force: true });
  await page.getByLabel('Greeting').fill('Hello! Ask us anything about boots, tents and the weather.');
  await take(page, 'setup');
  await page.getByRole('button', { name: 'Open Baton' }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/setup'));
  await page.goto(`${url}/start`);
  await page.getByText('Publish the first answer').waitFor();
  await take(page, 'start');
  await page.context().close();
}

async function aPage(browser: Browser, screen: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ colorScheme: 'light', locale: 'en-GB', reducedMotion: 'reduce', ...screen });
  return context.newPage();
}

async function signedIn(browser: Browser, url: string, email: string, screen: BrowserContextOptions = CONSOLE): Promise<Page> {
  const page = await aPage(browser, screen);
  await page.goto(`${url}/login`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/inbox/);
  return page;
}

async function ask(page: Page, text: string): Promise<void> {
  const composer = page.locator('baton-widget .composer textarea');
  await composer.fill(text);
  await composer.press('Enter');
}

/** After its first sentence an answer goes no further: built-in answers are otherwise too quick to be seen half-written. */
async function holdTheEndOfAnswers(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const baton = socket.connectToServer();
    let answering = false;
    baton.onMessage((frame) => {
      if (!answering || !/"message\.(delta|created)"/.test(String(frame))) socket.send(frame);
      answering ||= String(frame).includes('"message.delta"');
    });
  });
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready');
  // Skeletons give way, and what moves comes to rest.
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled', caret: 'hide' });
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

async function startBaton(env: Readonly<Record<string, string>>): Promise<{ url: string; setUpAt: string | undefined }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, 'dist/server/main.js')], {
    cwd: root,
    env: {
      ...process.env,
      BATON_PORT: String(port),
      BATON_DATA_DIR: join(folder, String(port)),
      BATON_DEMO_PASSWORD: PASSWORD,
      BATON_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  servers.push(child);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (said.includes('Baton is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`Baton ended (${code}) before it was ready.`)));
    setTimeout(reject, READY_WITHIN_MS, new Error('Baton was not ready in time.')).unref();
  });
  return { url: `http://localhost:${port}`, setUpAt: said.match(/Set up Baton at (http[^\s"]+)/)?.[1] };
}
