import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BatonTeam } from '#sdk';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage, type Login } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually } from './support/visitor-page.js';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
const CARA = { name: 'Cara Novak', email: 'cara@nord.example', password: 'chosen by cara herself' };

/** An administrator at a desk and whoever they let in, on a phone in the dark: each test goes on where the one before has stopped. */
describeInChromium('people, and what they may do', (browser) => {
  let baton: RunningBaton;
  let boss: BatonTeam;
  let admin: ConsolePage;
  let cara: ConsolePage;
  let link: string;

  beforeAll(async () => {
    baton = await RunningBaton.start();
    boss = await baton.team('admin');
    admin = await signedIn(baton.login('admin'));
  });
  afterAll(() => baton?.stop());

  const signedIn = async (login: Login, look = {}): Promise<ConsolePage> => {
    const page = await ConsolePage.open(browser(), baton.url, '/login', look);
    await page.signsIn(login);
    return page;
  };
  const linkShown = async (): Promise<string> => {
    const shown = (await admin.dialog.getByRole('textbox', { name: 'Link' }).textContent())!;
    await admin.answers('I have copied it');
    return shown;
  };
  const pathOf = (address: string): string => address.slice(new URL(address).origin.length);
  const row = (name: RegExp) => admin.page.getByRole('row', { name });
  const theirs = (path: string): Promise<number> => cara.page.evaluate(`fetch('/api/v1${path}').then(({ status }) => status)`);

  it('lets somebody sign in with the keyboard alone, and brings them where they wanted to go', async () => {
    const one = await ConsolePage.open(browser(), baton.url, '/people/me');
    const { keyboard } = one.page;
    const login = baton.login('ana');
    await one.arrives(/\/login\?next=/);
    await eventually(() => one.focused('[type=email]'));
    await keyboard.type(login.email);
    await keyboard.press('Tab');
    await keyboard.type('not the password');
    await keyboard.press('Enter');
    await one.sees('Email and password do not belong together.');
    expect(await one.field('Email').inputValue()).toBe(login.email);
    await keyboard.press('Control+A');
    await keyboard.type(login.password);
    await keyboard.press('Enter');
    await one.arrives(/\/people\/me$/);
    await one.sees('Where you are signed in');

    await one.page.reload();
    await one.sees('Where you are signed in');
    await keyboard.press('Tab');
    expect(await one.focused('.skip')).toBe(true);
    await keyboard.press('Enter');
    expect(await one.focused('main')).toBe(true);
    expect(one.troubles).toEqual([]);
    await one.close();
  });

  it('invites somebody by a link that is shown once', async () => {
    await admin.goesTo('People');
    await admin.follows('Invite person');
    await admin.fills('Name', CARA.name);
    await admin.fills('Email', 'cara at nord');
    await admin.presses('Invite');
    await admin.sees('An address such as ana@example.com');
    expect(await admin.focused('[type=email]')).toBe(true);
    await admin.fills('Email', baton.login('bea').email);
    await admin.presses('Invite');
    await admin.sees('Is taken already');
    expect(await admin.field('Name').inputValue()).toBe(CARA.name);
    await admin.fills('Email', CARA.email);
    await admin.field('Email').press('Enter');
    link = await linkShown();
    await admin.arrives(/\/people\/[0-9a-f-]{36}$/);
    await admin.sees(/Invited, and has not come yet/);
    await admin.page.reload();
    await admin.sees(/Invited, and has not come yet/);
    expect(await admin.page.content()).not.toContain(link.split('#')[1]);
  });

  it('lets them in with a password of their own, once', async () => {
    await admin.presses('New invitation link');
    const second = await linkShown();
    cara = await ConsolePage.open(browser(), baton.url, pathOf(link), PHONE);
    await cara.sees('This link leads nowhere any more');
    await cara.page.goto('about:blank');
    await cara.visits(pathOf(second));
    await cara.sees(`Welcome to Baton, ${CARA.name}`);
    await cara.fills('New password', CARA.password);
    await cara.fills('New password again', 'something else');
    await cara.presses('Sign in');
    await cara.sees('The two do not match');
    await cara.fills('New password again', CARA.password);
    await cara.field('New password again').press('Enter');
    await cara.arrives(/\/inbox/);

    await admin.follows('All people');
    await row(/Cara Novak.*Agent.*Online/).waitFor();
    const late = await ConsolePage.open(browser(), baton.url, pathOf(second));
    await late.sees('This link leads nowhere any more');
    await late.follows('To the login');
    await late.field('Email').waitFor();
    await late.close();
  });

  it('makes a role like another one, gives it, and changes what it allows under their feet', async () => {
    await admin.follows('Roles');
    await admin.follows('Analyst');
    expect(await admin.page.getByLabel('Reply to visitors').isDisabled()).toBe(true);
    await admin.follows('Make a role like this');
    await eventually(async () => (await admin.field('Name').inputValue()) === 'Analyst (copy)');
    await admin.fills('Name', 'agent');
    await admin.page.getByLabel('Read the audit log').check();
    await admin.presses('Save');
    await admin.sees('Is taken already');
    await admin.fills('Name', 'Auditor');
    await admin.presses('Save');
    await admin.isTold('Auditor was saved');
    await row(/Auditor.*7 permissions/).waitFor();

    await admin.follows('Members');
    await admin.follows(CARA.name);
    await admin.field('Role 1').selectOption({ label: 'Auditor' });
    await admin.presses('Save');
    await admin.isTold('Cara Novak was saved');
    await cara.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await cara.follows('Audit log');
    await cara.sees(/made a role/);

    await admin.visits('/people/roles');
    await admin.follows('Auditor');
    await admin.sees('One person holds this role');
    await admin.presses('Delete role');
    await admin.isTold(/One person holds it/);
    await admin.page.getByLabel('Read the audit log').uncheck();
    await admin.presses('Save');
    await admin.isTold('Auditor was saved');
    expect(await theirs('/audit')).toBe(403);
    expect(await theirs('/handoffs')).toBe(200);
  });

  it('shows those who may not change anything what they may see', async () => {
    await cara.visits('/people');
    await cara.page.getByRole('row', { name: /Alex Kern.*Admin/ }).waitFor();
    for (const name of ['Invite person', 'Alex Kern', 'API keys', 'Audit log']) expect(await cara.page.getByRole('link', { name }).count()).toBe(0);
    await cara.follows('Roles');
    await cara.follows('Auditor');
    await cara.page.getByLabel('Read the audit log').waitFor();
    expect(await cara.page.getByLabel('Read the audit log').isDisabled()).toBe(true);
    for (const name of ['Save', 'Delete role']) expect(await cara.page.getByRole('button', { name }).count()).toBe(0);
    await cara.visits('/people/keys');
    await cara.sees('There is nothing here');
  });

  it('groups people into teams, and asks before input is lost', async () => {
    await admin.visits('/people/teams');
    await admin.follows('New team');
    await admin.page.getByLabel(/Bea Santos/).check();
    await admin.presses('Save');
    await admin.sees('Give the team a name');
    await admin.follows('All teams');
    await admin.dialog.getByText('Leave without saving?').waitFor();
    await admin.page.keyboard.press('Escape');
    await admin.dialog.waitFor({ state: 'detached' });
    await admin.fills('Name', 'Night shift');
    await admin.presses('Save');
    await admin.isTold('Night shift was saved');
    await row(/Night shift.*Bea Santos/).waitFor();
    expect((await boss.teams.list()).items.map(({ name }) => name)).toContain('Night shift');
    await admin.follows('Night shift');
    await admin.presses('Delete team');
    await admin.answers('Delete team');
    await admin.isTold('Night shift was deleted');
  });

  it('finds people, and sends somebody away with what they hold going back to the queue', async () => {
    const { items } = await boss.users.list();
    const { id } = items.find(({ email }) => email === CARA.email)!;
    await boss.users.update(id, { memberships: [{ websiteId: null, role: 'agent' }] });
    const { items: waiting } = await boss.handoffs.list({ status: 'pending' });
    await boss.handoffs.assign(waiting[0]!.id, { userId: id });

    await admin.visits('/people');
    await admin.fills('Search by name or email', 'nobody like this');
    await admin.sees('Nobody found');
    await admin.fills('Search by name or email', 'NORD.EX');
    await admin.follows(CARA.name);
    await admin.presses('Deactivate');
    await admin.dialog.getByLabel('Put the one conversation they hold back into the queue').waitFor();
    await admin.answers('Deactivate');
    await admin.isTold('Cara Novak was deactivated');
    await cara.arrives(/\/login/);
    await eventually(async () => (await boss.handoffs.get(waiting[0]!.id)).status === 'pending');

    await admin.follows('All people');
    await admin.page.getByText('One deactivated person').click();
    await admin.presses('Reactivate Cara Novak');
    await admin.isTold('Cara Novak can sign in again');
    await row(/Cara Novak/).waitFor();
  });

  it('gives the way back in to somebody who forgot, which ends what was signed in', async () => {
    await cara.visits('/login');
    await cara.signsIn(CARA);
    await admin.follows(CARA.name);
    await admin.presses('Link for another password');
    const reset = await linkShown();
    const elsewhere = await ConsolePage.open(browser(), baton.url, pathOf(reset));
    await elsewhere.sees('Choose another password');
    await elsewhere.fills('New password', 'another one of caras');
    await elsewhere.fills('New password again', 'another one of caras');
    await elsewhere.presses('Sign in');
    await elsewhere.arrives(/\/inbox/);
    await cara.arrives(/\/login/);
    expect(elsewhere.troubles).toEqual([]);
    await elsewhere.close();
    expect(cara.troubles).toEqual([]);
    await cara.close();
  });

  it('shows an API key once, and ends it when it is revoked', async () => {
    await admin.visits('/people/keys');
    await admin.presses('Make the first key');
    await admin.dialog.getByRole('button', { name: 'Make key' }).click();
    await admin.sees('Name the program that will use it');
    await admin.sees('Choose what it may do');
    await admin.dialog.getByLabel('Name').fill('Report');
    await admin.dialog.getByRole('radio', { name: 'Read only' }).check({ force: true });
    await eventually(() => admin.dialog.getByLabel('See handoffs, transcripts and notes').isChecked());
    await admin.dialog.getByLabel('Read the audit log').uncheck();
    await eventually(() => admin.dialog.getByRole('radio', { name: 'By hand' }).isChecked());
    await admin.dialog.getByLabel('Works until').selectOption('30 days from now');
    await admin.dialog.getByRole('button', { name: 'Make key' }).click();
    await admin.dialog.getByText('Your new key').waitFor();
    const key = (await admin.dialog.getByRole('textbox', { name: 'API key' }).textContent())!;
    const sample = (await admin.dialog.getByRole('textbox', { name: 'Try it' }).textContent())!;
    expect(sample).toContain(`Bearer ${key}`);
    const ask = (path: string) => fetch(`${baton.url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } }).then(({ status }) => status);
    expect([await ask('/websites'), await ask('/audit')]).toEqual([200, 403]);
    await admin.answers('I have stored it');
    await row(new RegExp(`Report ${key.slice(0, 8)}….*permissions.*Alex Kern`)).waitFor();
    expect(await admin.page.content()).not.toContain(key);

    await admin.presses('Revoke Report');
    await admin.answers('Revoke key');
    await admin.isTold(/was revoked/);
    await admin.sees('No API keys');
    expect(await ask('/websites')).toBe(401);
  });

  it('lets everybody look after their own account', async () => {
    const bea = await signedIn(baton.login('bea'));
    const phone = await signedIn(baton.login('bea'), PHONE);
    await bea.visits('/people/me');
    await bea.fills('Name', ' ');
    await bea.fills('Name', '');
    await bea.field('Name').press('Enter');
    await bea.sees('Say who you are');
    await bea.fills('Name', 'Beatriz Santos');
    await bea.field('Name').press('Enter');
    await bea.isTold('Your name was saved');
    await eventually(async () => (await boss.users.list()).items.some(({ name }) => name === 'Beatriz Santos'));

    await bea.sees('This browser');
    await bea.presses('Sign out everywhere else');
    await bea.answers('Sign out everywhere else');
    await bea.isTold('You are signed in here alone');
    await phone.arrives(/\/login/);
    await phone.close();

    await bea.fills('Current password', 'not the password');
    await bea.fills('New password', 'a better long password');
    await bea.fills('New password again', 'a better short password');
    await bea.presses('Change password');
    await bea.sees('The two do not match');
    await bea.fills('New password again', 'a better long password');
    await bea.presses('Change password');
    await bea.page.locator('ba-field', { hasText: 'Current password' }).locator('.error:visible').waitFor();
    await bea.fills('Current password', baton.login('bea').password);
    await bea.presses('Change password');
    await bea.isTold(/Password changed/);

    await bea.page.getByRole('radio', { name: 'Deutsch' }).check({ force: true });
    await bea.page.getByRole('heading', { name: 'Wo Sie angemeldet sind' }).waitFor();
    await bea.fills('Heutiges Passwort', 'falsch');
    await bea.fills('Neues Passwort', 'noch ein langes Passwort');
    await bea.fills('Neues Passwort noch einmal', 'noch ein langes Passwort');
    await bea.presses('Passwort ändern');
    await bea.sees('Ist falsch oder war zu oft falsch');
    expect(bea.troubles).toEqual([]);
    await bea.close();
  });

  it('says who did what, about what one chooses', async () => {
    await admin.visits('/people/audit');
    await row(/\d{4} \d{2}:\d{2} Beatriz Santos changed their password/).waitFor();
    await admin.page.getByLabel('About').selectOption('Roles');
    await row(/Alex Kern made a role Auditor/).waitFor();
    await eventually(async () => (await row(/password/).count()) === 0);
    await admin.page.getByLabel('Who').selectOption('Cara Novak');
    await admin.sees('Nothing was written down');
    await admin.presses('Show everything');
    await row(/Cara Novak came in by their invitation/).waitFor();
    expect(admin.troubles).toEqual([]);
  });
});
