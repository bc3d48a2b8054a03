import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AgentPage } from './support/agent-page.js';
import { describeInChromium } from './support/chromium.js';
import { RunningBaton } from './support/running-baton.js';
import { VisitorPage } from './support/visitor-page.js';

/** What somebody does who tries Baton for the first time: the shop in one browser, the inbox in another. */
describeInChromium('the demo, as it starts', (browser) => {
  let baton: RunningBaton;
  let ana: AgentPage;

  beforeAll(async () => {
    baton = await RunningBaton.start();
    ana = await AgentPage.signIn(browser(), baton.url, baton.login('ana'));
  });
  afterAll(() => baton?.stop());

  async function aVisitor(): Promise<VisitorPage> {
    const visitor = await VisitorPage.open(await browser().newContext({ viewport: { width: 1280, height: 800 } }), `${baton.url}/demo`);
    await visitor.openChat();
    return visitor;
  }

  it('goes from the AI to a person, who solves it', async () => {
    const visitor = await aVisitor();
    await visitor.write('How long does delivery take?');
    await visitor.sees(/2 to 3 working days/);
    await visitor.write('I want to talk to a person about my tent');
    await visitor.sees(/on the way/i);

    await ana.lookAt('Unassigned');
    await ana.open('I want to talk to a person about my tent');
    await ana.sees(/2 to 3 working days/);
    await ana.presses(/^Claim/);
    await visitor.sees(/Ana Kovač joined/);
    await ana.replies('Hello, Ana here. Which tent is it?');
    await visitor.sees('Hello, Ana here. Which tent is it?');
    await visitor.write('The Fjell 3, it leaks');
    await ana.sees('The Fjell 3, it leaks');

    await visitor.page.reload();
    await visitor.openChatIfClosed();
    await visitor.sees('The Fjell 3, it leaks');
    const secondTab = await VisitorPage.open(visitor.page.context(), `${baton.url}/demo`);
    await secondTab.openChatIfClosed();
    await secondTab.sees('Hello, Ana here. Which tent is it?');
    await secondTab.write('From the second tab');
    await visitor.sees('From the second tab');
    await ana.sees('From the second tab');

    await ana.presses(/^Resolve/);
    await visitor.sees(/Solved/);
    expect(visitor.troubles).toEqual([]);
  });

  it('goes back to the AI, which goes on', async () => {
    const visitor = await aVisitor();
    await visitor.presses('Talk to a person');
    await visitor.sees(/on the way/i);
    await visitor.write('It is about a return');
    await ana.lookAt('Unassigned');
    await ana.open('It is about a return');
    await ana.presses(/^Claim/);
    await ana.replies('The assistant knows all about returns.');
    await visitor.sees('The assistant knows all about returns.');
    await ana.presses('Return to AI');
    await visitor.sees(/assistant/i);
    await visitor.write('How do I return something?');
    await visitor.sees(/within 60 days/);
    expect(visitor.troubles).toEqual([]);
  });
});
