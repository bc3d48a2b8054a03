import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContextOptions } from 'playwright-core';
import { AgentPage } from './support/agent-page.js';
import { violations, violationsAsItIs } from './support/axe.js';
import { describeInChromium } from './support/chromium.js';
import { ConsolePage } from './support/console-page.js';
import { ADMINISTRATION } from './support/console-states/administration.js';
import { AT_WORK } from './support/console-states/at-work.js';
import { PEOPLE } from './support/console-states/people.js';
import { RULES } from './support/console-states/rules.js';
import type { Screens } from './support/console-states/state.js';
import { RunningBaton } from './support/running-baton.js';

/** Wide in the light and the dark, narrow in the dark: the colours do not depend on the width. */
const LOOKS: Readonly<Record<number, BrowserContextOptions>> = {
  1440: {},
  390: { viewport: { width: 390, height: 844 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
};

/** Every page of the console and what can stand on it, in the order in which one leads to the next. */
const STATES = [...AT_WORK, ...ADMINISTRATION, ...PEOPLE, ...RULES];

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
        const look = width === 1440 ? violations : violationsAsItIs;
        return (await look(people[who].page, part)).map((violation) => `${width} px, ${violation}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  });

  it('has pages that complain of nothing', () => {
    for (const { nobody, ana, admin } of screens.values()) expect([nobody, ana, admin].flatMap(({ troubles }) => troubles)).toEqual([]);
  });
});
