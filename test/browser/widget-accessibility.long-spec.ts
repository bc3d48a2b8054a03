import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { violations } from './support/axe.js';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton } from './support/fake-baton.js';
import { VisitorPage } from './support/visitor-page.js';

type Bring = (visitor: VisitorPage, baton: FakeBaton) => Promise<unknown>;

/** A visit through every state that a visitor can come to. Parts are found by their class: the visit is made in several languages. */
const VISIT: readonly (readonly [state: string, bring: Bring])[] = [
  ['closed', async (visitor) => visitor.launcher.waitFor()],
  ['opened, with nothing said', async (visitor) => visitor.openChat()],
  [
    'an answer being written',
    async (visitor, baton) => {
      await visitor.begins(baton, 'When?');
      baton.conversation.delta('turn', '**Soon**, see [here](https://a.example)');
      await part(visitor, '.streaming').waitFor();
    },
  ],
  [
    'an answer with its source',
    async (visitor, baton) => {
      const sources = [{ title: 'Delivery', url: 'https://a.example' }, { title: 'Returns' }];
      baton.conversation.say('ai', '**Soon**, see [here](https://a.example):\n- one\n- `two`', { clientId: 'turn', sources });
      await part(visitor, '.sources').waitFor();
    },
  ],
  [
    'a person being offered',
    async (visitor, baton) => {
      baton.conversation.offer('Shall I get a person from our team for you?');
      await part(visitor, '.offer').waitFor();
    },
  ],
  [
    'a person declined',
    async (visitor) => {
      await part(visitor, '.offer button').last().click();
      await part(visitor, '.offer').waitFor({ state: 'detached' });
    },
  ],
  [
    'the menu',
    async (visitor) => {
      await part(visitor, '[aria-haspopup="menu"]').click();
      await part(visitor, '[role="menuitem"]').first().waitFor();
    },
  ],
  [
    'asked whether to end it',
    async (visitor) => {
      await part(visitor, '[role="menuitem"]').last().click();
      await part(visitor, '[role="alertdialog"]').waitFor();
    },
  ],
  [
    'waiting',
    async (visitor, baton) => {
      await visitor.page.keyboard.press('Escape');
      baton.conversation.requestPerson(2, 240);
      await part(visitor, '.wait').waitFor();
    },
  ],
  [
    'a person typing',
    async (visitor, baton) => {
      baton.conversation.claim('Ana');
      baton.conversation.say('agent', 'Hello', { name: 'Ana' });
      baton.conversation.agentTypes(true);
      await part(visitor, '.agent .dots').waitFor();
    },
  ],
  [
    'closed, with news beside it',
    async (visitor, baton) => {
      await visitor.page.keyboard.press('Escape');
      await part(visitor, '.panel').waitFor({ state: 'detached' });
      baton.conversation.say('agent', 'Are you there?', { name: 'Ana' });
      await part(visitor, '.peek').waitFor();
    },
  ],
  [
    'the end, and how it was',
    async (visitor, baton) => {
      await part(visitor, '.peek button').first().click();
      baton.conversation.close();
      await part(visitor, '.star').first().waitFor();
    },
  ],
  [
    'rated, with room for a word',
    async (visitor) => {
      await part(visitor, '.star').nth(3).click();
      await part(visitor, '[name="comment"]').waitFor();
    },
  ],
  [
    'a message that was refused',
    async (visitor, baton) => {
      baton.refusedText = 'Not this';
      await visitor.write('Not this');
      await part(visitor, '.refused .link').first().waitFor();
    },
  ],
  [
    'nobody there, and no address given',
    async (visitor, baton) => {
      await part(visitor, '.refused .link').last().click();
      baton.conversation.turn({ owner: 'queue', status: 'open', opensAt: '2030-01-07T08:00:00Z' });
      await part(visitor, '.contact .go').click();
      await part(visitor, '.contact [role="alert"]').waitFor();
    },
  ],
  [
    'no network',
    async (visitor, baton) => {
      baton.cut();
      await visitor.write('Are you there?');
      await part(visitor, '.unsent').waitFor();
      await part(visitor, '.notice:not(:empty)').waitFor();
    },
  ],
];

const part = (visitor: VisitorPage, selector: string) => visitor.page.locator('baton-widget').locator(selector);

