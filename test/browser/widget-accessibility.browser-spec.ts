import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import { BuiltPages } from './support/built-pages.js';
import { describeInChromium } from './support/chromium.js';
import { FakeBaton } from './support/fake-baton.js';
import { VisitorPage } from './support/visitor-page.js';

/** Every state a visitor can come to, and how to bring it about. */
const STATES: readonly (readonly [string, (visitor: VisitorPage, baton: FakeBaton) => Promise<void>])[] = [
  ['the shop with the launcher', async () => undefined],
  ['the greeting', (visitor) => visitor.openChat()],
  [
    'an answer with its source',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('When?');
      await visitor.sees('When?');
      baton.conversation.say('ai', '**Soon**, see [here](https://a.example):\n- one\n- `two`', {
        sources: [{ title: 'Delivery', url: 'https://a.example' }],
      });
      await visitor.sees('From:');
    },
  ],
  [
    'waiting',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('A person, please');
      await visitor.sees('A person, please');
      baton.conversation.requestPerson(2, 240);
      await visitor.sees('You are number 2 in line');
    },
  ],
  [
    'a person typing',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('A person, please');
      await visitor.sees('A person, please');
      baton.conversation.claim('Ana');
      baton.conversation.say('agent', 'Hello', { name: 'Ana' });
      baton.conversation.agentTypes(true);
      await visitor.sees('Ana is typing');
    },
  ],
  [
    'the end',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('Thanks');
      await visitor.sees('Thanks');
      baton.conversation.claim('Ana');
      baton.conversation.close();
      await visitor.sees('How was it?');
    },
  ],
  [
    'nobody there',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('A person, please');
      await visitor.sees('A person, please');
      baton.conversation.turn({ owner: 'queue', opensAt: '2030-01-07T08:00:00Z' });
      await visitor.panel.getByRole('button', { name: 'Leave message' }).click();
      await visitor.sees('Please write an email address');
    },
  ],
  [
    'no network',
    async (visitor, baton) => {
      await visitor.openChat();
      await visitor.write('Hello');
      await visitor.sees('Hello');
      baton.cut();
      await visitor.write('Are you there?');
      await visitor.sees('Will be sent when you are back online');
      await visitor.sees('Reconnecting');
    },
  ],
];

describeInChromium('everybody can use the widget', (browser) => {
  let pages: BuiltPages;

  beforeAll(async () => {
    pages = await BuiltPages.build();
  });
  afterAll(async () => pages.remove());

  // Schemes differ in colours and widths in layout; nothing depends on both.
  const LOOKS = [
    ['light', 1280],
    ['dark', 390],
  ] as const;
  const cases = STATES.flatMap(([name, bring]) => LOOKS.map(([scheme, width]) => [name, scheme, width, bring] as const));
  it.each(cases)('%s, %s, %i px', async (_name, colorScheme, width, bring) => {
    const baton = await FakeBaton.start(pages.serve);
    const context = await browser().newContext({ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    try {
      const visitor = await VisitorPage.open(context, `${baton.url}/demo`);
      await visitor.launcher.waitFor();
      await bring(visitor, baton);
      const axe = new AxeBuilder({ page: visitor.page });
      if (await visitor.panel.count()) axe.include('baton-widget');
      const { violations } = await axe.analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])])).toEqual([]);
    } finally {
      await context.close();
      await baton.stop();
    }
  });
});
