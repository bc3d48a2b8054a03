import { DIALOG, MENU, state, type State } from './state.js';

/** Taking over, websites and knowledge. */
export const ADMINISTRATION: readonly State[] = [
  state(
    'my own menu',
    'admin',
    async (page) => {
      await page.visits('/inbox/open');
      await page.presses(/, online$/);
      await page.page.getByRole('menu').waitFor();
    },
    MENU,
  ),
  state(
    'taking over',
    'admin',
    async (page) => {
      await page.page.keyboard.press('Escape');
      await page.row('Oskar Lindqvist').click();
      await page.presses('Take over');
      await page.dialog.waitFor();
    },
    DIALOG,
  ),
  state('the websites', 'admin', async (page) => {
    await page.visits('/websites');
    await page.page.getByRole('row', { name: /Northwind Rentals/ }).waitFor();
  }),
  state('a website', 'admin', async (page) => {
    await page.follows('Northwind Outdoors');
    await page.field('Name').waitFor();
  }),
  state(
    'an answer on trial',
    'admin',
    async (page) => {
      await page.fills('A visitor asks', 'How long does delivery take?');
      await page.presses('Ask');
      await page.page
        .locator('baton-answer-trial')
        .getByText(/2 to 3 working days/)
        .waitFor();
    },
    'baton-answer-trial',
  ),
  state(
    'deleting',
    'admin',
    async (page) => {
      await page.presses('Delete website');
      await page.dialog.waitFor();
    },
    DIALOG,
  ),
  state('a new website, with what is wrong', 'admin', async (page) => {
    await page.visits('/websites/new');
    await page.fills('Accent colour', '#ffffcc');
    await page.presses('Add website');
    await page.page.getByText('Give the website a name').waitFor();
  }),
  state(
    'leaving with something unsaved',
    'admin',
    async (page) => {
      await page.follows('All websites');
      await page.dialog.waitFor();
    },
    DIALOG,
  ),
  state('the articles', 'admin', async (page) => {
    await page.answers('Leave page');
    await page.goesTo('Knowledge');
    await page.page.getByRole('link', { name: 'Delivery times' }).waitFor();
  }),
  state(
    'an answer from the articles',
    'admin',
    async (page) => {
      await page.fills('A visitor asks', 'How long does delivery take?');
      await page.presses('Ask');
      await page.page.getByText('Came close').waitFor();
    },
    'baton-inquiry',
  ),
  state(
    'articles about to come in',
    'admin',
    async (page) => {
      await page.presses('Import');
      await page.dialog.getByLabel('Articles').fill('# Returns\nWithin 30 days.\n\n# Empty\n');
      await page.dialog.getByText(/there is no answer/).waitFor();
    },
    DIALOG,
  ),
  state('an article', 'admin', async (page) => {
    await page.answers('Cancel');
    await page.page.locator('.ba-table').getByRole('link', { name: 'Delivery times' }).click();
    await page.field('Title').waitFor();
  }),
  state('a new article, with what is wrong', 'admin', async (page) => {
    await page.visits('/knowledge/new');
    await page.fills('Answer', 'Yes');
    await page.presses('Save');
    await page.page.locator('ba-field', { hasText: 'Title' }).locator('.error:visible').waitFor();
  }),
];
