import { DIALOG, MENU, state, type State } from './state.js';

const COMPOSER = 'baton-composer';

/** Signing in, and the inbox of an agent. */
export const AT_WORK: readonly State[] = [
  state('signing in', 'nobody', async (page) => {
    await page.visits('/login');
    await page.field('Email').waitFor();
  }),
  state('an empty login', 'nobody', async (page) => {
    await page.presses('Sign in');
    await page.sees('Enter your password.');
  }),
  state('a refused login', 'nobody', async (page) => {
    await page.fills('Email', 'ana@demo.baton.test');
    await page.fills('Password', 'wrong');
    await page.presses('Sign in');
    await page.sees('Email and password do not belong together.');
  }),
  state('a finished setup', 'nobody', async (page) => {
    await page.visits('/setup');
    await page.sees('Baton is set up already');
  }),
  state('the inbox', 'ana', async (page) => {
    await page.visits('/inbox/unassigned');
    await page.row('Jonas Meier').waitFor();
  }),
  state('a search without a result', 'ana', async (page) => {
    await page.presses('Search');
    await page.page.locator('ba-search input').fill('nobody like this');
    await page.page.getByText('Nothing found').waitFor();
  }),
  state('an empty view', 'ana', async (page) => {
    await page.visits('/inbox/sla_at_risk');
    await page.page.getByText('Nothing is at risk').waitFor();
  }),
  state(
    'the choice of order',
    'ana',
    async (page) => {
      await page.presses(/^Sort:/);
      await page.page.getByRole('menu').waitFor();
    },
    MENU,
  ),
  state(
    'the filters',
    'ana',
    async (page) => {
      await page.page.keyboard.press('Escape');
      await page.visits('/inbox/unassigned?trigger=sensitive_topic');
      await page.presses(/^Filter/);
      await page.page.getByLabel('Reason').waitFor();
    },
    'section.list',
  ),
  state('somebody who waits', 'ana', async (page) => {
    await page.visits('/inbox/unassigned');
    await page.row('Vera Kowalska').click();
    await page.sees('Saw the same on 48190.');
  }),
  state('a conversation of my own', 'ana', async (page) => {
    await page.visits('/inbox/mine');
    await page.row('Tomás Silva').click();
    await page.sees('Promised a mixed pair');
  }),
  state('a reply being written', 'ana', (page) => page.replyField.fill('Hello'), COMPOSER),
  state(
    'a note being written',
    'ana',
    async (page) => {
      await page.page.getByRole('tab', { name: 'Note' }).click();
      await page.noteField.fill('For us');
    },
    COMPOSER,
  ),
  state(
    'the ways to end',
    'ana',
    async (page) => {
      await page.presses('More ways to end');
      await page.page.getByRole('menu').waitFor();
    },
    MENU,
  ),
  state(
    'resolving',
    'ana',
    async (page) => {
      await page.page.getByRole('menuitem', { name: 'Resolve with a note' }).click();
      await page.dialog.waitFor();
    },
    DIALOG,
  ),
  state(
    'the context',
    'ana',
    async (page) => {
      await page.answers('Cancel');
      if (!(await page.context.isVisible())) await page.presses('Context');
      await page.context.getByText('tomas.silva@example.pt').waitFor();
    },
    'baton-context-pane',
  ),
  state(
    'passing it on',
    'ana',
    async (page) => {
      await page.visits('/inbox/mine');
      await page.row('Tomás Silva').click();
      await page.sees('Promised a mixed pair');
      await page.presses('More ways to end');
      await page.page.getByRole('menuitem', { name: 'Transfer' }).click();
      await page.dialog.getByLabel('To', { exact: true }).waitFor();
    },
    DIALOG,
  ),
  state('a conversation that has ended', 'ana', async (page) => {
    await page.visits('/inbox/resolved');
    await page.row('Greta Holm').click();
    await page.sees('Card issuer refuses 3-D Secure');
  }),
  state('a handoff that is not there', 'ana', async (page) => {
    await page.visits('/inbox/open/0198c2a0-0000-7000-8000-000000000000');
    await page.page.getByText('This handoff is not here').waitFor();
  }),
  state(
    'the keys',
    'ana',
    async (page) => {
      await page.page.keyboard.press('?');
      await page.dialog.getByText('Next conversation').waitFor();
    },
    DIALOG,
  ),
  state(
    'the palette',
    'ana',
    async (page) => {
      await page.page.keyboard.press('Escape');
      await page.dialog.waitFor({ state: 'detached' });
      await page.page.keyboard.press('Control+k');
      await page.page.getByRole('option', { name: 'Websites' }).waitFor();
    },
    DIALOG,
  ),
  state(
    'what the palette finds',
    'ana',
    async (page) => {
      await page.page.keyboard.insertText('vera');
      await page.page.getByRole('option', { name: /Vera Kowalska/ }).waitFor();
    },
    DIALOG,
  ),
  state(
    'a palette that finds nothing',
    'ana',
    async (page) => {
      await page.page.keyboard.insertText(' nobody like this');
      await page.dialog.getByText('Nothing fits').waitFor();
    },
    DIALOG,
  ),
  state('a website, as an agent sees it', 'ana', async (page) => {
    await page.visits('/websites');
    await page.follows('Northwind Outdoors');
    await page.field('Name').waitFor();
  }),
];
