import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import { cookieOf, startPeople, type People } from '../../../../../test/harness/people.js';
import { Setup } from './setup.js';

const website = {
  name: 'Shop',
  allowedOrigins: ['https://shop.example', 'http://baton.test'],
  timeZone: 'Europe/Madrid',
  locale: 'es',
  theme: { accent: '#b4234f', position: 'left', greeting: 'Hola' },
};
const first = { name: 'Ada', email: 'ada@example.test', password: 'a long enough one', website };

describe('the setup of an empty installation', () => {
  let people: People;
  let token: string;
  const log = jest.spyOn(Logger.prototype, 'log');

  beforeAll(async () => {
    people = await startPeople();
    const line = log.mock.calls.map(([message]) => String(message)).find((message) => message.startsWith('Set up Baton at '));
    token = /^Set up Baton at http:\/\/baton\.test\/setup\?token=([\w-]{32})$/.exec(line ?? '')?.[1] ?? 'no token was logged';
  });
  afterAll(() => people.stop());

  const state = async (): Promise<unknown> => (await people.outside.get('/setup')).body;
  const attempt = (more: object = {}) => people.outside.post('/setup', { ...first, token, ...more });

  it('is open, and shows the same token at every start', async () => {
    expect(await state()).toEqual({ open: true });
    log.mockClear();
    await people.app.get(Setup).onApplicationBootstrap();
    expect(log).toHaveBeenCalledWith(`Set up Baton at http://baton.test/setup?token=${token}`);
  });

  it('takes the token and whole answers', async () => {
    expect(await attempt({ token: 'guessed' })).toMatchObject({ status: 403, body: { code: 'setup.token_wrong' } });
    const faulty: [path: string, body: object][] = [
      ['website.allowedOrigins.1', { allowedOrigins: ['https://shop.example', 'shop.example'] }],
      ['website.name', { name: ' ' }],
      ['website.theme.accent', { theme: { accent: 'red' } }],
      ['website.timeZone', { timeZone: 'Mars/Olympus' }],
      ['website.assistant', { assistant: { responder: 'none' } }],
      ['website.demo', { demo: true }],
    ];
    for (const [path, wrong] of faulty) {
      expect(await attempt({ website: { ...website, ...wrong } })).toMatchObject({ status: 422, body: { errors: [{ path }] } });
    }
    expect(await attempt({ website: null })).toMatchObject({ status: 422, body: { errors: [{ path: 'website' }] } });
    expect(await attempt({ password: 'short' })).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect((await people.outside.with({ origin: 'https://evil.example' }).post('/setup', { ...first, token })).status).toBe(403);
    expect(await people.database.query(`select 1 from app_user union all select 1 from website`)).toEqual([]);
  });

  it('makes one administrator and one website, however many send it at once, and closes for good', async () => {
    const answers = await Promise.all([attempt(), attempt({ email: 'eve@example.test' }), attempt({ email: 'mallory@example.test' })]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 404, 404]);
    const done = answers.find((answer) => answer.status === 201)!;
    expect(done.body).toMatchObject({ user: { name: 'Ada', memberships: [{ websiteId: null, role: 'admin' }] } });
    const admin = people.outside.with({ cookie: cookieOf(done) });
    expect((await admin.get('/websites')).body.items).toMatchObject([website]);

    expect(await state()).toEqual({ open: false });
    expect(await attempt({ email: 'late@example.test' })).toMatchObject({ status: 404, body: { code: 'setup.not_found' } });
    expect(await people.database.query(`select 1 from installation_secret`)).toEqual([]);
    log.mockClear();
    await people.app.get(Setup).onApplicationBootstrap();
    expect(log).not.toHaveBeenCalledWith(expect.stringContaining('Set up Baton'));
  });
});

describe('the setup by somebody who looks around first', () => {
  it('makes an administrator and no website', async () => {
    const people = await startPeople();
    const token = (await people.database.query<{ value: string }>(`select value from installation_secret where name = 'setup_token'`))[0]!.value;
    const { website: _, ...alone } = first;
    const done = await people.outside.post('/setup', { ...alone, token });
    expect(done.status).toBe(201);
    const admin = people.outside.with({ cookie: cookieOf(done) });
    expect((await admin.get('/websites')).body.items).toEqual([]);
    expect((await admin.get('/setup/checklist')).body).toMatchObject({ website: null, dismissed: false });
    await people.stop();
  });
});
