import { startTestApp, type TestApp } from '../harness/app.js';

describe('the application', () => {
  let baton: TestApp;
  beforeAll(async () => {
    baton = await startTestApp();
  });
  afterAll(() => baton.close());

  it('lives and is ready', async () => {
    expect((await fetch(`${baton.url}/health/live`)).status).toBe(200);
    expect(await (await fetch(`${baton.url}/health/ready`)).json()).toEqual({ status: 'ok' });
  });
});
