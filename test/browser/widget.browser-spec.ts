import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton } from './support/fake-baton.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

describeInChromium('the widget in the shop', (browser) => {
  let pages: BuiltPages;
  let baton: FakeBaton;
  let context: BrowserContext;
  const visitors: VisitorPage[] = [];

  beforeAll(async () => {
    pages = await BuiltPages.build();
  });
  afterAll(async () => pages.remove());
  beforeEach(async () => {
    baton = await FakeBaton.start(pages.serve);
    context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
  });
  afterEach(async () => {
    await context.close();
    await baton.stop();
    // Whatever a test is about: no script may fail, and the page's policy must never have been offended.
    expect(visitors.splice(0).flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  async function aVisitor(options?: BrowserContextOptions): Promise<VisitorPage> {
    if (options) {
      await context.close();
      context = await browser().newContext(options);
    }
    const visitor = await VisitorPage.open(context, `${baton.url}/demo`);
    visitors.push(visitor);
    await visitor.launcher.waitFor();
    return visitor;
  }

  it('answers a question, streaming, and names its source', async () => {
    baton.answer = () => ({ text: 'Within **60 days**, unused.', sources: [{ title: 'Returns', url: 'https://shop.example/returns' }] });
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.write('How do I return my boots?');
    await visitor.sees('From:');
    expect(await visitor.bubbles()).toEqual([expect.stringContaining('Ask me anything'), 'How do I return my boots?', 'Within 60 days, unused.']);
    expect(await visitor.log.getByRole('link', { name: 'Returns' }).getAttribute('href')).toBe('https://shop.example/returns');
  });

  it('offers a person with yes and no, by keyboard too', async () => {
    baton.answer = () => ({ text: 'Within 60 days.' });
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.write('How do I return my boots?');
    await visitor.sees('Within 60 days.');
    baton.conversation.offer('Shall I get a person from our team for you?');
    const offer = visitor.panel.getByRole('group', { name: 'Shall a person join?' });
    await offer.getByRole('button', { name: 'No, thank you' }).click();
    await offer.waitFor({ state: 'detached' });
    // The focus goes back to where one writes on.
    await visitor.composer.press('a');
    baton.conversation.offer('Shall our courier answer?');
    await visitor.sees('Shall our courier answer?');
    await offer.getByRole('button', { name: 'Yes, please' }).focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.sees('A teammate is on the way');
    expect(await offer.count()).toBe(0);
  });

  it('leaves no trace of who only looks, and fetches no more than a look needs', async () => {
    const visitor = await aVisitor();
    const fetched: string[] = [];
    visitor.page.on('request', (request) => fetched.push(request.url()));
    await visitor.openChat();
    await visitor.panel.getByRole('button', { name: 'Talk to a person' }).waitFor();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.reload();
    await visitor.openChat();
    expect([baton.starts.length, baton.conversations.length]).toEqual([0, 0]);
    expect(fetched.filter((url) => /socket/.test(url))).toEqual([]);
    expect(await visitor.page.evaluate('Object.keys({...localStorage}).filter((key) => !key.endsWith(":look"))')).toEqual([]);
    const socket = visitor.page.waitForRequest(/assets\/socket-/);
    await visitor.composer.press('H');
    await socket;
    expect(baton.starts).toHaveLength(0);
    await visitor.write('Hello');
    await eventually(() => baton.conversations[0]?.messages.length === 1);
    expect(baton.starts).toHaveLength(1);
  });

  it('ends the conversation when asked to, and hears how it was', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    expect(await visitor.panel.getByRole('button', { name: 'More options' }).count()).toBe(0);
    await visitor.write('Never mind');
    await visitor.sees('Never mind');
    await visitor.presses('More options');
    const download = visitor.page.waitForEvent('download');
    await visitor.panel.getByRole('menuitem', { name: 'Save as a text file' }).click();
    expect((await download).suggestedFilename()).toBe('Northwind-Outdoors.txt');
    await visitor.presses('More options');
    await visitor.panel.getByRole('menuitem', { name: 'End conversation' }).click();
    await visitor.panel.getByRole('alertdialog').getByRole('button', { name: 'End conversation' }).click();
    await visitor.sees(/Ended at/);
    await visitor.presses('4 of 5');
    await visitor.panel.getByLabel('Anything to add?').fill('Quick');
    await visitor.panel.locator('.rated').getByRole('button', { name: 'Send' }).click();
    await eventually(() => baton.ratings.length === 2);
    expect(baton.ratings).toEqual([{ score: 4 }, { score: 4, comment: 'Quick' }]);
    await visitor.write('One more thing');
    await eventually(() => baton.conversation.session.owner === 'ai');
    expect(baton.conversations).toHaveLength(1);
  });

  it('is mirrored for languages that are written from the right', async () => {
    pages.pages.set('/ar', { html: '<!doctype html><html lang="ar" dir="rtl"><title>متجر</title><script src="/demo/chat.js"></script></html>' });
    const visitor = await VisitorPage.open(context, `${baton.url}/ar`);
    await visitor.page.getByRole('button', { name: 'فتح الدردشة' }).click();
    await visitor.sees('مساعد الذكاء الاصطناعي');
    await visitor.page.mouse.move(700, 300);
    await eventually(async () => (await visitor.panel.boundingBox())?.x === 20);
    // It springs back from the press a moment after the pointer has left.
    await eventually(async () => (await visitor.launcher.boundingBox())?.x === 20);
    const middle = async (of: string): Promise<number> => (await visitor.panel.locator(of).boundingBox())!.x;
    expect(await middle('.head .avatar')).toBeGreaterThan(await middle('.head .round'));
    // What is said goes its own way, whichever way its author's name is written.
    await visitor.begins(baton, 'مرحبا');
    baton.conversation.say('agent', 'مرحبًا، كيف أساعدك؟', { name: 'Ana' });
    baton.conversation.say('agent', 'Hello.', { name: 'منى' });
    await visitor.sees('Hello.');
    const directions = visitor.log
      .locator('.agent .bubble')
      .evaluateAll((bubbles: readonly object[]) => bubbles.map((bubble) => (globalThis as any).getComputedStyle(bubble).direction));
    expect(await directions).toEqual(['rtl', 'ltr']);
  });

  it('shows an answer while it is being written, to the eye only', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.sees('Hello');
    baton.conversation.delta('turn', 'It left our ');
    baton.conversation.delta('turn', 'warehouse');
    await visitor.sees('It left our warehouse');
    expect(await visitor.log.getByText('It left our warehouse').count()).toBe(0);
    baton.conversation.say('ai', 'It left our warehouse yesterday.', { clientId: 'turn' });
    await visitor.log.getByText('It left our warehouse yesterday.').waitFor();
    expect(await visitor.panel.locator('.streaming').count()).toBe(0);
  });

  it('drops a half-written answer when a person takes over', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.sees('Hello');
    baton.conversation.delta('turn', 'I think that');
    await visitor.sees('I think that');
    baton.conversation.claim('Ana');
    await visitor.sees('Ana joined');
    expect(await visitor.panel.getByText('I think that').count()).toBe(0);
    await visitor.sees('Ana from Northwind Outdoors');
  });

  it('hands over, lets both talk, and asks how it was', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'You charged me twice');
    await visitor.panel.getByRole('button', { name: 'Talk to a person' }).click();
    await visitor.sees('You are next · usually within 5 minutes. You can keep writing.');
    expect(await visitor.panel.getByRole('button', { name: 'Talk to a person' }).count()).toBe(0);
    baton.conversation.turn({ position: 3, etaSeconds: undefined });
    await visitor.sees('You are number 3 in line. You can keep writing.');
    baton.conversation.claim('Ana');
    baton.conversation.agentTypes(true);
    await visitor.sees('Ana is typing');
    baton.conversation.say('agent', 'I see both charges.', { name: 'Ana' });
    await visitor.sees('I see both charges.');
    expect(await visitor.panel.getByText('Ana is typing').count()).toBe(0);
    await visitor.write('Thank you!');
    await visitor.sees('Thank you!');
    baton.conversation.turn({ readSeq: baton.conversation.session.lastSeq });
    await visitor.sees('Seen');
    baton.conversation.close();
    await visitor.panel.getByRole('button', { name: '5 of 5' }).click();
    await visitor.sees('Thank you for telling us.');
    expect(baton.ratings).toEqual([{ score: 5 }]);
  });

  it('keeps the thread, the open panel and the draft over a reload', async () => {
    baton.answer = () => ({ text: 'On Thursday.' });
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.write('When?');
    await visitor.sees('On Thursday.');
    await visitor.composer.fill('And how');
    await visitor.page.reload();
    await visitor.sees('On Thursday.');
    expect(await visitor.composer.inputValue()).toBe('And how');
    expect(baton.conversations).toHaveLength(1);
  });

  it('keeps two tabs in step', async () => {
    const one = await aVisitor();
    await one.openChat();
    await one.begins(baton, 'Hello from one');
    await one.sees('Hello from one');
    const two = await aVisitor();
    await two.openChat();
    await two.sees('Hello from one');
    await two.write('Hello from two');
    await one.sees('Hello from two');
    await two.sees('Hello from two');
    expect(await two.bubbles()).toEqual(await one.bubbles());
    expect(baton.conversations).toHaveLength(1);
  });

  it('counts what came while it was closed, until it was seen', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.sees('Hello');
    await visitor.listen();
    await visitor.page.keyboard.press('Escape');
    baton.conversation.say('ai', 'one');
    baton.conversation.say('ai', 'two');
    await eventually(async () => (await visitor.badge.textContent()) === '2');
    await visitor.page.getByRole('button', { name: 'Open chat, 2 new' }).waitFor();
    await visitor.page.reload();
    await eventually(async () => (await visitor.badge.textContent()) === '2');
    await visitor.openChat();
    await visitor.sees('two');
    await visitor.page.keyboard.press('Escape');
    expect(await visitor.badge.textContent()).toBe('');
    await eventually(() => baton.reads.at(-1) === 3);
  });

  it('shows beside the closed launcher what has just been said', async () => {
    const visitor = await aVisitor();
    const peek = visitor.page.locator('baton-widget .peek');
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.page.keyboard.press('Escape');
    baton.conversation.claim('Ana');
    baton.conversation.say('agent', 'I see **both** charges:\n- one\n- `two`', { name: 'Ana' });
    await peek.getByText('I see both charges: one two').waitFor();
    expect(await peek.locator('b').textContent()).toBe('Ana');
    await peek.getByRole('button', { name: 'Hide' }).click();
    await peek.waitFor({ state: 'detached' });
    expect([await visitor.badge.textContent(), await visitor.panel.count()]).toEqual(['1', 0]);
    baton.conversation.say('agent', 'One comes back.', { name: 'Ana' });
    await peek.getByText('One comes back.').click();
    await visitor.sees('One comes back.');
    await visitor.page.keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'detached' });
    expect(await peek.count()).toBe(0);
    // A site that opens the chat from its own button has its own place for news.
    await visitor.baton('update', { launcher: false });
    baton.conversation.say('agent', 'Anything else?', { name: 'Ana' });
    await eventually(async () => (await visitor.badge.textContent()) === '1');
    expect(await peek.count()).toBe(0);
  });

  it('keeps what is written without a network and sends it once', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'one');
    baton.cut();
    await visitor.write('two');
    await visitor.sees('Reconnecting … what you write is kept.');
    await visitor.sees('Will be sent when you are back online');
    baton.mend();
    await eventually(() => baton.conversation.messages.length === 2, 12_000);
    await eventually(async () => (await visitor.panel.getByText('Will be sent').count()) === 0);
    expect((await visitor.bubbles()).slice(1)).toEqual(['one', 'two']);
    await eventually(async () => (await visitor.panel.getByText('Reconnecting').count()) === 0, 12_000);
    expect(baton.conversation.messages).toHaveLength(2);
  });

  it('sends what was written without a network also when its page has gone meanwhile, once', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'one');
    baton.cut();
    await visitor.write('two');
    await visitor.sees('Will be sent when you are back online');
    await visitor.page.close();
    baton.mend();
    const later = await aVisitor();
    await eventually(() => baton.conversation.messages.length === 2);
    await later.openChatIfClosed();
    await later.sees('two');
    await eventually(async () => (await later.panel.locator('.unsent').count()) === 0);
    expect((await later.bubbles()).slice(1)).toEqual(['one', 'two']);
    expect(baton.conversation.messages.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it('goes on in a new conversation when the old one is over for good', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'the old matter');
    await visitor.sees('the old matter');
    baton.conversation.closedForGood = true;
    await visitor.write('the new matter');
    await visitor.sees('A new conversation begins');
    expect(baton.conversations).toHaveLength(2);
    expect(baton.conversation.messages.map(({ text }) => text)).toEqual(['the new matter']);
    expect((await visitor.bubbles()).slice(1)).toEqual(['the old matter', 'the new matter']);
  });

  it('takes contact details when nobody is there', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'I want a person');
    await visitor.sees('I want a person');
    baton.conversation.turn({ owner: 'queue', opensAt: '2030-01-07T08:00:00Z' });
    await visitor.sees('Nobody is here right now.');
    const leave = visitor.panel.getByRole('button', { name: 'Leave message' });
    await leave.click();
    await visitor.sees('Please write an email address');
    await visitor.panel.getByLabel('Email').fill('vera@example.org');
    await visitor.panel.getByLabel('What should they know?').fill('Charged twice');
    await leave.click();
    await visitor.sees('A person will write to vera@example.org.');
    expect(baton.contacts).toEqual([{ email: 'vera@example.org' }]);
    await eventually(() => baton.conversation.messages.at(-1)?.text === 'Charged twice');
  });

  it('shows whatever anybody writes as text', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    await visitor.begins(baton, attack);
    await visitor.sees('<img src=x');
    baton.conversation.say('ai', `${attack} [click](javascript:window.hacked=1) ![](https://evil.example/x.png)`, {
      sources: [{ title: attack, url: 'javascript:window.hacked=1' }],
    });
    baton.conversation.say('agent', attack, { name: attack });
    baton.conversation.claim(attack);
    await visitor.sees(/joined/);
    expect(await visitor.panel.locator('img, script').count()).toBe(0);
    expect(await visitor.panel.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await visitor.page.evaluate('window.hacked')).toBeUndefined();
  });

  it('can be used by keyboard alone, from the first word to the last', async () => {
    const visitor = await aVisitor();
    const { keyboard } = visitor.page;
    const focused = (what: string): Promise<boolean> =>
      visitor.page.evaluate(`document.activeElement.shadowRoot?.activeElement?.matches(${JSON.stringify(what)}) ?? false`);
    await visitor.launcher.focus();
    await keyboard.press('Enter');
    await visitor.panel.waitFor();
    await keyboard.type('one');
    await keyboard.press('Shift+Enter');
    await keyboard.type('two');
    await keyboard.press('Enter');
    await eventually(() => baton.hears('one\ntwo'));
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await visitor.sees('A teammate is on the way');
    baton.conversation.claim('Ana');
    baton.conversation.say('agent', 'Sent today.', { name: 'Ana' });
    await visitor.sees('Sent today.');
    // To the menu and through it; the first Esc closes it alone, and gives the focus back.
    const menu = visitor.panel.getByRole('button', { name: 'More options' });
    for (let steps = 0; steps < 8 && !(await focused('[aria-haspopup]')); steps += 1) await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await visitor.panel.getByRole('menu').waitFor();
    await keyboard.press('Escape');
    expect([await visitor.panel.getByRole('menu').count(), await focused('[aria-haspopup]'), await menu.isVisible()]).toEqual([0, true, true]);
    await keyboard.press('Enter');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await visitor.panel.getByRole('alertdialog').waitFor();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    await visitor.sees(/Ended at/);
    for (let steps = 0; steps < 12 && !(await focused('.star')); steps += 1) await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await eventually(() => baton.ratings.length === 1);
    expect(baton.ratings).toEqual([{ score: 2 }]);
    await visitor.sees('Thank you for telling us.');
    await eventually(() => focused('.rated'));
    await keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'detached' });
    expect(await focused('.launcher')).toBe(true);
  });

  it('leaves visitors alone who read back, and tells them of news', async () => {
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.sees('Hello');
    for (let count = 1; count <= 30; count += 1) baton.conversation.say('ai', `Line ${count} of a long answer`);
    await visitor.sees('Line 30 of a long answer');
    const scroller = visitor.panel.locator('.scroller');
    await scroller.hover();
    await visitor.page.mouse.wheel(0, -1200);
    const top = (): Promise<number> => scroller.evaluate((element: { scrollTop: number }) => element.scrollTop);
    // To the very beginning, where the wheel comes to rest.
    await eventually(async () => (await top()) === 0);
    const before = await top();
    baton.conversation.say('ai', 'Something new');
    const jump = visitor.panel.getByRole('button', { name: 'New messages' });
    await jump.waitFor();
    expect(await top()).toBe(before);
    await jump.click();
    await eventually(async () => (await top()) > before);
    expect(await jump.count()).toBe(0);
  });

  it('speaks the page’s language', async () => {
    pages.pages.set('/de', { html: '<!doctype html><html lang="de"><title>Laden</title><script src="/demo/chat.js"></script></html>' });
    const visitor = await VisitorPage.open(context, `${baton.url}/de`);
    await visitor.page.getByRole('button', { name: 'Chat öffnen' }).click();
    await visitor.sees('KI-Assistent');
    await visitor.panel.getByRole('button', { name: 'Mit einem Menschen sprechen' }).click();
    await visitor.sees('Sie sind als Nächstes dran · meist innerhalb von 5 Minuten. Sie können weiterschreiben.');
  });

  it('says so when the site may not use it', async () => {
    baton.refusal = { status: 403, code: 'origin.not_allowed' };
    const visitor = await aVisitor();
    await visitor.openChat();
    await visitor.sees('The chat is not available on this page.');
    expect(await visitor.composer.isDisabled()).toBe(true);
  });
});
