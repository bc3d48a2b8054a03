import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AgentPage } from './support/agent-page.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

/** One rule from its first word to its last version: each test goes on where the one before has stopped. */
describeInChromium('a rule in the console', (browser) => {
  let baton: RunningBaton;
  let admin: ConsolePage;
  let visitor: VisitorPage;

  beforeAll(async () => {
    baton = await RunningBaton.start();
    admin = await ConsolePage.open(browser(), baton.url, '/login');
    await admin.signsIn(baton.login('admin'));
  });
  afterAll(() => baton?.stop());

  const chooses = async (fact: string): Promise<void> => {
    await admin.page.getByRole('combobox', { name: 'Search facts' }).fill(fact);
    await admin.page.keyboard.press('Enter');
    await admin.dialog.waitFor({ state: 'detached' });
  };

  it('is written in groups, by mouse and by keyboard', async () => {
    await admin.goesTo('Rules');
    await admin.follows('New rule');
    await admin.fills('Name', 'Wholesale');
    await admin.page.getByRole('button', { name: 'Choose what to ask about' }).click();
    await chooses('text of the message');
    const words = admin.page.getByRole('textbox', { name: 'Value of Text of the message' });
    await words.fill('wholesale');
    await admin.page.getByRole('button', { name: 'Condition', exact: true }).first().click();
    await chooses('length of the message');
    // The second before the first, by its handle alone.
    await admin.page.getByRole('button', { name: /^Move or change: the length/ }).press('Alt+ArrowUp');
    await admin.sees(/^Hand over when the length of the message is at least 120 and the message contains wholesale\.$/);
    await admin.page.getByRole('button', { name: /^Move or change: the length/ }).press('Delete');
    await admin.isTold('Removed');
    await admin.sees('Hand over when the message contains wholesale.');
    await admin.presses('Undo');
    await admin.sees(/at least 120 and/);
    await admin.presses('Redo');
    await admin.sees('Hand over when the message contains wholesale.');
  });

  it('says at the very condition what cannot be, in sentences and in JSON', async () => {
    await admin.page.getByRole('radio', { name: 'JSON' }).check();
    const json = admin.page.getByRole('textbox', { name: /conditions as JSON/ });
    const document = JSON.parse(await json.inputValue()) as object;
    expect(document).toEqual({ all: [{ fact: 'message.text', operator: 'contains', value: 'wholesale' }] });
    await json.fill('{ "all": [ { "fact": "message.text", "operator": "matches", "value": "(wholesale" } ');
    await admin.sees('This is no JSON from here on');
    await json.fill('{ "all": [ { "fact": "message.text", "operator": "matches", "value": "(wholesale" } ] }');
    await admin.page.getByRole('radio', { name: 'Sentences' }).check();
    await admin.sees(/^This pattern cannot be used/);
    await admin.page.getByRole('textbox', { name: 'Value of Text of the message' }).fill('(?i)wholesale|bulk');
    await admin.page.getByText(/^This pattern cannot be used/).waitFor({ state: 'detached' });
  });

  it('is tried while it is written, and lights up', async () => {
    await admin.fills('What a visitor might write', 'Do you have WHOLESALE prices?');
    await admin.field('What a visitor might write').press('Enter');
    await admin.sees('Would hand over.');
    await admin.page.locator('baton-condition-node.met').waitFor();
    await admin.page.getByRole('textbox', { name: 'Value of Text of the message' }).fill('(?i)retail');
    await admin.sees('Would keep still.');
    await admin.page.getByRole('textbox', { name: 'Value of Text of the message' }).fill('(?i)wholesale|card');
    await admin.sees('Would hand over.');
  });

  it('is replayed over what was said, one click from the words', async () => {
    await admin.presses('Replay');
    await admin.page.locator('baton-replay-panel .hit').first().click();
    await admin.dialog.getByText(/card/i).first().waitFor();
    await admin.page.keyboard.press('Escape');
    await admin.dialog.waitFor({ state: 'detached' });
  });

  it('begins in shadow, where it decides and does nothing', async () => {
    await admin.page.getByRole('textbox', { name: 'Value of Text of the message' }).fill('(?i)wholesale|delivery');
    await admin.presses('Create rule');
    await admin.isTold(/^Saved as version 1, Shadow/);
    await admin.arrives(/\/rules\/[0-9a-f-]{36}$/);
    visitor = await VisitorPage.open(await browser().newContext({ viewport: { width: 1280, height: 800 } }), `${baton.url}/demo`);
    await visitor.openChat();
    await visitor.write('How long does delivery take?');
    await visitor.sees(/2 to 3 working days/);
    await admin.page.reload();
    await admin.sees('in shadow');
  });

  it('goes live, and calls a person who sees why', async () => {
    await admin.page.getByRole('radio', { name: 'Live' }).check();
    await admin.fills('Tell the visitor', 'Our sales team takes this.');
    await admin.presses('Save version 2');
    await admin.isTold(/^Saved as version 2, Live/);
    await visitor.write('I need wholesale prices, please');
    await visitor.sees('Our sales team takes this.');

    const ana = await AgentPage.signIn(browser(), baton.url, baton.login('ana'));
    await ana.lookAt('Unassigned');
    await ana.open('I need wholesale prices, please');
    await ana.sees(/rule “Wholesale” v2/);
    await ana.sees(/the message matches/);
    await ana.close();
    await admin.visits('/inbox/unassigned');
    await admin.page.getByText('I need wholesale prices, please').first().click();
    await admin.follows(/rule “Wholesale” v2/);
    await admin.arrives(/\/rules\/[0-9a-f-]{36}$/);
  });

  it('goes back to what it was', async () => {
    await admin.sees('Shadow → Live');
    await admin.presses('Roll back to 1');
    await admin.answers('Roll back to 1');
    await admin.isTold('Rolled back to what was version 1');
    await eventually(async () => (await admin.field('Tell the visitor').inputValue()) === '');
    await admin.page.locator('baton-version-list li[aria-current]').getByText('another message to the visitor').waitFor();
    // What it says goes back; whether it may act is another question.
    expect(await admin.page.getByRole('radio', { name: 'Live' }).isChecked()).toBe(true);
  });

  it('keeps what somebody else changed meanwhile from being lost', async () => {
    const id = admin.page.url().split('/').at(-1)!;
    await admin.fills('Name', 'Wholesale, mine');
    const response = await fetch(`${baton.url}/api/v1/rules/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: await cookieOf(admin), origin: baton.url },
      body: JSON.stringify({ priority: 60 }),
    });
    expect(response.status).toBe(200);
    await admin.presses(/^Save version/);
    await admin.sees(/has changed this rule meanwhile/);
    await admin.sees('place in the order 50 → 60');
    await admin.presses('Save mine over it');
    await admin.isTold(/^Saved as version/);
    await admin.page.getByRole('heading', { level: 1, name: 'Wholesale, mine' }).waitFor();
    expect(admin.troubles).toEqual([]);
  });
});

async function cookieOf({ page }: ConsolePage): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
