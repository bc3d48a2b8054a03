import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Handoff } from '#contracts';
import type { BatonTeam, BatonVisitor, BatonVisitorOptions } from '#sdk';
import { OpenAiServer } from '../fakes/openai-server.js';
import { AgentPage } from './support/agent-page.js';
import { describeInChromium } from './support/chromium.js';
import { HeldLine } from './support/held-line.js';
import { RunningBaton } from './support/running-baton.js';
import { eventually } from './support/visitor-page.js';

const SURE = '{"confidence": 0.95, "answered": true, "topics": [], "complexity": 0.1, "sources": []}\n';

/** A day of Ana's in the demo's shop: each test brings its own visitor. */
describeInChromium('the inbox', (browser) => {
  let baton: RunningBaton;
  let model: OpenAiServer;
  let ana: AgentPage;
  let admin: BatonTeam;
  let bea: BatonTeam;

  beforeAll(async () => {
    model = await OpenAiServer.start();
    baton = await RunningBaton.start({ BATON_ALLOW_PRIVATE_EGRESS: '127.0.0.0/8' });
    [ana, admin, bea] = await Promise.all([AgentPage.signIn(browser(), baton.url, baton.login('ana')), baton.team('admin'), baton.team('bea')]);
  });
  afterAll(async () => {
    await baton?.stop();
    await model?.close();
  });

  /** Somebody who waits for a person now. */
  async function waiting(
    name: string,
    website: string | null = null,
    more: Partial<BatonVisitorOptions> = {},
  ): Promise<{ visitor: BatonVisitor; handoff: Handoff }> {
    const visitor = await baton.visitor(website, { visitor: { name }, ...more });
    await visitor.send(`I want to talk to a person, my name is ${name}`);
    const found = async (): Promise<string | undefined> => (await admin.handoffs.list({ view: 'unassigned', q: name })).items[0]?.id;
    await eventually(async () => (await found()) !== undefined);
    return { visitor, handoff: await admin.handoffs.get((await found())!) };
  }

  /** The same, in a conversation that an agent has taken and looks at. */
  async function talking(agent: AgentPage, name: string, website: string | null = null): Promise<{ visitor: BatonVisitor; handoff: Handoff }> {
    const both = await waiting(name, website);
    await agent.lookAt('Unassigned');
    await agent.row(name).click();
    await agent.isWith(name);
    await agent.presses(/^Claim/);
    await agent.button(/^Resolve/).waitFor();
    return both;
  }

  it('shows who comes and who goes, and counts them, without a reload', async () => {
    await ana.lookAt('Unassigned');
    await ana.row('Jonas Meier').waitFor();
    const before = await ana.count('Unassigned');
    expect(before).toBe(8);
    const { visitor, handoff } = await waiting('Nils Berg');
    await ana.row('Nils Berg').waitFor();
    await eventually(async () => (await ana.count('Unassigned')) === before + 1);
    await bea.handoffs.claim(handoff.id);
    await ana.row('Nils Berg').waitFor({ state: 'detached' });
    await eventually(async () => (await ana.count('Unassigned')) === before);
    await ana.lookAt('All open');
    await ana.row('Nils Berg').getByText('Bea Santos').waitFor();
    await visitor.send('Is anybody there?');
    await ana.row('Is anybody there?').getByText(', unread').waitFor({ state: 'attached' });
    await bea.handoffs.resolve(handoff.id);
    await ana.row('Nils Berg').waitFor({ state: 'detached' });
    await ana.lookAt('Resolved');
    await ana.row('Nils Berg').waitFor();
  });

  it('counts in the title what waits to be looked at', async () => {
    const news = async (): Promise<number> => Number(/^\((\d+)\)/.exec(await ana.page.title())?.[1] ?? 0);
    await ana.lookAt('Mine');
    await ana.row('Tomás Silva').waitFor();
    const before = await news();
    const { handoff } = await waiting('Olga Wiik');
    await eventually(async () => (await news()) === before + 1);
    await ana.lookAt('Unassigned');
    await eventually(async () => (await news()) === before);
    await bea.handoffs.claim(handoff.id);
  });

  it('is worked with the keyboard alone', async () => {
    const { keyboard } = ana.page;
    await ana.lookAt('Unassigned');
    await ana.row('Jonas Meier').waitFor();
    await keyboard.press('j');
    await ana.isWith('Jonas Meier');
    await keyboard.press('j');
    await ana.isWith('Vera Kowalska');
    await keyboard.press('k');
    await ana.isWith('Jonas Meier');

    await keyboard.press('c');
    await eventually(() => ana.focused('baton-composer textarea:not([readonly])'));
    await keyboard.type('Hello Jonas, I am looking into it.');
    await keyboard.press('Control+Enter');
    await ana.main.locator('[data-kind=agent]').getByText('Hello Jonas, I am looking into it.').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('n');
    await eventually(() => ana.focused('[aria-label="Note for the team"]'));
    await keyboard.type('The carrier has lost it.');
    await keyboard.press('Control+Enter');
    await ana.main.locator('baton-note-item').getByText('The carrier has lost it.').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('r');
    await eventually(() => ana.focused('[aria-label="Reply to the visitor"]'));
    await keyboard.press('Escape');

    await keyboard.press('?');
    await ana.dialog.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await keyboard.press('Escape');
    await ana.dialog.waitFor({ state: 'detached' });
    await keyboard.press('e');
    await eventually(() => ana.focused('[role=dialog] textarea'));
    await keyboard.type('Sent again.');
    await keyboard.press('Control+Enter');
    await ana.isTold('Resolved.');
    await ana.sees('Sent again.');

    await keyboard.press('/');
    await eventually(() => ana.focused('ba-search input'));
    await keyboard.type('aiko');
    await ana.row('Vera Kowalska').waitFor({ state: 'detached' });
    expect(await ana.row('Aiko Nakamura').count()).toBe(1);
    await keyboard.press('Escape');
    await ana.row('Vera Kowalska').waitFor();
  });

  it('keeps drafts over a reload and over giving the conversation back', async () => {
    const { visitor } = await talking(ana, 'Dora Lund');
    await ana.replyField.fill('Half a reply');
    await ana.page.getByRole('tab', { name: 'Note' }).click();
    await ana.noteField.fill('Half a note');
    await ana.page.reload();
    await ana.isWith('Dora Lund');
    expect(await ana.replyField.inputValue()).toBe('Half a reply');
    await ana.page.getByRole('tab', { name: 'Note' }).click();
    expect(await ana.noteField.inputValue()).toBe('Half a note');

    await ana.presses('More ways to end');
    await ana.page.getByRole('menuitem', { name: 'Release to the queue' }).click();
    await ana.isTold('Back in the queue.');
    await eventually(() => visitor.session?.owner === 'queue');
    await ana.presses(/^Claim/);
    await ana.button(/^Resolve/).waitFor();
    expect(await ana.replyField.inputValue()).toBe('Half a reply');
    await eventually(() => visitor.session?.agent?.name === 'Ana Kovač');
  });

  it('gives a reply back that came too late, because somebody else has taken over', async () => {
    const late = await AgentPage.signIn(browser(), baton.url, baton.login('bea'));
    const line = await HeldLine.of(late.page);
    await late.page.reload();
    const { visitor, handoff } = await talking(late, 'Filip Roos');
    const heard: string[] = [];
    visitor.on('message', ({ text }) => heard.push(text));
    line.hold();
    await late.replies('I will refund you');
    await late.sees('sending …');
    await admin.handoffs.forceClaim(handoff.id);
    await late.page.getByText('With Alex Kern').waitFor();
    line.release();

    await late.isTold('Not sent: this conversation is no longer yours to answer. Your text is kept as a draft.');
    expect(await late.replyField.inputValue()).toBe('I will refund you');
    expect(await late.replyField.isEditable()).toBe(false);
    await late.page.reload();
    await late.isWith('Filip Roos');
    expect(await late.replyField.inputValue()).toBe('I will refund you');
    await visitor.catchUp();
    expect(heard.filter((text) => text.includes('refund'))).toEqual([]);
    expect(late.troubles).toEqual([]);
    await late.close();
  });

  it('shows the words of the AI while it writes them', async () => {
    const site = await admin.websites.create({
      name: 'Model Railways',
      allowedOrigins: [baton.url],
      assistant: { responder: 'openai_compatible', baseUrl: model.baseUrl, model: model.model, apiKey: model.apiKey },
    });
    const { visitor } = await talking(ana, 'Tilda Moe', site.publicKey);
    await ana.presses('Return to AI');
    await ana.isTold('The AI goes on, knowing what was said.');

    const words = ['Gauge ', 'one ', 'is ', 'the ', 'largest ', 'of ', 'them.'];
    model.next({ kind: 'say', text: [SURE, ...words], everyMs: 150 });
    await visitor.send('Which gauge is the largest?');
    const streaming = ana.main.locator('.streaming');
    await streaming.getByText('Gauge one').waitFor();
    expect(await streaming.textContent()).not.toContain('them.');
    await ana.main.locator('[data-kind=ai]').getByText('Gauge one is the largest of them.').waitFor();
    expect(await streaming.count()).toBe(0);
  });

  it('shows beside the conversation who it is with', async () => {
    const page = { url: `${baton.url}/demo/tents?from=mail`, title: 'Tents' };
    await waiting('Greta Sund', null, {
      visitor: { name: 'Greta Sund', email: 'greta@example.org', attributes: { plan: 'gold' } },
      page,
      locale: 'sv',
      timeZone: 'Europe/Stockholm',
    });
    await ana.lookAt('Unassigned');
    await ana.row('Greta Sund').click();
    for (const fact of ['greta@example.org', 'Not verified · first session', 'Swedish', 'Stockholm', 'gold', 'Tents', 'Waiting', 'Nobody yet']) {
      await ana.context.getByText(fact).first().waitFor();
    }
    await ana.context.getByText(/^Opened by rule/).waitFor();
    await ana.presses(/^Claim/);
    await ana.context.getByText('Claimed by Ana Kovač').waitFor();

    await ana.presses('Context');
    await ana.context.waitFor({ state: 'detached' });
    await ana.page.reload();
    await ana.isWith('Greta Sund');
    expect(await ana.context.count()).toBe(0);
    await ana.presses('Context');
    await ana.context.waitFor();
  });

  it('folds to two panes on a tablet', async () => {
    await ana.page.setViewportSize({ width: 1024, height: 768 });
    await ana.page.getByRole('navigation', { name: 'Views' }).waitFor({ state: 'hidden' });
    await ana.presses(/^View:/);
    await ana.page.getByRole('menuitem', { name: /^Mine/ }).click();
    await ana.row('Tomás Silva').click();
    await ana.isWith('Tomás Silva');
    expect(await ana.list.isVisible()).toBe(true);
    await ana.sees('Does the 60 days rule apply?');
    // The context lies over the thread and goes again.
    if (!(await ana.context.isVisible())) await ana.presses('Context');
    await ana.presses('Close context');
    await ana.context.waitFor({ state: 'detached' });
    await ana.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('shows one pane on a phone, with a way back', async () => {
    const phone = await AgentPage.signIn(browser(), baton.url, baton.login('bea'), {
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    });
    await phone.row('Vera Kowalska').tap();
    await phone.isWith('Vera Kowalska');
    expect(await phone.list.isVisible()).toBe(false);
    expect(await phone.page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    await phone.page.getByRole('button', { name: 'Context' }).tap();
    await phone.context.getByText('vera@example.org').waitFor();
    await phone.page.getByRole('button', { name: 'Close context' }).tap();
    await phone.page.getByRole('button', { name: 'Back to the list' }).tap();
    await phone.row('Vera Kowalska').tap();
    await phone.isWith('Vera Kowalska');
    await phone.page.goBack();
    await phone.row('Vera Kowalska').waitFor();
    expect(await phone.main.count()).toBe(0);
    expect(await phone.page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    expect(phone.troubles).toEqual([]);
    await phone.close();
  });

  it('says that the server is gone, and misses nothing when it is back', async () => {
    const { visitor, handoff } = await talking(ana, 'Ronja Falk');
    await ana.replies('One moment, please.');
    await ana.main.locator('[data-kind=agent]').getByText('One moment, please.').waitFor();
    await baton.process.kill();
    const banner = ana.page.getByText('Connection lost, trying again.');
    await banner.waitFor();
    await ana.replies('Written while the server was away.');
    await ana.replyField.fill('And half a');
    const unsent = visitor.send('Are you still there?');
    await baton.process.start();
    await unsent;

    await banner.waitFor({ state: 'detached' });
    await ana.main.locator('[data-kind=agent]').getByText('Written while the server was away.').waitFor();
    await ana.sees('Are you still there?');
    expect(await ana.replyField.inputValue()).toBe('And half a');
    expect(await ana.main.locator('baton-outgoing-item').count()).toBe(0);
    const { items } = await admin.sessions.messages(handoff.sessionId, {});
    expect(items.filter(({ text }) => text === 'Written while the server was away.')).toHaveLength(1);
    expect(await ana.seqs()).toEqual(items.filter(({ author }) => author.kind !== 'system').map(({ seq }) => seq));
    expect(ana.troubles).toEqual([]);
  });
});
