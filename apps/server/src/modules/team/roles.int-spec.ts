import { PERMISSIONS, ROLES, type Permission, type Role } from '#contracts';
import { startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Team } from './index.js';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';
let nth = 0;

describe('roles made here', () => {
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

  const make = (by: Client, permissions: string[], more: object = {}) => by.post('/roles', { name: `Role ${++nth}`, permissions, ...more });
  const aRole = async (...permissions: Permission[]): Promise<string> => (await make(admin, permissions)).body.id;

  it('stand beside those that come with Baton', async () => {
    const made = await make(admin, ['handoff.view', 'handoff.assign', 'handoff.view'], { name: ' Dispatcher ', description: ' Deals out ' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Dispatcher', description: 'Deals out', builtIn: false, permissions: ['handoff.assign', 'handoff.view'], people: 0 },
    });
    const { items } = (await admin.get('/roles')).body;
    for (const role of Object.keys(ROLES) as Role[]) {
      expect(items.find(({ id }: { id: string }) => id === role)).toMatchObject({ builtIn: true, permissions: ROLES[role] });
    }
    expect(items).toContainEqual(made.body);
    expect((await admin.get(`/roles/${made.body.id}`)).body).toEqual(made.body);
    expect((await admin.get('/roles/admin')).body.permissions).toEqual(Object.keys(PERMISSIONS));
    for (const id of ['nobody', 'toString', UNKNOWN]) expect((await admin.get(`/roles/${id}`)).status).toBe(404);
  });

  it('hold known permissions, and say which one is not', async () => {
    const refused = await make(admin, ['handoff.view', 'handoff.fly', 'toString']);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual(['permissions.1', 'permissions.2']);
    for (const [path, body] of [
      ['name', { name: ' ' }],
      ['permissions', { permissions: [] }],
      ['permissions', { permissions: 'all' }],
      ['builtIn', { builtIn: true }],
    ] as const) {
      const answer = await make(admin, ['handoff.view'], body);
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].path).toBe(path);
    }
  });

  it('have a name of their own', async () => {
    const { body } = await make(admin, ['handoff.view']);
    for (const name of [body.name.toUpperCase(), 'admin', ' AGENT ']) {
      expect(await make(admin, ['handoff.view'], { name })).toMatchObject({
        status: 409,
        body: { code: 'role.name_taken', errors: [{ path: 'name' }] },
      });
      const second = await aRole('handoff.view');
      expect(await admin.patch(`/roles/${second}`, { name })).toMatchObject({ status: 409, body: { code: 'role.name_taken' } });
    }
    expect((await admin.patch(`/roles/${body.id}`, { name: body.name.toLowerCase() })).status).toBe(200);
    const same = await Promise.all([make(admin, ['handoff.view'], { name: 'Twice' }), make(admin, ['handoff.view'], { name: 'twice' })]);
    expect(same.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('give what they hold, where they are held', async () => {
    const role = await aRole('website.view', 'audit.view');
    const somebody = await people.signedIn({ websiteId: shop, role });
    expect((await somebody.get('/auth/me')).body).toMatchObject({
      user: { memberships: [{ websiteId: shop, role }] },
      permissions: ['audit.view', 'website.view'],
    });
    expect((await somebody.get(`/websites/${shop}`)).status).toBe(200);
    expect((await somebody.get(`/websites/${other}`)).status).toBe(404);
    expect((await somebody.get('/handoffs')).status).toBe(404);
    expect((await somebody.get('/users')).status).toBe(403);
    expect((await admin.get(`/roles/${role}`)).body.people).toBe(1);
  });

  it('give and take with their next change, and cut the sockets that rest on them', async () => {
    const role = await aRole('website.view', 'user.view');
    const somebody = await people.signedIn({ websiteId: shop, role });
    const { body: key } = await admin.post('/api-keys', { name: 'Robot', permissions: ['website.view'] });
    expect([(await somebody.get('/users')).status, (await somebody.get('/audit')).status]).toEqual([200, 403]);
    people.broadcaster.cut.length = 0;
    expect((await admin.patch(`/roles/${role}`, { permissions: ['audit.view'] })).body.permissions).toEqual(['audit.view']);
    expect([(await somebody.get('/users')).status, (await somebody.get('/audit')).status]).toEqual([403, 200]);
    expect(people.broadcaster.cut).toEqual([`user ${somebody.userId}`]);
    expect((await people.outside.with({ authorization: `Bearer ${key.key}` }).get('/websites')).status).toBe(200);
    people.broadcaster.cut.length = 0;
    await admin.patch(`/roles/${role}`, { name: `Renamed ${role}` });
    expect(people.broadcaster.cut).toEqual([]);
  });

  it('are not given further than their giver reaches', async () => {
    const [lesser, greater] = [await aRole('user.view', 'user.edit', 'handoff.view'), await aRole('website.create', 'handoff.view')];
    const hr = await people.signedIn({ websiteId: shop, role: lesser });
    const invite = (websiteId: string | null, role: string) =>
      hr.post('/users', { email: `n${++nth}@example.test`, name: 'New', memberships: [{ websiteId, role }] });
    expect((await invite(shop, lesser)).status).toBe(201);
    expect((await invite(null, lesser)).status).toBe(403);
    expect((await invite(shop, greater)).status).toBe(403);
    expect((await invite(shop, 'agent')).status).toBe(403);
    expect((await hr.patch(`/users/${hr.userId}`, { memberships: [{ websiteId: shop, role: greater }] })).status).toBe(403);
    const wrong = await admin.post('/users', {
      email: `n${++nth}@example.test`,
      name: 'New',
      memberships: [
        { websiteId: shop, role: 'agent' },
        { websiteId: other, role: UNKNOWN },
      ],
    });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ path: 'memberships.1.role' }] } });
  });

  it('are made and changed only out of what one holds everywhere oneself', async () => {
    const editor = await people.signedIn({ websiteId: null, role: await aRole('role.edit', 'user.view', 'handoff.view') });
    expect((await make(editor, ['handoff.view'])).status).toBe(201);
    expect((await make(editor, ['handoff.view', 'user.edit'])).status).toBe(403);
    const greater = await aRole('handoff.view', 'website.create');
    expect((await editor.patch(`/roles/${greater}`, { permissions: ['handoff.view'] })).status).toBe(403);
    expect((await admin.get(`/roles/${greater}`)).body.permissions).toContain('website.create');

    const local = await people.signedIn({ websiteId: shop, role: 'admin' });
    expect((await make(local, ['handoff.view'])).status).toBe(403);
    expect((await local.patch(`/roles/${greater}`, { name: 'Mine' })).status).toBe(403);
    expect((await local.delete(`/roles/${greater}`)).status).toBe(403);
    expect((await local.get('/roles')).body.items.every(({ people }: { people: unknown }) => people === null)).toBe(true);
  });

  it('do not shut their own editor out', async () => {
    const role = await aRole('role.edit', 'user.edit', 'user.view', 'handoff.view');
    const editor = await people.signedIn({ websiteId: null, role });
    for (const permissions of [['user.view'], ['role.edit', 'user.view']]) {
      expect(await editor.patch(`/roles/${role}`, { permissions })).toMatchObject({ status: 409, body: { code: 'user.own_access' } });
    }
    expect((await editor.patch(`/roles/${role}`, { permissions: ['role.edit', 'user.edit', 'user.view'] })).status).toBe(200);
  });

  it('leave those that come with Baton as they are', async () => {
    expect(await admin.patch('/roles/agent', { permissions: ['user.edit'] })).toMatchObject({ status: 409, body: { code: 'role.built_in' } });
    expect(await admin.delete('/roles/agent')).toMatchObject({ status: 409, body: { code: 'role.built_in' } });
    expect((await admin.patch(`/roles/${UNKNOWN}`, { name: 'X' })).status).toBe(404);
  });

  it('go when nobody holds them any more', async () => {
    const role = await aRole('handoff.view');
    const [ana, bea] = [await people.aUser([{ websiteId: shop, role }]), await people.aUser([{ websiteId: null, role }])];
    expect(await admin.delete(`/roles/${role}`)).toMatchObject({ status: 409, body: { code: 'role.in_use', details: { people: 2 } } });
    for (const { id } of [ana, bea]) await admin.patch(`/users/${id}`, { memberships: [] });
    expect((await admin.delete(`/roles/${role}`)).status).toBe(204);
    expect((await admin.get(`/roles/${role}`)).status).toBe(404);
    expect((await admin.delete(`/roles/${role}`)).status).toBe(404);
  });

  it('are either given or gone, when both happen at once', async () => {
    for (let i = 0; i < 5; i++) {
      const role = await aRole('handoff.view');
      const { id } = await people.aUser([]);
      const [given, removed] = await Promise.all([
        admin.patch(`/users/${id}`, { memberships: [{ websiteId: shop, role }] }),
        admin.delete(`/roles/${role}`),
      ]);
      expect([
        [200, 409],
        [422, 204],
      ]).toContainEqual([given.status, removed.status]);
    }
  });

  it('allow nothing by a permission that Baton no longer knows', async () => {
    const role = await aRole('handoff.view');
    await people.database.query(`update role set permissions = '{handoff.view,handoff.teleport}' where id = $1`, [role]);
    const somebody = await people.signedIn({ websiteId: null, role });
    expect((await somebody.get('/auth/me')).body.permissions).toEqual(['handoff.view']);
    expect((await admin.get(`/roles/${role}`)).body.permissions).toEqual(['handoff.view']);
  });

  it('let speak to visitors whoever may reply, and nobody else', async () => {
    const speaking = await Promise.all(
      (Object.keys(ROLES) as Role[]).map(async (role) => [role, await people.aUser([{ websiteId: shop, role }])] as const),
    );
    const [speaker, reader] = [await aRole('session.reply'), await aRole('session.view')];
    const [made, silent] = [await people.aUser([{ websiteId: shop, role: speaker }]), await people.aUser([{ websiteId: shop, role: reader }])];
    const agents = (await people.app.get(Team).agents(shop)).map(({ id }) => id);
    for (const [role, { id }] of speaking) expect([role, agents.includes(id)]).toEqual([role, ROLES[role].includes('session.reply')]);
    expect([agents.includes(made.id), agents.includes(silent.id)]).toEqual([true, false]);
  });
});
