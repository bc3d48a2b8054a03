import { DIALOG, state, type State } from './state.js';

/** People, teams, roles, keys and oneself, and what is not there at all. */
export const PEOPLE: readonly State[] = [
  state('the people', 'admin', async (page) => {
    await page.follows('All articles');
    await page.answers('Leave page');
    await page.goesTo('People');
    await page.page.getByRole('row', { name: /Bea Santos/ }).waitFor();
  }),
  state('a person', 'admin', async (page) => {
    await page.follows('Bea Santos');
    await page.field('Name').waitFor();
  }),
  state(
    'a link to hand over',
    'admin',
    async (page) => {
      await page.presses('Link for another password');
      await page.dialog.getByRole('textbox', { name: 'Link' }).waitFor();
    },
    DIALOG,
  ),
  state(
    'somebody about to be sent away',
    'admin',
    async (page) => {
      await page.answers('I have copied it');
      await page.presses('Deactivate');
      await page.dialog.getByRole('checkbox', { name: /they hold/ }).waitFor();
    },
    DIALOG,
  ),
  state('a new person, with what is wrong', 'admin', async (page) => {
    await page.visits('/people/new');
    await page.presses('Add a role');
    await page.fills('Email', 'nobody');
    await page.presses('Invite');
    await page.page.locator('.error:visible').first().waitFor();
  }),
  state('a new team, with what is wrong', 'admin', async (page) => {
    await page.visits('/people/teams');
    await page.follows('New team');
    await page.fills('Name', 'Billing');
    await page.fills('Name', '');
    await page.field('Name').press('Tab');
    await page.page.getByText('Give the team a name').waitFor();
  }),
  state('the roles', 'admin', async (page) => {
    await page.visits('/people/roles');
    await page.page.getByRole('row', { name: /Analyst/ }).waitFor();
  }),
  state('a role that stays as it is', 'admin', async (page) => {
    await page.follows('Supervisor');
    await page.page.getByLabel('Reply to visitors').waitFor();
  }),
  state('a new role, with what is wrong', 'admin', async (page) => {
    await page.visits('/people/roles/new');
    await page.fills('Description', 'Nothing yet');
    await page.presses('Save');
    await page.page.getByText('Choose what it may do').waitFor();
  }),
  state('the audit log', 'admin', async (page) => {
    await page.visits('/people/audit');
    await page.page
      .getByRole('row', { name: /signed in/ })
      .first()
      .waitFor();
  }),
  state('a link that leads nowhere', 'nobody', async (page) => {
    await page.visits('/welcome#nothing');
    await page.page.getByText('This link leads nowhere any more').waitFor();
  }),
  state('no keys', 'admin', async (page) => {
    await page.visits('/people/keys');
    await page.page.getByText('No API keys').waitFor();
  }),
  state(
    'a new key, with what is missing',
    'admin',
    async (page) => {
      await page.presses('New API key');
      await page.dialog.getByRole('button', { name: 'Make key' }).click();
      await page.page.getByText('Choose what it may do').waitFor();
    },
    DIALOG,
  ),
  state(
    'a key that was made',
    'admin',
    async (page) => {
      // The same administrator makes one at each screen.
      await page.dialog.getByLabel('Name').fill(`Report ${page.page.viewportSize()!.width}`);
      await page.dialog.getByLabel('See website settings').check();
      await page.dialog.getByRole('button', { name: 'Make key' }).click();
      await page.dialog.getByText('Your new key').waitFor();
    },
    DIALOG,
  ),
  state('the keys there are, and the news that one has gone', 'admin', async (page) => {
    await page.answers('I have stored it');
    await page.presses(`Revoke Report ${page.page.viewportSize()!.width}`);
    await page.answers('Revoke key');
    await page.page.getByText(/was revoked/).waitFor();
  }),
  state('my profile, with what is wrong', 'admin', async (page) => {
    await page.visits('/people/me');
    await page.presses('Change password');
    await page.page.getByText('Choose a new password').waitFor();
  }),
  state('a page that does not exist', 'admin', async (page) => {
    await page.visits('/nowhere');
    await page.page.getByText('There is nothing here').waitFor();
  }),
];
