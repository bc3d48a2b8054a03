import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Team } from './index.js';
import { anEverywhereAdminMustRemain } from './last-admin.js';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const paths = (answer: { body: { errors: { path: string }[] } }): string[] => answer.body.errors.map((error) => error.path);

describe('people of the team', () => {
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

  const invite = (by: Client, more: object = {}) =>
    by.post('/users', {
      email: `${Math.random().toString(36).slice(2)}@example.test`,
      name: 'Bea',
      password: PASSWORD,
      memberships: [{ websiteId: shop, role: 'agent' }],
      ...more,
    });

  it('are invited, can sign in, and are shown without their secrets', async () => {
    const invited = await invite(admin);
    expect(invited).toMatchObject({
      status: 201,
      body: { name: 'Bea', active: true, presence: 'offline', memberships: [{ websiteId: shop, role: 'agent' }] },
    });
    expect(Object.keys(invited.body).sort()).toEqual([
      'active',
      'createdAt',
      'email',
      'id',
      'joined',
      'lastSeenAt',
      'link',
      'memberships',
      'name',
      'presence',
    ]);
    expect((await (await people.logIn(invited.body.email)).get('/auth/me')).body.user.id).toBe(invited.body.id);
    expect((await admin.get(`/users/${invited.body.id}`)).body).toMatchObject({ id: invited.body.id });
  });

  it('have an address of their own', async () => {
    const { body } = await invite(admin);
    expect(await invite(admin, { email: body.email.toUpperCase() })).toMatchObject({ status: 409, body: { code: 'user.email_taken' } });
    const second = await invite(admin);
    expect(await admin.patch(`/users/${second.body.id}`, { email: body.email })).toMatchObject({ status: 409, body: { code: 'user.email_taken' } });
  });

  it.each([
    ['email', { email: 'bea' }],
    ['name', { name: '' }],
    ['password', { password: 'short' }],
    ['memberships', { memberships: 'all' }],
    ['memberships.0.role', { memberships: [{ websiteId: null, role: 'root' }] }],
    ['memberships.0.websiteId', { memberships: [{ role: 'agent' }] }],
    ['id', { id: UNKNOWN }],
    ['passwordHash', { passwordHash: 'x' }],
  ])('are not invited with a wrong %s', async (path, more) => {
    const refused = await invite(admin, more);
    expect(refused.status).toBe(422);
    expect(paths(refused)).toContain(path);
  });

  it('are off everything at once when they are deactivated', async () => {
    const agent = await people.signedIn({ websiteId: shop, role: 'admin' });
    const { body: key } = await agent.post('/api-keys', { name: 'Robot', permissions: ['website.view'] });
    const robot = people.outside.with({ authorization: `Bearer ${key.key}` });
    expect([(await agent.get('/websites')).status, (await robot.get('/websites')).status]).toEqual([200, 200]);

    expect((await admin.delete(`/users/${agent.userId}`)).status).toBe(204);
    expect([(await agent.get('/websites')).status, (await robot.get('/websites')).status]).toEqual([401, 401]);
    expect(people.broadcaster.cut).toEqual(expect.arrayContaining([`user ${agent.userId}`, `key ${key.id}`]));

    const back = await admin.patch(`/users/${agent.userId}`, { active: true });
    expect(back.body).toMatchObject({ active: true });
    expect([(await agent.get('/websites')).status, (await robot.get('/websites')).status]).toEqual([401, 401]);
  });

  it('lose their logins, not their keys, when somebody else sets their password', async () => {
    const local = await people.signedIn({ websiteId: shop, role: 'admin' });
    const { body: key } = await local.post('/api-keys', { name: 'Robot', permissions: ['website.view'] });
    await admin.patch(`/users/${local.userId}`, { password: 'a new one by the admin' });
    expect((await local.get('/auth/me')).status).toBe(401);
    expect((await people.outside.with({ authorization: `Bearer ${key.key}` }).get('/websites')).status).toBe(200);
  });

  it('have their new rights at once', async () => {
    const agent = await people.signedIn({ websiteId: shop, role: 'agent' });
    expect((await agent.get(`/websites/${other}`)).status).toBe(404);
    await admin.patch(`/users/${agent.userId}`, { memberships: [{ websiteId: other, role: 'agent' }] });
    expect([(await agent.get(`/websites/${other}`)).status, (await agent.get(`/websites/${shop}`)).status]).toEqual([200, 404]);
  });

  describe('to the administrator of one website', () => {
    let local: Client & { userId: string };
    beforeAll(async () => {
      local = await people.signedIn({ websiteId: shop, role: 'admin' });
    });

    it('do not exist elsewhere', async () => {
      const foreign = await people.aUser([{ websiteId: other, role: 'agent' }]);
      expect((await local.get('/users?limit=200')).body.items.map((user: { id: string }) => user.id)).not.toContain(foreign.id);
      for (const answer of [
        await local.get(`/users/${foreign.id}`),
        await local.patch(`/users/${foreign.id}`, { name: 'X' }),
        await local.delete(`/users/${foreign.id}`),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'user.not_found' } });
      }
    });

    it('show only where they share a website', async () => {
      const both = await people.aUser([
        { websiteId: shop, role: 'agent' },
        { websiteId: other, role: 'agent' },
      ]);
      expect((await local.get(`/users/${both.id}`)).body.memberships).toEqual([{ websiteId: shop, role: 'agent' }]);
    });

    it('cannot be taken over, nor sent away, where they also work elsewhere', async () => {
      const both = await people.aUser([
        { websiteId: shop, role: 'agent' },
        { websiteId: other, role: 'agent' },
      ]);
      for (const change of [{ password: 'taken over by you' }, { email: 'mine@example.test' }, { active: false }, { name: 'X' }]) {
        expect((await local.patch(`/users/${both.id}`, change)).status).toBe(403);
      }
      expect((await local.patch(`/users/${admin.userId}`, { password: 'taken over by you' })).status).toBe(403);
    });

    it('get and lose roles here, and keep those elsewhere', async () => {
      const both = await people.aUser([
        { websiteId: shop, role: 'agent' },
        { websiteId: other, role: 'agent' },
      ]);
      expect((await local.patch(`/users/${both.id}`, { memberships: [{ websiteId: shop, role: 'supervisor' }] })).status).toBe(200);
      expect((await admin.get(`/users/${both.id}`)).body.memberships).toEqual(
        expect.arrayContaining([
          { websiteId: shop, role: 'supervisor' },
          { websiteId: other, role: 'agent' },
        ]),
      );
      await local.patch(`/users/${both.id}`, { memberships: [] });
      expect((await admin.get(`/users/${both.id}`)).body.memberships).toEqual([{ websiteId: other, role: 'agent' }]);
    });

    it('get no roles beyond this website', async () => {
      const { body } = await invite(local);
      expect((await invite(local, { memberships: [{ websiteId: null, role: 'agent' }] })).status).toBe(403);
      for (const websiteId of [other, UNKNOWN]) {
        expect((await invite(local, { memberships: [{ websiteId, role: 'agent' }] })).status).toBe(404);
        expect((await local.patch(`/users/${body.id}`, { memberships: [{ websiteId, role: 'agent' }] })).status).toBe(404);
      }
      expect((await local.patch(`/users/${local.userId}`, { memberships: [{ websiteId: null, role: 'admin' }] })).status).toBe(403);
      expect((await admin.get(`/users/${local.userId}`)).body.memberships).toEqual([{ websiteId: shop, role: 'admin' }]);
    });
  });

  it('are not managed by agents, supervisors, or a key that holds less than they do', async () => {
    const target = await people.aUser([{ websiteId: null, role: 'admin' }]);
    for (const role of ['agent', 'supervisor'] as const) {
      const client = await people.signedIn({ websiteId: null, role });
      expect([
        (await invite(client)).status,
        (await client.patch(`/users/${target.id}`, { name: 'X' })).status,
        (await client.delete(`/users/${target.id}`)).status,
      ]).toEqual([403, 403, 403]);
      expect((await client.patch(`/users/${client.userId}`, { memberships: [{ websiteId: null, role: 'admin' }] })).status).toBe(403);
    }
    const { body } = await admin.post('/api-keys', { name: 'HR', permissions: ['user.edit', 'user.view'] });
    const robot = people.outside.with({ authorization: `Bearer ${body.key}` });
    expect((await robot.patch(`/users/${target.id}`, { password: 'taken over by a key' })).status).toBe(403);
    expect((await invite(robot, { memberships: [{ websiteId: null, role: 'admin' }] })).status).toBe(403);
  });

  it('are found by website and by whether they are active', async () => {
    const local = await people.aUser([{ websiteId: other, role: 'agent' }]);
    await admin.patch(`/users/${local.id}`, { active: false });
    const ids = async (query: string) => (await admin.get(`/users?limit=200&${query}`)).body.items.map((user: { id: string }) => user.id);
    expect(await ids(`websiteId=${other}&active=false`)).toContain(local.id);
    expect(await ids(`websiteId=${other}&active=true`)).not.toContain(local.id);
    expect(await ids(`websiteId=${shop}`)).not.toContain(local.id);
    expect((await admin.get('/users?active=perhaps')).status).toBe(422);
  });

  it('are counted online for the websites they work on', async () => {
    const team = people.app.get(Team);
    const before = await team.agentsOnline(shop);
    const local = await people.aUser([{ websiteId: shop, role: 'agent' }], 'Zoe');
    await people.database.query(`update app_user set presence = 'online', presence_at = now() where id = $1`, [local.id]);
    expect([(await team.agentsOnline(shop)) - before, await team.agentsOnline(other)]).toEqual([1, 0]);
    expect(await team.agents(shop)).toContainEqual({ id: local.id, name: 'Zoe', presence: 'online' });
    await admin.patch(`/users/${local.id}`, { active: false });
    expect(await team.agentsOnline(shop)).toBe(before);
  });
});

