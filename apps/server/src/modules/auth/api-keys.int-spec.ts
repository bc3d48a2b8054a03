import type { Permission } from '#contracts';
import { startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Authenticator } from './authenticator.js';
import { EndExpiredKeys } from './end-expired-keys.js';

describe('API keys', () => {
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

  const made = (by: Client, permissions: Permission[], websiteId?: string) =>
    by.post('/api-keys', { name: 'Robot', permissions, ...(websiteId && { websiteId }) });
  const holding = (key: string): Client => people.outside.with({ authorization: `Bearer ${key}` });

  it('are shown once, and let a program act for their maker', async () => {
    const created = await made(admin, ['website.view', 'user.view']);
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Robot', permissions: ['website.view', 'user.view'], websiteId: null, lastUsedAt: null },
    });
    expect(created.body.key).toMatch(/^bk_[\w-]{43}$/);

    const robot = holding(created.body.key);
    expect((await robot.get('/auth/me')).body).toMatchObject({ user: { id: admin.userId }, permissions: ['user.view', 'website.view'] });
    expect((await robot.get('/websites')).body.items.length).toBeGreaterThan(1);
    expect((await robot.post('/websites', { name: 'Mine', allowedOrigins: [] })).status).toBe(403);

    const list = await admin.get('/api-keys');
    expect(list.body.items.find((key: { id: string }) => key.id === created.body.id)).toMatchObject({
      name: 'Robot',
      lastUsedAt: expect.any(String),
    });
    expect(JSON.stringify(list.body)).not.toMatch(/hash/);
    expect(JSON.stringify(list.body)).not.toContain(created.body.key.slice(0, 9));
    expect(created.body).toMatchObject({ prefix: created.body.key.slice(0, 8), createdBy: { id: admin.userId, name: 'Ana' }, expiresAt: null });
  });

  it('end by themselves when they were given an end, on sockets too', async () => {
    const now = people.clock.now().getTime();
    const until = (millis: number) => admin.post('/api-keys', { name: 'Guest', permissions: ['website.view'], expiresAt: new Date(now + millis) });
    expect(await until(-1000)).toMatchObject({ status: 422, body: { errors: [{ path: 'expiresAt' }] } });
    expect((await admin.post('/api-keys', { name: 'Guest', permissions: ['website.view'], expiresAt: 'soon' })).status).toBe(422);
    const { body } = await until(60_000);
    const sweep = () => people.app.get(EndExpiredKeys).sweep();
    await sweep();
    expect((await holding(body.key).get('/websites')).status).toBe(200);
    people.clock.advance(61_000);
    try {
      people.app.get(Authenticator).forget();
      expect((await holding(body.key).get('/websites')).status).toBe(401);
      expect((await admin.get('/api-keys')).body.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
      await sweep();
      expect(people.broadcaster.cut.filter((cut) => cut === `key ${body.id}`)).toHaveLength(1);
      await sweep();
      expect(people.broadcaster.cut.filter((cut) => cut === `key ${body.id}`)).toHaveLength(1);
    } finally {
      people.clock.advance(-61_000);
    }
  });

  it('need no origin, for no browser adds them by itself', async () => {
    const { body } = await made(admin, ['website.create']);
    expect((await holding(body.key).with({ origin: 'https://evil.example' }).post('/websites', { name: 'By key', allowedOrigins: [] })).status).toBe(
      201,
    );
  });

  it('stay on the website they are bound to', async () => {
    const { body } = await made(admin, ['website.view', 'website.edit'], shop);
    const robot = holding(body.key);
    expect((await robot.get('/websites')).body.items.map((website: { id: string }) => website.id)).toEqual([shop]);
    expect((await robot.get(`/websites/${other}`)).status).toBe(404);
    expect((await robot.patch(`/websites/${other}`, { name: 'Taken' })).status).toBe(404);
    expect((await robot.patch(`/websites/${shop}`, { name: 'Shop' })).status).toBe(200);
  });

  it('end at once when they are revoked, and their sockets with them', async () => {
    const { body } = await made(admin, ['website.view']);
    const robot = holding(body.key);
    expect((await robot.get('/websites')).status).toBe(200);
    expect((await admin.delete(`/api-keys/${body.id}`)).status).toBe(204);
    expect((await robot.get('/websites')).status).toBe(401);
    expect(people.broadcaster.cut).toContain(`key ${body.id}`);
    expect((await admin.delete(`/api-keys/${body.id}`)).status).toBe(404);
  });

  it('lose what their maker loses', async () => {
    const maker = await people.signedIn({ websiteId: shop, role: 'admin' });
    const { body } = await made(maker, ['website.edit', 'website.view']);
    const robot = holding(body.key);
    expect((await robot.patch(`/websites/${shop}`, { name: 'Shop' })).status).toBe(200);
    await admin.patch(`/users/${maker.userId}`, { memberships: [{ websiteId: shop, role: 'agent' }] });
    expect((await robot.patch(`/websites/${shop}`, { name: 'Shop' })).status).toBe(403);
    await admin.patch(`/users/${maker.userId}`, { active: false });
    expect((await robot.get(`/websites/${shop}`)).status).toBe(401);
  });

  describe('of somebody who administers one website', () => {
    let local: Client & { userId: string };
    beforeAll(async () => {
      local = await people.signedIn({ websiteId: shop, role: 'admin' }, { websiteId: other, role: 'agent' });
    });

    it('reach no further than they do', async () => {
      const { body } = await made(local, ['website.view', 'website.edit']);
      expect((await holding(body.key).patch(`/websites/${other}`, { name: 'Taken' })).status).toBe(403);
      expect((await made(local, ['website.view'], other)).status).toBe(404);
      expect((await made(local, ['website.view'], '01890000-0000-7000-8000-000000000000')).status).toBe(404);
    });

    it('cannot be widened by a key that makes a key', async () => {
      const bound = await made(local, ['api_key.edit', 'website.view'], shop);
      const robot = holding(bound.body.key);
      expect((await made(robot, ['website.view', 'website.edit'], shop)).status).toBe(403);
      expect((await made(robot, ['website.view'])).status).toBe(403);
      expect((await made(robot, ['website.view'], shop)).status).toBe(201);
    });

    it('are theirs and their website’s to see and to revoke', async () => {
      const foreign = await made(admin, ['website.view'], other);
      const unbound = await made(admin, ['website.view']);
      const ofShop = await made(admin, ['website.view'], shop);
      const ids = (await local.get('/api-keys?limit=200')).body.items.map((key: { id: string }) => key.id);
      expect(ids).toContain(ofShop.body.id);
      expect(ids).not.toContain(foreign.body.id);
      expect(ids).not.toContain(unbound.body.id);
      expect((await local.delete(`/api-keys/${foreign.body.id}`)).status).toBe(404);
      expect((await holding(foreign.body.key).get('/websites')).status).toBe(200);
      expect((await local.delete(`/api-keys/${ofShop.body.id}`)).status).toBe(204);
    });
  });

  it('are not for agents, and hold only permissions there are', async () => {
    const agent = await people.signedIn({ websiteId: null, role: 'agent' });
    expect((await made(agent, ['handoff.view'])).status).toBe(403);
    expect((await made(admin, ['everything' as Permission])).status).toBe(422);
    expect((await made(admin, [])).status).toBe(422);
    expect((await admin.post('/api-keys', { name: 'Robot', permissions: ['website.view'], createdBy: 'x' })).status).toBe(422);
  });

  it('are listed in pages', async () => {
    const first = await admin.get('/api-keys?limit=2');
    const second = await admin.get(`/api-keys?limit=2&cursor=${first.body.nextCursor}`);
    const ids = [...first.body.items, ...second.body.items].map((key: { id: string }) => key.id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
    expect((await admin.get('/api-keys?cursor=x')).status).toBe(422);
    expect((await admin.get('/api-keys?limit=201')).status).toBe(422);
  });
});
