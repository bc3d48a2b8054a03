import { cookieOf, OWN_ORIGIN, PASSWORD, startPeople, type Answer, type Client, type People } from '../../../../../test/harness/people.js';

const HOUR_MS = 3_600_000;
const CHOSEN = 'a password of my own';
let nth = 0;

describe('a link to choose a password', () => {
  let people: People;
  let admin: Client & { userId: string };
  let shop: string;
  let other: string;
  beforeAll(async () => {
    people = await startPeople();
    admin = await people.admin();
    shop = (await people.aWebsite()).id;
    other = (await people.aWebsite()).id;
  });
  afterAll(() => people.stop());

  const invited = async (): Promise<{ id: string; email: string }> =>
    (
      await admin.post('/users', {
        email: `new-${++nth}@example.test`,
        name: 'Nora',
        memberships: [{ websiteId: shop, role: 'agent' }],
      })
    ).body;
  const linkFor = (id: string, by: Client = admin): Promise<Answer> => by.post(`/users/${id}/link`);
  const tokenFor = async (id: string): Promise<string> => (await linkFor(id)).body.url.split('#')[1];
  const look = (token: unknown): Promise<Answer> => people.outside.post('/auth/links/look', { token });
  const use = (token: string, password = CHOSEN): Promise<Answer> => people.outside.post('/auth/links/use', { token, password });
  const gone = { status: 404, body: { code: 'link.not_found' } };

  it('brings somebody in for the first time', async () => {
    const nora = await invited();
    expect(nora).toMatchObject({ joined: false, link: null, lastSeenAt: null });
    expect((await people.outside.post('/auth/login', { email: nora.email, password: CHOSEN })).status).toBe(401);
    const made = await linkFor(nora.id);
    expect(made).toMatchObject({
      status: 201,
      body: { purpose: 'invitation', url: expect.stringMatching(/^http:\/\/baton\.test\/welcome#[\w-]{43}$/) },
    });
    expect(new Date(made.body.expiresAt).getTime() - people.clock.now().getTime()).toBeCloseTo(72 * HOUR_MS, -5);
    expect((await admin.get(`/users/${nora.id}`)).body).toMatchObject({
      joined: false,
      link: { purpose: 'invitation', expiresAt: made.body.expiresAt },
    });

    const token = made.body.url.split('#')[1];
    expect(await look(token)).toMatchObject({
      status: 200,
      body: { name: 'Nora', email: nora.email, purpose: 'invitation', expiresAt: made.body.expiresAt },
    });
    const entered = await use(token);
    expect(entered).toMatchObject({ status: 200, body: { user: { id: nora.id } } });
    expect((await people.outside.with({ cookie: cookieOf(entered) }).get('/auth/me')).status).toBe(200);
    expect((await people.logIn(nora.email, CHOSEN)).headers['cookie']).toBeDefined();
    expect((await admin.get(`/users/${nora.id}`)).body).toMatchObject({ joined: true, link: null, lastSeenAt: expect.any(String) });
  });

  it('brings somebody back in, and ends what was signed in before', async () => {
    const ana = await people.aUser([{ websiteId: shop, role: 'agent' }]);
    const elsewhere = await people.logIn(ana.email);
    const made = await linkFor(ana.id);
    expect(made.body.purpose).toBe('reset');
    // The old password holds until the link is used.
    expect((await elsewhere.get('/auth/me')).status).toBe(200);
    expect((await use(made.body.url.split('#')[1])).status).toBe(200);
    expect((await elsewhere.get('/auth/me')).status).toBe(401);
    expect(people.broadcaster.cut).toContain(`user ${ana.id}`);
    expect((await people.outside.post('/auth/login', { email: ana.email, password: PASSWORD })).status).toBe(401);
  });

  it('leads to where this installation is, whatever host was asked', async () => {
    const { id } = await invited();
    const made = await linkFor(id, admin.with({ host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: OWN_ORIGIN }));
    expect(new URL(made.body.url).origin).toBe(OWN_ORIGIN);
  });

  it('works once, however many use it at the same moment', async () => {
    const { id } = await invited();
    const token = await tokenFor(id);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => use(token, `password number ${i}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    expect(await use(token)).toMatchObject(gone);
    expect(await look(token)).toMatchObject(gone);
  });

  it('ends after three days, with the next one, when it is taken back, and with another password', async () => {
    const late = await tokenFor((await invited()).id);
    people.clock.advance(71 * HOUR_MS);
    try {
      expect((await look(late)).status).toBe(200);
      people.clock.advance(2 * HOUR_MS);
      expect(await look(late)).toMatchObject(gone);
      expect(await use(late)).toMatchObject(gone);
    } finally {
      people.clock.advance(-73 * HOUR_MS);
    }

    const nora = await invited();
    const [first, second] = [await tokenFor(nora.id), await tokenFor(nora.id)];
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200]);
    expect((await admin.delete(`/users/${nora.id}/link`)).status).toBe(204);
    expect(await use(second)).toMatchObject(gone);
    expect(await admin.delete(`/users/${nora.id}/link`)).toMatchObject(gone);

    const third = await tokenFor(nora.id);
    await admin.patch(`/users/${nora.id}`, { password: 'set by the admin' });
    expect(await use(third)).toMatchObject(gone);
  });

  it('is worth nothing once the person is deactivated, also when they come back', async () => {
    const { id } = await invited();
    const token = await tokenFor(id);
    await admin.patch(`/users/${id}`, { active: false });
    expect(await use(token)).toMatchObject(gone);
    expect(await linkFor(id)).toMatchObject({ status: 409, body: { code: 'user.inactive' } });
    await admin.patch(`/users/${id}`, { active: true });
    expect(await use(token)).toMatchObject(gone);
  });

  it('is made by who may become that person, and seen by nobody else', async () => {
    const boss = await people.aUser([{ websiteId: null, role: 'admin' }]);
    const both = await people.aUser([
      { websiteId: shop, role: 'agent' },
      { websiteId: other, role: 'agent' },
    ]);
    const foreign = await people.aUser([{ websiteId: other, role: 'agent' }]);
    const local = await people.signedIn({ websiteId: shop, role: 'admin' });
    const agent = await people.signedIn({ websiteId: null, role: 'agent' });
    expect([(await linkFor(boss.id, local)).status, (await linkFor(both.id, local)).status]).toEqual([403, 403]);
    expect([(await linkFor(foreign.id, local)).status, (await linkFor(boss.id, agent)).status]).toEqual([404, 403]);

    const nora = await invited();
    const { body } = await linkFor(nora.id, local);
    expect((await agent.get(`/users/${nora.id}`)).body.link).toBeNull();
    const stored = await people.database.query<{ text: string }>(
      `select string_agg(l::text, ' ') as text from (select l::text from password_link l union all select a::text from audit_entry a) l`,
    );
    expect(stored[0]!.text).not.toContain(body.url.split('#')[1]);
  });

  it.each([
    ['nothing', {}],
    ['a number', { token: 1, password: CHOSEN }],
    ['a short password', { token: 'x', password: 'short' }],
    ['a blank password', { token: 'x', password: ' '.repeat(12) }],
  ])('is not used with %s', async (_, body) => {
    expect((await people.outside.post('/auth/links/use', body)).status).toBe(422);
  });

  it('is not used from another site’s page', async () => {
    const token = await tokenFor((await invited()).id);
    expect((await people.outside.with({ origin: 'https://evil.example' }).post('/auth/links/use', { token, password: CHOSEN })).status).toBe(403);
    expect((await use(token)).status).toBe(200);
  });

  it('is written down, without itself', async () => {
    const { id } = await invited();
    await use(await tokenFor(id));
    await tokenFor(id);
    await admin.delete(`/users/${id}/link`);
    const { items } = (await admin.get(`/audit?subjectId=${id}&limit=200`)).body;
    expect(items.map(({ action }: { action: string }) => action).reverse()).toEqual([
      'user.created',
      'user.link_made',
      'user.joined',
      'auth.logged_in',
      'user.link_made',
      'user.link_revoked',
    ]);
    expect(items.find(({ action }: { action: string }) => action === 'user.joined').actor).toMatchObject({ kind: 'user', id, name: 'Nora' });
  });
});

describe('guessing links', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople({ env: { BATON_RATE_LIMIT: 'on' } });
  });
  afterAll(() => people.stop());

  it('comes to an end', async () => {
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push((await people.outside.post('/auth/links/look', { token: `guess ${i}` })).status);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
  });
});