describe('one’s own access', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople();
  });
  afterAll(() => people.stop());

  it('is for others to take', async () => {
    const [ana, bea] = [await people.admin(), await people.admin()];
    for (const change of [{ active: false }, { memberships: [] }, { memberships: [{ websiteId: null, role: 'supervisor' }] }]) {
      expect(await ana.patch(`/users/${ana.userId}`, change)).toMatchObject({ status: 409, body: { code: 'user.own_access' } });
    }
    expect(await ana.delete(`/users/${ana.userId}`)).toMatchObject({ status: 409, body: { code: 'user.own_access' } });
    expect((await ana.get('/auth/me')).body.permissions).toContain('user.edit');
    expect((await bea.patch(`/users/${ana.userId}`, { memberships: [] })).status).toBe(200);
  });

  it('may be made less as long as one can undo it', async () => {
    const shop = (await people.aWebsite()).id;
    await people.admin();
    const ana = await people.admin();
    expect((await ana.patch(`/users/${ana.userId}`, { memberships: [{ websiteId: shop, role: 'admin' }] })).status).toBe(200);
  });
});

describe('the last administrator', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople();
  });
  afterAll(() => people.stop());

  it('cannot be sent away or made less', async () => {
    const ana = await people.admin();
    for (const change of [{ active: false }, { memberships: [] }, { memberships: [{ websiteId: null, role: 'agent' }] }]) {
      expect(await ana.patch(`/users/${ana.userId}`, change)).toMatchObject({ status: 409, body: { code: 'user.last_admin' } });
    }
    expect((await ana.get('/auth/me')).status).toBe(200);
  });

  it('is not one who was invited and never came', async () => {
    await people.database.query(`delete from membership`);
    const ana = await people.admin();
    await ana.post('/users', { email: 'late@example.test', name: 'Late', memberships: [{ websiteId: null, role: 'admin' }] });
    expect(await ana.patch(`/users/${ana.userId}`, { active: false })).toMatchObject({ status: 409, body: { code: 'user.last_admin' } });
  });

  it('remains when the last two remove each other at the same moment', async () => {
    await people.database.query(`delete from membership`);
    const [ana, bea] = [await people.admin(), await people.admin()];
    const bothRemoved = new Barrier(2);
    const remove = (userId: string): Promise<void> =>
      people.database.transaction(async (tx) => {
        await tx.query(`delete from membership where user_id = $1`, [userId]);
        await bothRemoved.reached();
        await anEverywhereAdminMustRemain(tx);
        // Time for the other to judge as well, before this is committed and seen.
        await sleep(200);
      });
    const outcomes = await Promise.allSettled([remove(ana.userId), remove(bea.userId)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });
});

