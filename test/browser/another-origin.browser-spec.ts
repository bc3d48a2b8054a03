import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeInChromium } from './support/chromium.js';
import { RunningBaton } from './support/running-baton.js';
import { VisitorPage } from './support/visitor-page.js';

/** The ordinary case: a customer's site on its own address, Baton on another. */
describeInChromium('the widget on a site of another origin', (browser) => {
  let baton: RunningBaton;
  let site: Server;
  let origin: string;
  const html = { body: '' };

  beforeAll(async () => {
    baton = await RunningBaton.start();
    site = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html.body));
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const admin = await baton.team('admin');
    const [shop] = (await admin.websites.list()).items.filter(({ name }) => name === 'Northwind Outdoors');
    await admin.websites.update(shop!.id, { allowedOrigins: [...shop!.allowedOrigins, origin] });
    html.body = `<!doctype html><html lang="en"><title>A site</title><h1>A site</h1>
      <script>!function(w,d,u,s){w.Baton=w.Baton||function(){(w.Baton.q=w.Baton.q||[]).push(arguments)};
      s=d.createElement('script');s.async=1;s.src=u+'/widget/v1.js';d.head.append(s)}(window,document,'${baton.url}');
      Baton('boot',{websiteKey:'${shop!.publicKey}'})</script></html>`;
  });
  afterAll(async () => {
    await new Promise((resolve) => site.close(resolve));
    await baton.stop();
  });

  it('opens, answers, and calls a person, embedded by the documented snippet', async () => {
    const context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
    const visitor = await VisitorPage.open(context, origin);
    await visitor.openChat();
    await visitor.write('How long does delivery take?');
    await visitor.sees(/2 to 3 working days/);
    await visitor.presses('Talk to a person');
    await visitor.sees(/on the way/i);
    await visitor.page.reload();
    await visitor.openChatIfClosed();
    await visitor.sees(/2 to 3 working days/);
    expect(visitor.troubles).toEqual([]);
    await context.close();
  });
});
