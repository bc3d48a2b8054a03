import { startPeople, type Client, type People } from '../../../../../test/harness/people.js';

describe('one’s own account', () => {
  let people: People;
  beforeAll(async () => {
    people = await startPeople();
  });
  afterAll(() => people.stop());

  const inAs = (email: string, device: string): Promise<Client> =>
    people.outside
      .with({ 'user-agent': device })
      .post('/auth/login', { email, password: 'correct horse battery' })
      .then((answer) => people.outside.with({ cookie: String(answer.headers['set-cookie']).split(';')[0]! }));
  const sessionsOf = async (client: Client) => (await client.get('/auth/sessions')).body.items;

  it('is renamed by oneself', async () => {
    const agent = await people.signedIn({ websiteId: null, role: 'agent' });
    expect(await agent.patch('/auth/me', { name: ' Zoë ' })).toMatchObject({ status: 200, body: { user: { name: 'Zoë' } } });
    expect((await agent.get('/auth/me')).body.user.name).toBe('Zoë');
    for (const body of [{ name: ' ' }, { name: 'x'.repeat(201) }, {}, { name: 'X', email: 'x@example.test' }]) {
      expect((await agent.patch('/auth/me', body)).status).toBe(422);
    }
  });

  it('shows where it is signed in, this place first', async () => {
    const ana = await people.aUser([{ websiteId: null, role: 'agent' }]);
    await inAs(ana.email, 'Phone');
    people.clock.advance(1000);
    const here = await inAs(ana.email, 'Laptop');
    const sessions = await sessionsOf(here);
    expect(sessions).toMatchObject([
      { current: true, userAgent: 'Laptop', address: '127.0.0.1' },
      { current: false, userAgent: 'Phone' },
    ]);
    expect(JSON.stringify(sessions)).not.toMatch(/hash|token/i);
    people.clock.advance(-1000);
  });

  it('signs out one other place, or all of them, and stays here', async () => {
    const ana = await people.aUser([{ websiteId: null, role: 'agent' }]);
    const [here, phone, tablet] = [await inAs(ana.email, 'Laptop'), await inAs(ana.email, 'Phone'), await inAs(ana.email, 'Tablet')];
    const { id } = (await sessionsOf(here)).find(({ userAgent }: { userAgent: string }) => userAgent === 'Phone');
    expect((await here.delete(`/auth/sessions/${id}`)).status).toBe(204);
    expect(people.broadcaster.cut).toContain(`user ${ana.id}`);
    expect([(await phone.get('/auth/me')).status, (await tablet.get('/auth/me')).status]).toEqual([401, 200]);
    expect((await here.delete(`/auth/sessions/${id}`)).status).toBe(404);

    expect((await here.delete('/auth/sessions')).status).toBe(204);
    expect([(await tablet.get('/auth/me')).status, (await here.get('/auth/me')).status]).toEqual([401, 200]);
    expect(await sessionsOf(here)).toHaveLength(1);
  });

  it('is nobody else’s', async () => {
    const [ana, eve] = [await people.aUser([{ websiteId: null, role: 'agent' }]), await people.admin()];
    const here = await inAs(ana.email, 'Laptop');
    const [{ id }] = await sessionsOf(here);
    expect((await eve.delete(`/auth/sessions/${id}`)).status).toBe(404);
    expect((await eve.delete('/auth/sessions')).status).toBe(204);
    expect((await here.get('/auth/me')).status).toBe(200);
    expect((await sessionsOf(eve)).every(({ userAgent }: { userAgent: string }) => userAgent !== 'Laptop')).toBe(true);
  });

  it('is not a program’s to change', async () => {
    const admin = await people.admin();
    const { body } = await admin.post('/api-keys', { name: 'Robot', permissions: ['user.edit'] });
    const robot = people.outside.with({ authorization: `Bearer ${body.key}` });
    for (const answer of [
      await robot.patch('/auth/me', { name: 'Robot' }),
      await robot.get('/auth/sessions'),
      await robot.delete('/auth/sessions'),
      await robot.delete('/auth/sessions/01890000-0000-7000-8000-000000000000'),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect((await admin.get('/auth/me')).status).toBe(200);
  });
});