class Barrier {
  private readonly open = Promise.withResolvers<void>();
  constructor(private missing: number) {}
  reached(): Promise<void> {
    if (--this.missing === 0) this.open.resolve();
    return this.open.promise;
  }
}

describe('teams', () => {
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

  it('are made, changed and removed', async () => {
    const agent = await people.aUser([{ websiteId: shop, role: 'agent' }]);
    const made = await admin.post('/teams', { name: ' Billing ', websiteId: shop, memberIds: [agent.id] });
    expect(made).toMatchObject({ status: 201, body: { name: 'Billing', websiteId: shop, memberIds: [agent.id] } });
    const changed = await admin.patch(`/teams/${made.body.id}`, { memberIds: [admin.userId] });
    expect(changed.body).toEqual({ ...made.body, memberIds: [admin.userId] });
    expect((await admin.get('/teams')).body.items).toContainEqual(changed.body);
    expect((await admin.delete(`/teams/${made.body.id}`)).status).toBe(204);
    expect((await admin.get(`/teams/${made.body.id}`)).status).toBe(404);
  });

  it('are made of people who work there', async () => {
    const foreign = await people.aUser([{ websiteId: other, role: 'agent' }]);
    for (const id of [foreign.id, UNKNOWN]) {
      const refused = await admin.post('/teams', { name: 'Mixed', websiteId: shop, memberIds: [admin.userId, id] });
      expect(refused.status).toBe(422);
      expect(paths(refused)).toEqual(['memberIds.1']);
    }
  });

  it('belong to their website', async () => {
    const ofOther = (await admin.post('/teams', { name: 'Other', websiteId: other, memberIds: [] })).body.id;
    const everywhere = (await admin.post('/teams', { name: 'All', memberIds: [] })).body.id;
    const local = await people.signedIn({ websiteId: shop, role: 'admin' });
    const agent = await people.signedIn({ websiteId: shop, role: 'agent' });
    expect((await local.get('/teams')).body.items.map((team: { id: string }) => team.id)).toEqual([everywhere]);
    expect((await local.get(`/teams/${ofOther}`)).status).toBe(404);
    expect((await local.patch(`/teams/${ofOther}`, { name: 'Mine' })).status).toBe(404);
    expect((await local.delete(`/teams/${ofOther}`)).status).toBe(404);
    expect((await local.patch(`/teams/${everywhere}`, { name: 'Mine' })).status).toBe(403);
    expect((await local.post('/teams', { name: 'X', websiteId: other, memberIds: [] })).status).toBe(404);
    expect((await local.post('/teams', { name: 'X', memberIds: [] })).status).toBe(403);
    expect((await local.post('/teams', { name: 'X', websiteId: shop, memberIds: [] })).status).toBe(201);
    expect((await agent.post('/teams', { name: 'X', websiteId: shop, memberIds: [] })).status).toBe(403);
    expect((await admin.patch(`/teams/${ofOther}`, { websiteId: shop })).status).toBe(422);
  });
});
