import { startPeople, type People } from '../../../../../test/harness/people.js';

describe('limits per address', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople({ env: { BATON_RATE_LIMIT: 'on' } });
  });
  afterAll(() => people.stop());

  it('are per route, whatever the address claims to be forwarded for, and say when to come back', async () => {
    const setUp = (i: number) => people.outside.with({ 'x-forwarded-for': `203.0.113.${i}` }).post('/setup', {});
    for (let i = 0; i < 10; i++) expect((await setUp(i)).status).toBe(422);
    const refused = await setUp(10);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate.limited', details: { retryAfterSeconds: expect.any(Number) } } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await people.outside.get('/setup')).status).toBe(200);
  });
});

describe('limits that are off', () => {
  it('limit nothing', async () => {
    const people = await startPeople();
    for (let i = 0; i < 15; i++) expect((await people.outside.post('/setup', {})).status).toBe(422);
    expect((await people.outside.get('/setup')).headers).not.toHaveProperty('x-ratelimit-limit');
    await people.stop();
  });
});
