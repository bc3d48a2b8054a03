import { BatonTeam } from '#sdk';
import { startTestApp, type TestApp } from '../../../../../test/harness/app.js';

describe('The demo data', () => {
  let app: TestApp;
  let ana: BatonTeam;

  beforeAll(async () => {
    app = await startTestApp({ env: { BATON_DEMO: 'true', BATON_DEMO_PASSWORD: 'a demo password' } });
    ana = new BatonTeam({ url: app.url });
    await ana.login('ana@demo.baton.test', 'a demo password');
  });
  afterAll(() => app.close());

  it('leaves no view of the inbox empty that can have something', async () => {
    const { mine, unassigned, open, resolved } = await ana.handoffs.counts();
    expect({ mine, unassigned, open, resolved }).toEqual({ mine: 2, unassigned: 8, open: 12, resolved: 14 });
  });

  it('shows the three triggers, each with the rule and the evidence it fired on', async () => {
    const { items } = await ana.handoffs.list({ limit: 200 });
    expect(new Set(items.map(({ trigger }) => trigger))).toEqual(new Set(['requested', 'confidence_low', 'sensitive_topic']));
    for (const { id } of items) {
      const handoff = await ana.handoffs.get(id);
      expect(handoff.rule?.name).toBeTruthy();
      expect(handoff.evidence).toMatchObject({ result: true });
      expect(handoff.promise?.position).toBeGreaterThan(0);
    }
  });

  it('tells nothing of the future', async () => {
    const { items } = await ana.handoffs.list({ sort: 'activity', limit: 200 });
    const now = Date.now();
    for (const one of items) expect(Date.parse(one.lastActivityAt)).toBeLessThanOrEqual(now);
  });

  it('is there once, however often Baton is started', async () => {
    const again = await startTestApp({ env: { BATON_DEMO: 'true' }, databaseUrl: app.databaseUrl });
    await again.close();
    expect((await ana.handoffs.counts()).resolved).toBe(14);
  });

  it('gives the shop page its key', async () => {
    const { websiteKey } = (await (await fetch(`${app.url}/demo/config.json`)).json()) as { websiteKey: string };
    const response = await fetch(`${app.url}/api/v1/widget/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ websiteKey }),
    });
    expect(response.status).toBe(201);
  });
});
