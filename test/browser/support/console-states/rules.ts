import { DIALOG, MENU, state, type State } from './state.js';

const TREE = 'baton-rule-tree';

/** Writing a rule, trying it, and what words decide. */
export const RULES: readonly State[] = [
  state('the rules', 'admin', async (page) => {
    await page.visits('/rules');
    await page.page.getByRole('link', { name: 'Legal matters' }).waitFor();
  }),
  state(
    'what can be done with a rule',
    'admin',
    async (page) => {
      await page.presses('More about Legal matters');
      await page.page.getByRole('menu').waitFor();
    },
    MENU,
  ),
  state(
    'bringing rules in',
    'admin',
    async (page) => {
      await page.page.keyboard.press('Escape');
      await page.presses('Import');
      await page.dialog.waitFor();
      await page.page.getByLabel('Rules as JSON').fill('{"rules": 1}');
    },
    DIALOG,
  ),
  state('a new rule, with what is missing', 'admin', async (page) => {
    await page.visits('/rules/new');
    await page.presses('Create rule');
    await page.page.getByText('Give the rule a name').first().waitFor();
  }),
  state(
    'choosing what to ask about',
    'admin',
    async (page) => {
      await page.page.getByRole('button', { name: 'Choose what to ask about' }).click();
      await page.page.getByRole('combobox', { name: 'Search facts' }).waitFor();
    },
    DIALOG,
  ),
  state('a rule of two groups, lit', 'admin', async (page) => {
    await page.visits('/rules/new?as=waiting');
    await page.page.locator(TREE).getByRole('button', { name: 'Group', exact: true }).click();
    await page.page.getByRole('button', { name: 'Choose what to ask about' }).click();
    await page.page.getByRole('combobox', { name: 'Search facts' }).fill('mood');
    await page.page.keyboard.press('Enter');
    await page.dialog.waitFor({ state: 'detached' });
    await page.fills('What a visitor might write', 'You charged my card twice!');
    await page.presses('Try');
    await page.page.getByText('Would keep still.').first().waitFor();
  }),
  state('a rule that was replayed', 'admin', async (page) => {
    await page.presses('Replay');
    await page.page.locator('baton-comparison').first().waitFor();
  }),
  state(
    'conditions as JSON',
    'admin',
    async (page) => {
      await page.page.getByRole('radio', { name: 'JSON' }).check();
      await page.page.locator('baton-json-tab textarea').fill('{"all": [}');
      await page.page.getByText('This is no JSON from here on').first().waitFor();
    },
    'baton-json-tab',
  ),
  state('a rule that came with the website', 'admin', async (page) => {
    await page.visits('/rules');
    await page.follows('Billing');
    await page.page.getByText('Came with the website').first().waitFor();
  }),
  state('topics, with one on trial', 'admin', async (page) => {
    await page.visits('/rules/topics');
    await page.fills('What a visitor might write', 'You charged my card twice!');
    await page.presses('Try');
    await page.page.getByText('It is about billing.').first().waitFor();
  }),
];