/** Buttons whose middle is not theirs for 44 px up and down and to the sides, whatever is drawn smaller; those scrolled half away are left out. */
function hardToHit(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const root = document.querySelector('baton-widget').shadowRoot;
    const seen = root.querySelector('.scroller')?.getBoundingClientRect();
    return [...root.querySelectorAll('button')].filter((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      if (!width || getComputedStyle(button).visibility === 'hidden') return false;
      const [middle, level] = [x + width / 2, y + height / 2];
      if (button.closest('.scroller') && (level - 22 < seen.top || level + 22 > seen.bottom)) return false;
      return [[0, -21], [0, 21], [-21, 0], [21, 0]].some(([right, down]) => !button.contains(root.elementFromPoint(middle + right, level + down)));
    }).map((button) => button.className + ' ' + (button.ariaLabel ?? button.textContent));
  })()`);
}

describeInChromium('everybody can use the widget', (browser) => {
  let pages: BuiltPages;
  let baton: FakeBaton;
  let context: BrowserContext;

  beforeAll(async () => {
    pages = await BuiltPages.build();
  });
  afterAll(async () => pages.remove());
  beforeEach(async () => {
    baton = await FakeBaton.start(pages.serve);
  });
  afterEach(async () => {
    await context.close();
    await baton.stop();
  });

  async function aVisitor(look: BrowserContextOptions): Promise<VisitorPage> {
    context = await browser().newContext({ reducedMotion: 'reduce', ...look });
    context.setDefaultTimeout(10_000);
    pages.pages.set('/site', {
      html: `<!doctype html><html lang="${look.locale}"><head><title>A site</title></head><body><main><h1>A site</h1></main><script src="/widget/v1.js" data-website-key="wk_northwind"></script></body></html>`,
    });
    return VisitorPage.open(context, `${baton.url}/site`);
  }

  // Each state in light and in dark; what depends on the width does not depend on the language.
  it.each([
    ['en', 1440],
    ['ar', 390],
  ])('in every state of a visit, in light and in dark: %s, %i px', async (locale, width) => {
    const visitor = await aVisitor({ locale, viewport: { width, height: 844 } });
    const found: string[] = [];
    for (const [state, bring] of VISIT) {
      await bring(visitor, baton);
      for (const violation of await violations(visitor.page, 'baton-widget')) found.push(`${state}: ${violation}`);
      for (const button of await hardToHit(visitor.page)) found.push(`${state}: not 44 px for a finger: ${button}`);
    }
    expect(found).toEqual([]);
  });

  it('where it may not be used, too', async () => {
    baton.refusal = { status: 403, code: 'origin.not_allowed' };
    const visitor = await aVisitor({ locale: 'en', viewport: { width: 1440, height: 844 } });
    await visitor.openChat();
    await part(visitor, '.notice:not(:empty)').waitFor();
    expect(await violations(visitor.page, 'baton-widget')).toEqual([]);
  });

  it('without anything that moves, where motion is not wanted', async () => {
    const visitor = await aVisitor({ locale: 'en' });
    await visitor.openChat();
    const moving = (): Promise<string[]> =>
      visitor.page.evaluate(
        `document.querySelector('baton-widget').shadowRoot.getAnimations().filter((one) => one.playState === 'running').map((one) => one.animationName ?? one.transitionProperty)`,
      );
    await visitor.begins(baton, 'When?');
    baton.conversation.delta('turn', 'Soon');
    await part(visitor, '.streaming').waitFor();
    expect(await moving()).toEqual([]);
    baton.conversation.requestPerson();
    baton.conversation.agentTypes(true);
    await part(visitor, '.wait').waitFor();
    await part(visitor, '.dots').waitFor();
    expect(await moving()).toEqual([]);
    // It does move for everybody else.
    await visitor.page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await moving()).not.toEqual([]);
  });

  it('in colours that the system forces', async () => {
    const visitor = await aVisitor({ locale: 'en', forcedColors: 'active', viewport: { width: 1024, height: 800 } });
    await visitor.openChat();
    await visitor.begins(baton, 'When?');
    baton.conversation.say('ai', 'Soon');
    baton.conversation.requestPerson(2, 240);
    await part(visitor, '.wait').waitFor();
    // What fills and shadows tell apart elsewhere is told apart by lines.
    for (const one of ['.launcher', '.panel', '.turn.ai .bubble', '.turn.visitor .bubble', '.field', '.wait', '.send'])
      expect([
        one,
        await part(visitor, one)
          .first()
          .evaluate((each: object) => (globalThis as any).getComputedStyle(each).borderTopStyle),
      ]).toEqual([one, 'solid']);
  });

  it('in the shop that shows it, by any width and scheme', async () => {
    context = await browser().newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
    const visitor = await VisitorPage.open(context, `${baton.url}/demo`);
    await visitor.launcher.waitFor();
    expect(await violations(visitor.page)).toEqual([]);
    await visitor.page.setViewportSize({ width: 390, height: 844 });
    expect(await violations(visitor.page)).toEqual([]);
  });
});
