import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { AgentPage } from './support/agent-page.js';
import { violations } from './support/axe.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';

/** Who looks: somebody signed out, an agent, an administrator; each at a wide and at a narrow screen. */
interface Screens {
  readonly nobody: ConsolePage;
  readonly ana: AgentPage;
  readonly admin: AgentPage;
}
interface State {
  readonly name: string;
  readonly who: keyof Screens;
  readonly bring: (page: never) => Promise<unknown>;
  /** What is new since the state before, when that is all there is to look at. */
  readonly part: string | undefined;
}
const state = <Who extends keyof Screens>(name: string, who: Who, bring: (page: Screens[Who]) => Promise<unknown>, part?: string): State => ({
  name,
  who,
  bring,
  part,
});

const COMPOSER = 'baton-composer';
const DIALOG = '[role=dialog]';
const MENU = '[role=menu]';

const LOOKS: Readonly<Record<number, BrowserContextOptions>> = {
  1440: {},
  390: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** Every page of the console and what can stand on it, and how to bring it about. */
const STATES: readonly State[] = [
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
  state('a setup, with what is missing', 'nobody', async (page) => {
    await page.page.route('**/api/v1/setup', (route) => route.fulfill({ json: { open: true } }));
    await page.visits('/setup');
    await page.presses('Start using Baton');
    await page.sees('Choose a password');
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
  state('a website, as an agent sees it', 'ana', async (page) => {
    await page.visits('/websites');
    await page.follows('Northwind Outdoors');
    await page.field('Name').waitFor();
  }),

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
    await page.fills('Allowed origins 1', 'shop.example/x');
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
  state('an article', 'admin', async (page) => {
    await page.page.locator('.ba-table').getByRole('link', { name: 'Delivery times' }).click();
    await page.field('Title').waitFor();
  }),
  state('a new article, with what is wrong', 'admin', async (page) => {
    await page.visits('/knowledge/new');
    await page.fills('Answer', 'Yes');
    await page.presses('Save');
    await page.page.locator('ba-field', { hasText: 'Title' }).locator('.error:visible').waitFor();
  }),
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
      await page.dialog.getByText('They hold no open conversation.').waitFor();
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

describeInChromium('everybody can use the console', (browser) => {
  let baton: RunningBaton;
  const screens = new Map<number, Screens>();

  beforeAll(async () => {
    baton = await RunningBaton.start();
    for (const [width, look] of Object.entries(LOOKS)) {
      const [nobody, ana, admin] = await Promise.all([
        ConsolePage.open(browser(), baton.url, '/login', look),
        AgentPage.signIn(browser(), baton.url, baton.login('ana'), look),
        AgentPage.signIn(browser(), baton.url, baton.login('admin'), look),
      ]);
      screens.set(Number(width), { nobody, ana, admin });
    }
  });
  afterAll(() => baton?.stop());

  it.each(STATES)('$name', async ({ who, bring, part }) => {
    const found = await Promise.all(
      [...screens].map(async ([width, people]) => {
        await bring(people[who] as never);
        return (await violations(people[who].page, part)).map((violation) => `${width} px, ${violation}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it('has pages that complain of nothing', () => {
    for (const { nobody, ana, admin } of screens.values()) expect([nobody, ana, admin].flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
