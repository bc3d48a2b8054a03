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

  it('is worked with the keyboard alone, from signing in to resolving', async () => {
    const agent = await AgentPage.atTheDoor(browser(), baton.url, { colorScheme: 'dark' });
    const { keyboard } = agent.page;
    const { email, password } = baton.login('ana');
    await agent.field('Email').waitFor();
    for (let tabs = 0; tabs < 5 && !(await agent.focused('[type=email]')); tabs++) await keyboard.press('Tab');
    await keyboard.type(email);
    await keyboard.press('Tab');
    await keyboard.type(password);
    await keyboard.press('Enter');
    await agent.arrives(/\/inbox/);

    await agent.row('Jonas Meier').waitFor();
    await keyboard.press('Enter');
    await agent.isWith('Jonas Meier');
    await keyboard.press('j');
    await agent.isWith('Vera Kowalska');
    await keyboard.press('k');
    await agent.isWith('Jonas Meier');
    await keyboard.press('[');
    await agent.context.waitFor({ state: 'detached' });
    await keyboard.press(']');
    await agent.context.waitFor();
    await keyboard.press('l');
    await agent.page.getByText('Link copied.').waitFor();

    await keyboard.press('c');
    await eventually(() => agent.focused('baton-composer textarea:not([readonly])'));
    await keyboard.type('Hello Jonas, I am looking into it.');
    await keyboard.press('Control+Enter');
    await agent.main.locator('[data-kind=agent]').getByText('Hello Jonas, I am looking into it.').waitFor();
    await keyboard.press('Escape');
    // No wait between the key and the words: none of them may be lost, or do what it does as a key.
    await keyboard.press('n');
    await keyboard.type('eagle-eyed carrier has lost it.');
    await keyboard.press('Control+Enter');
    await agent.main.locator('baton-note-item').getByText('eagle-eyed carrier has lost it.').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('r');
    await eventually(() => agent.focused('[aria-label="Reply to the visitor"]'));
    await keyboard.press('Escape');

    await keyboard.press('?');
    await agent.dialog.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
    await agent.dialog.getByText('Assign or transfer').waitFor();
    await keyboard.press('Escape');
    await agent.dialog.waitFor({ state: 'detached' });
    await keyboard.press('Control+k');
    await eventually(() => agent.focused('[role=dialog] input'));
    await keyboard.type('release');
    await agent.dialog.getByText('Release to the queue').waitFor();
    await keyboard.press('Escape');
    await agent.dialog.waitFor({ state: 'detached' });
    await keyboard.press('a');
    await eventually(() => agent.focused('[role=dialog] select'));
    await keyboard.press('Escape');
    await agent.dialog.waitFor({ state: 'detached' });
    await keyboard.press('e');
    await eventually(() => agent.focused('[role=dialog] textarea'));
    await keyboard.type('Sent again.');
    await keyboard.press('Control+Enter');
    await agent.page.getByText('Resolved.').first().waitFor();
    await agent.sees('Sent again.');
    // The conversation has left this list; the next one is the one that took its place.
    await keyboard.press('j');
    await agent.isWith('Vera Kowalska');
    await keyboard.press('u');
    await agent.page.getByText('No conversation is open').waitFor();

    await keyboard.press('/');
    await keyboard.type('aiko');
    await agent.row('Vera Kowalska').waitFor({ state: 'detached' });
    expect(await agent.row('Aiko Nakamura').locator('mark').textContent()).toBe('Aiko');
    await keyboard.press('Enter');
    await agent.isWith('Aiko Nakamura');
    expect(agent.troubles).toEqual([]);
    await agent.close();
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
    await late.page.getByRole('tab', { name: 'Note' }).click();
    await late.noteField.pressSequentially('Alex, I was about to');
    line.release();

    await late.page.getByText('Not sent: “I will refund you”. This conversation is no longer yours to answer.').waitFor();
    // Whoever writes something else meanwhile goes on writing it.
    await late.page.keyboard.type(' refund');
    expect(await late.noteField.inputValue()).toBe('Alex, I was about to refund');
    await late.page.getByRole('tab', { name: 'Reply' }).click();
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

  it('keeps what belongs to one conversation out of the next one', async () => {
    const agent = await AgentPage.signIn(browser(), baton.url, baton.login('bea'));
    const line = await HeldLine.of(agent.page);
    await agent.page.reload();
    const { handoff: next } = await talking(agent, 'Hedda Moen');
    await agent.page.getByRole('tab', { name: 'Note' }).click();
    await agent.noteField.fill('For Hedda alone');
    const { handoff } = await talking(agent, 'Gustav Ek');

    // A note and a reply are on their way when the agent goes on.
    let storeTheNote: () => void = () => undefined;
    await agent.page.route('**/notes', async (route) => {
      await new Promise<void>((resolve) => (storeTheNote = resolve));
      await route.continue();
    });
    await agent.page.getByRole('tab', { name: 'Note' }).click();
    await agent.noteField.fill('About Gustav');
    await agent.noteField.press('Control+Enter');
    await agent.page.getByRole('tab', { name: 'Reply' }).click();
    line.hold();
    await agent.replies('This is for Gustav');
    await agent.sees('sending …');
    await agent.lookAt('Mine');
    await agent.row('Hedda Moen').click();
    await agent.isWith('Hedda Moen');
    const stored = agent.page.waitForResponse('**/notes');
    storeTheNote();
    expect((await stored).ok()).toBe(true);
    await admin.handoffs.forceClaim(handoff.id);
    await agent.row('Gustav Ek').waitFor({ state: 'detached' });
    line.release();

    await agent.page.getByText('Your reply to Gustav Ek was not sent: “This is for Gustav”.').waitFor();
    expect(await agent.replyField.inputValue()).toBe('');
    await agent.page.getByRole('tab', { name: 'Note' }).click();
    expect(await agent.noteField.inputValue()).toBe('For Hedda alone');
    await agent.visits(`/inbox/open/${handoff.id}`);
    await agent.isWith('Gustav Ek');
    expect(await agent.replyField.inputValue()).toBe('This is for Gustav');
    await agent.sees('About Gustav');
    await bea.handoffs.resolve(next.id);
    expect(agent.troubles).toEqual([]);
    await agent.close();
  });

  it('tells whom a conversation was given to, and by whom', async () => {
    const { handoff } = await waiting('Eskil Dahl');
    const { user } = await (await baton.team('ana')).me();
    await ana.lookAt('Unassigned');
    await bea.handoffs.claim(handoff.id);
    await bea.handoffs.assign(handoff.id, { userId: user.id, comment: 'You know boots' });
    const news = ana.page.locator('ba-toasts .toast').filter({ hasText: 'Bea Santos gave you Eskil Dahl' });
    await news.getByRole('button', { name: 'Open' }).click();
    await ana.isWith('Eskil Dahl');
    await ana.sees('You know boots');
    await ana.button(/^Resolve/).waitFor();
  });

  it('finds a conversation by what was said earlier, and opens it there', async () => {
    const { visitor } = await talking(ana, 'Torunn Vik');
    await visitor.send('The zeppelin has a hole');
    for (let line = 1; line <= 15; line++) await visitor.send(`And more about it, ${line}\n\nat some length`);
    await ana.sees('And more about it, 15');
    await ana.lookAt('All open');
    await ana.presses('Search');
    // What was said a moment ago is found a moment later.
    await eventually(async () => {
      await ana.page.locator('ba-search input').fill('');
      // Only once the whole list is back are the same words asked for again.
      await ana.row('Torunn Vik').waitFor();
      await ana.page.locator('ba-search input').fill('zeppelin');
      await ana
        .row('The zeppelin has a hole')
        .waitFor({ timeout: 1_000 })
        .catch(() => undefined);
      return (await ana.row('The zeppelin has a hole').count()) > 0;
    }, 15_000);
    expect(await ana.row('Torunn Vik').locator('mark').textContent()).toBe('zeppelin');
    await visitor.send('Are you still there?');
    await ana.row('Torunn Vik').getByText(', unread').waitFor({ state: 'attached' });
    await ana.row('The zeppelin has a hole').click();
    await ana.main.locator('.pointed-at').getByText('The zeppelin has a hole').waitFor();
    await ana.presses('Search');
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

  it('loses no scroll, focus, selection or word while thirty messages arrive', async () => {
    const { visitor } = await talking(ana, 'Sigrid Holm');
    for (let line = 1; line <= 25; line++) await visitor.send(`Line ${line}\nand what belongs to it`);
    await ana.sees('Line 25');
    await ana.replyField.fill('What I am just writing to you');
    const scroll = ana.main.locator('.scroll');
    await scroll.evaluate((element: { scrollTop: number }) => (element.scrollTop = 120));
    await ana.replyField.evaluate((field: { setSelectionRange(from: number, to: number): void }) => field.setSelectionRange(7, 11));
    const standing = () =>
      ana.page.evaluate(`(() => {
        const field = document.activeElement;
        return [field.value, field.selectionStart, field.selectionEnd, document.querySelector('baton-thread-view .scroll').scrollTop];
      })()`);
    const before = await standing();
    expect(before).toEqual(['What I am just writing to you', 7, 11, 120]);

    const rest = Array.from({ length: 30 }, (_, at) => visitor.send(`News ${at + 1}`));
    await ana.page.getByRole('button', { name: '30 new messages' }).waitFor();
    await Promise.all(rest);
    expect(await standing()).toEqual(before);
    await ana.presses('30 new messages');
    await ana.sees('News 30');
    expect((await ana.seqs()).length).toBeGreaterThan(55);
    expect(await ana.focused('baton-composer textarea')).toBe(false);
    await ana.replyField.fill('');
  });

  it('draws no more of five thousand handoffs than fit', async () => {
    const [pattern] = (await admin.handoffs.list({ view: 'open', limit: 1 })).items;
    const name = (at: number): string => `Person ${String(at).padStart(4, '0')}`;
    const all = Array.from({ length: 5_000 }, (_, at) => ({
      ...pattern,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      visitor: { id: `v${at}`, name: name(at), email: null },
    }));
    await ana.page.route('**/api/v1/handoffs?view=offline*', (route) => {
      const query = new URL(route.request().url()).searchParams;
      const from = Number(query.get('cursor') ?? 0);
      const to = from + Number(query.get('limit'));
      return route.fulfill({ json: { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null } });
    });
    await ana.lookAt('Offline');
    await ana.row(name(0)).waitFor();
    const scroll = ana.list.locator('.scroll');
    const nodes = () => scroll.evaluate((element: { querySelectorAll(what: string): ArrayLike<unknown> }) => element.querySelectorAll('*').length);
    // As far as there are rows; the next ones come while one gets there.
    const reach = (at: number) =>
      eventually(async () => {
        await scroll.evaluate((element: { scrollTop: number }, offset: number) => (element.scrollTop = offset), at * 83);
        return (await ana.row(name(at)).count()) > 0;
      }, 10_000);
    for (const at of [700, 1_900, 4_999]) {
      await reach(at);
      expect(await nodes()).toBeLessThan(1_200);
    }
    await ana.page.unroute('**/api/v1/handoffs?view=offline*');
  });

  it('narrows the list, and keeps it so over a reload', async () => {
    await ana.lookAt('Unassigned');
    await ana.row('Aiko Nakamura').waitFor();
    await ana.presses('Filter');
    await ana.page.getByLabel('Reason').selectOption('sensitive_topic');
    await ana.row('Aiko Nakamura').waitFor({ state: 'detached' });
    await ana.row('Ben Hart').waitFor();
    await ana.page.reload();
    await ana.row('Ben Hart').waitFor();
    expect(await ana.row('Aiko Nakamura').count()).toBe(0);
    await ana.presses('Remove filter: Sensitive topic');
    await ana.row('Aiko Nakamura').waitFor();
  });

  it('says who reads along, and who writes at the same time', async () => {
    const { handoff } = await talking(ana, 'Inga Falk');
    const other = await AgentPage.signIn(browser(), baton.url, baton.login('bea'), { colorScheme: 'dark' });
    await other.visits(`/inbox/open/${handoff.id}`);
    await other.isWith('Inga Falk');
    await ana.page.getByText('Bea Santos is reading too').waitFor();
    await other.page.getByText('Ana Kovač is reading too').waitFor();
    await ana.replyField.fill('I think that');
    await other.page.getByRole('tab', { name: 'Note' }).click();
    await other.noteField.pressSequentially('Ask for the order number');
    await ana.page.getByText('Bea Santos is writing here too').waitFor();
    await ana.replyField.fill('');
    await other.close();
  });

  it('takes a long paste with its looks, and sends it in pieces that arrive in order', async () => {
    const { visitor } = await talking(ana, 'Kaspar Lind');
    const words = Array.from({ length: 24 }, (_, at) => `Paragraph ${at + 1}. ${'many words '.repeat(40)}`.trim());
    const html = `<style>p { color: red }</style>${words.map((paragraph) => `<p><b>${paragraph}</b></p>`).join('')}`;
    await ana.replyField.focus();
    await ana.page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', ${JSON.stringify(html)});
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    })()`);
    await ana.page.getByText(/characters too long/).waitFor();
    expect(await ana.replyField.inputValue()).toBe(words.join('\n'));
    await ana.page.reload();
    await ana.isWith('Kaspar Lind');
    expect(await ana.replyField.inputValue()).toBe(words.join('\n'));
    const heard: string[] = [];
    visitor.on('message', ({ author, text }) => author.kind === 'agent' && heard.push(text));
    await ana.presses('Send as 2 messages');
    await eventually(() => heard.length === 2);
    expect(heard.join('\n')).toBe(words.join('\n'));
    expect(await ana.replyField.inputValue()).toBe('');
  });

  it('leads by a link to one message, and lets earlier conversations be read beside it', async () => {
    const { visitor, handoff } = await talking(ana, 'Liv Strand');
    for (let line = 1; line <= 12; line++) await visitor.send(`Point ${line}\n\nat some length`);
    await ana.sees('Point 12');
    const earlier = {
      id: handoff.sessionId,
      startedAt: '2026-03-04T12:00:00.000Z',
      closedAt: null,
      messages: 10,
      lastText: 'Thank you!',
      handoff: null,
    };
    await ana.page.route(`**/api/v1/handoffs/${handoff.id}`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), earlierSessions: [earlier] } });
    });
    const { items } = await admin.sessions.messages(handoff.sessionId, {});
    const { seq } = items.find(({ text }) => text.startsWith('Point 2'))!;
    await ana.visits(`/inbox/open/${handoff.id}#${seq}`);
    const pointedAt = ana.main.locator('.pointed-at');
    await pointedAt.getByText('Point 2').waitFor();
    expect(await pointedAt.getAttribute('data-seq')).toBe(String(seq));

    await ana.context.getByRole('button', { name: /^AI only/ }).click();
    await ana.dialog.getByText('Read only.').waitFor();
    await ana.dialog.getByText('I want to talk to a person, my name is Liv Strand').waitFor();
    expect(await ana.dialog.locator('textarea').count()).toBe(0);
    await ana.page.keyboard.press('Escape');
    await ana.dialog.waitFor({ state: 'detached' });
  });

  it('opens the conversation when its desktop notification is clicked', async () => {
    const away = await AgentPage.signIn(browser(), baton.url, baton.login('bea'));
    await away.page.addInitScript(`
      localStorage.setItem('baton.alerts', JSON.stringify({ desktop: true, sound: false }));
      window.shown = [];
      window.Notification = class { static permission = 'granted'; constructor(title) { this.title = title; shown.push(this); } close() {} };
      Object.defineProperty(document, 'hidden', { get: () => true });
    `);
    await away.visits('/knowledge');
    await away.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await waiting('Mads Dahl');
    await away.page.waitForFunction("shown.some(({ title }) => title.includes('Mads Dahl'))");
    await away.page.evaluate("shown.find(({ title }) => title.includes('Mads Dahl')).onclick()");
    await away.isWith('Mads Dahl');
    await away.close();
  });

  it('speaks another language, and looks another way, at once, and keeps what is being written', async () => {
    await ana.lookAt('Mine');
    await ana.row('Tomás Silva').click();
    await ana.isWith('Tomás Silva');
    await ana.replyField.fill('Olá Tomás');
    await ana.page.evaluate('window.notReloaded = true');
    const chooses = async (menu: RegExp, choice: string) => {
      await ana.presses(menu);
      await ana.page.getByRole('menuitemradio', { name: choice }).click();
      await ana.page.keyboard.press('Escape');
      await ana.page.getByRole('menu').waitFor({ state: 'detached' });
    };
    await chooses(/, online$/, 'Deutsch');
    await ana.page.getByRole('button', { name: 'Lösen' }).waitFor();
    await ana.page.getByRole('heading', { name: 'Übergaben' }).waitFor();
    expect(await ana.page.getByLabel('Antwort an den Besucher').inputValue()).toBe('Olá Tomás');
    await chooses(/, online$/, 'Dunkel');
    await chooses(/, online$/, 'Kompakt');
    const looks = () =>
      ana.page.evaluate(`[getComputedStyle(document.body).colorScheme, document.querySelector('baton-handoff-list .item').offsetHeight]`);
    const comesToLook = (...wanted: unknown[]) => eventually(async () => JSON.stringify(await looks()) === JSON.stringify(wanted));
    await comesToLook('dark', 58);
    expect(await ana.page.evaluate('window.notReloaded')).toBe(true);

    await ana.page.reload();
    await ana.page.getByRole('button', { name: 'Lösen' }).waitFor();
    await comesToLook('dark', 58);
    await chooses(/, online$/, 'English');
    // Until its words are there, the menu is put together anew.
    await ana.page.getByRole('button', { name: 'Resolve' }).waitFor();
    await chooses(/, online$/, 'System');
    await chooses(/, online$/, 'Comfortable');
    await comesToLook('light dark', 83);
    await ana.replyField.fill('');
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
      colorScheme: 'dark',
    });
    await phone.row('Vera Kowalska').tap();
    await phone.isWith('Vera Kowalska');
    expect(await phone.list.isVisible()).toBe(false);
    expect(await phone.page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
    await phone.page.getByRole('button', { name: 'Context' }).tap();
    await phone.context.getByText('vera@example.org').waitFor();
    await phone.page.getByRole('button', { name: 'Close context' }).tap();
    await phone.page.getByRole('button', { name: 'More' }).tap();
    await phone.page.getByRole('menuitem', { name: 'Return to AI' }).waitFor();
    await phone.page.keyboard.press('Escape');
    // A keyboard that covers 300 px: what is written stands above it.
    await phone.page.evaluate(`(() => {
      Object.defineProperty(visualViewport, 'height', { configurable: true, value: innerHeight - 300 });
      visualViewport.dispatchEvent(new Event('resize'));
    })()`);
    await eventually(async () => {
      const box = await phone.page.locator('baton-composer').boundingBox();
      return box !== null && box.y + box.height <= 844 - 300;
    });
    await phone.page.evaluate("delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize'))");
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
