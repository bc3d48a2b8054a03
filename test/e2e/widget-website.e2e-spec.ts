import { Database } from '../../apps/server/src/platform/database/index.js';
import { ELSEWHERE, SHOP, Stage } from './support/stage.js';

describe('A page that is about to show the chat', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(() => stage.end());

  const look = (headers: Record<string, string>, websiteKey = stage.shop.publicKey): Promise<Response> =>
    fetch(`${stage.url}/api/v1/widget/website?${new URLSearchParams({ websiteKey })}`, { headers });
  const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as { code: string }) });

  it('learns how the website looks and speaks, and leaves no trace', async () => {
    const answer = await look({ origin: SHOP });
    expect(await answer.json()).toEqual({
      name: 'Shop',
      theme: { accent: expect.stringMatching(/^#/), position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
      locale: stage.shop.locale,
      texts: {},
      mode: 'always',
      open: true,
      opensAt: null,
    });
    const [left] = await stage.server
      .get(Database)
      .query('select (select count(*) from session)::int as sessions, (select count(*) from visitor)::int as visitors');
    expect(left).toEqual({ sessions: 0, visitors: 0 });
  });

  it('may remember it for a minute, in that browser alone, for that origin alone', async () => {
    const { headers } = await look({ origin: SHOP });
    expect(headers.get('cache-control')).toBe('private, max-age=60');
    expect(headers.get('vary')).toMatch(/origin/i);
    expect(headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('is known by its address where browsers name no origin', async () => {
    expect((await look({ referer: `${SHOP}/tents?size=2` })).status).toBe(200);
    expect(await problem(await look({ referer: 'not an address' }))).toMatchObject({ status: 403, code: 'origin.not_allowed' });
    expect(await problem(await look({ origin: ELSEWHERE, referer: `${SHOP}/` }))).toMatchObject({ status: 403, code: 'origin.not_allowed' });
  });

  it('learns nothing where the website does not allow it, but why', async () => {
    for (const headers of [{ origin: ELSEWHERE }, { origin: 'null' }, {}]) {
      const refused = await look(headers as Record<string, string>);
      expect(refused.headers.get('cache-control')).toBeNull();
      expect(await problem(refused)).toMatchObject({ status: 403, code: 'origin.not_allowed' });
    }
    const refused = await look({ origin: ELSEWHERE });
    expect(refused.headers.get('access-control-allow-origin')).toBe(ELSEWHERE);
  });

  it('is told when the key is nobody’s', async () => {
    expect(await problem(await look({ origin: SHOP }, 'wk_nobody'))).toMatchObject({ status: 404, code: 'website.not_found' });
    expect(await problem(await look({ origin: SHOP }, ''))).toMatchObject({ status: 422, code: 'input.invalid' });
  });
});
