import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, Locator } from 'playwright-core';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton } from './support/fake-baton.js';
import { eventually, VisitorPage } from './support/visitor-page.js';

const SCREEN = { width: 390, height: 844 };
const KEYBOARD_PX = 300;
const INSETS = { top: 47, bottom: 34, left: 0, right: 0 };

describeInChromium('the widget on a phone', (browser) => {
  let pages: BuiltPages;
  let baton: FakeBaton;
  let context: BrowserContext;
  let visitor: VisitorPage;

  beforeAll(async () => {
    pages = await BuiltPages.build();
  });
  afterAll(async () => pages.remove());
  beforeEach(async () => {
    baton = await FakeBaton.start(pages.serve);
    context = await browser().newContext({ viewport: SCREEN, hasTouch: true, isMobile: true });
    visitor = await VisitorPage.open(context, `${baton.url}/demo`);
  });
  afterEach(async () => {
    await context.close();
    await baton.stop();
    expect(visitor.troubles).toEqual([]);
  });

  const bottomOf = async (part: Locator): Promise<number> => {
    const box = (await part.boundingBox())!;
    return box.y + box.height;
  };

  it('fills the screen, with targets for fingers', async () => {
    await visitor.openChat();
    await visitor.panel.getByRole('button', { name: 'Talk to a person' }).waitFor();
    await eventually(async () => JSON.stringify(await visitor.panel.boundingBox()) === '{"x":0,"y":0,"width":390,"height":844}');
    expect(await visitor.launcher.isVisible()).toBe(false);
    const reach = await visitor.panel.locator('button').evaluateAll((buttons: readonly any[]) =>
      buttons.map((button) => {
        const box = button.getBoundingClientRect();
        // The 44 px around the middle belong to this button, whatever is drawn smaller.
        const hit = (x: number, y: number) => button.contains(button.getRootNode().elementFromPoint(x, y));
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        return hit(x, y - 21) && hit(x, y + 21) && hit(x - 21, y) && hit(x + 21, y);
      }),
    );
    expect(reach).toEqual([true, true, true]);
  });

  it('keeps the focus where the eyes are while it fills the screen, and the page behind it still', async () => {
    await visitor.openChat();
    await visitor.panel.getByRole('button', { name: 'Talk to a person' }).waitFor();
    const focused = (): Promise<string> =>
      visitor.page.evaluate(`document.activeElement.shadowRoot?.activeElement?.closest('.panel') ? 'in' : document.activeElement.tagName`);
    for (let step = 0; step < 12; step += 1) {
      await visitor.page.keyboard.press(step < 6 ? 'Tab' : 'Shift+Tab');
      expect(await focused()).toBe('in');
    }
    expect(await visitor.page.evaluate('getComputedStyle(document.documentElement).overflow')).toBe('hidden');
    await visitor.page.keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'detached' });
    expect(await visitor.page.evaluate('getComputedStyle(document.documentElement).overflow')).not.toBe('hidden');
  });

  it('gives way to the keyboard, and keeps the end of the conversation in view', async () => {
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    for (let count = 1; count <= 30; count += 1) baton.conversation.say('ai', `Line ${count} of a long answer`);
    const last = visitor.log.getByText('Line 30 of a long answer');
    await last.waitFor();
    await visitor.page.evaluate(`Object.defineProperty(visualViewport, 'height', { configurable: true, value: innerHeight - ${KEYBOARD_PX} });
      visualViewport.dispatchEvent(new Event('resize'))`);
    const seen = SCREEN.height - KEYBOARD_PX;
    await eventually(async () => (await bottomOf(visitor.panel)) === seen);
    await eventually(async () => (await bottomOf(last)) < seen);
    expect(await bottomOf(visitor.composer)).toBeLessThan(seen);
    await visitor.page.evaluate(`delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize'))`);
    await eventually(async () => (await bottomOf(visitor.panel)) === SCREEN.height);
  });

  it('has its menu under a name that needs two lines', async () => {
    await visitor.page.setViewportSize({ width: 320, height: 640 });
    await visitor.openChat();
    await visitor.begins(baton, 'Hello');
    await visitor.presses('More options');
    const menu = visitor.panel.getByRole('menu');
    await menu.waitFor();
    expect((await menu.boundingBox())!.y).toBeGreaterThanOrEqual((await bottomOf(visitor.panel.locator('.head'))) - 2);
  });

  it('keeps clear of the notch and of the bar at the bottom', async () => {
    const devtools = await context.newCDPSession(visitor.page);
    await visitor.launcher.waitFor();
    const before = await bottomOf(visitor.launcher);
    await devtools.send('Emulation.setSafeAreaInsetsOverride' as never, { insets: INSETS } as never);
    await eventually(async () => (await bottomOf(visitor.launcher)) === before - INSETS.bottom);
    await visitor.openChat();
    const head = visitor.panel.locator('.head');
    await eventually(async () => (await head.boundingBox())?.y === INSETS.top);
    expect(await bottomOf(visitor.composer)).toBeLessThan(SCREEN.height - INSETS.bottom);
  });
});
