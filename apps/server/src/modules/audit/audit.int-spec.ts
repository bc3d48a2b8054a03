import { startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Audit } from './index.js';

describe('the audit log', () => {
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

  const entries = async (client: Client, query: string) => (await client.get(`/audit?limit=200&${query}`)).body.items;

  it('says who did what, also through a key', async () => {
    await admin.patch(`/websites/${shop}`, { name: 'Renamed', theme: { accent: '#112233' } });
    const { body: key } = await admin.post('/api-keys', { name: 'Robot', permissions: ['website.view', 'website.edit'] });
    await people.outside.with({ authorization: `Bearer ${key.key}` }).patch(`/websites/${shop}`, { mode: 'off' });
    const [byKey, byAdmin] = await entries(admin, `subjectId=${shop}&action=website.updated`);
    expect(byAdmin).toMatchObject({
      actor: { kind: 'user', id: admin.userId, name: 'Ana' },
      subject: { type: 'website', id: shop },
      websiteId: shop,
      details: { fields: ['name', 'theme'] },
    });
    expect(byKey).toMatchObject({ actor: { kind: 'api_key', id: key.id, name: 'Robot (Ana)' }, details: { fields: ['mode'] } });
  });

  it('says what the thing is called today, and what it was called when it is gone', async () => {
    const { body: team } = await admin.post('/teams', { name: 'Billing', websiteId: shop, memberIds: [] });
    await admin.patch(`/teams/${team.id}`, { name: 'Invoices' });
    const names = async () => (await entries(admin, `subjectId=${team.id}`)).map((entry: { subject: { name: string | null } }) => entry.subject.name);
    expect(await names()).toEqual(['Invoices', 'Invoices']);
    await admin.delete(`/teams/${team.id}`);
    expect(await names()).toEqual(['Invoices', null, null]);
  });

  it('writes nothing of what was refused or failed', async () => {
    const before = (await entries(admin, '')).length;
    await admin.patch(`/websites/${shop}`, { allowedOrigins: ['nowhere'] });
    await expect(
      people.database.transaction(async (tx) => {
        await people.app.get(Audit).record(tx, { actor: { kind: 'system' }, action: 'test.failed', subject: { type: 'test', id: null } });
        throw new Error('no');
      }),
    ).rejects.toThrow();
    expect(await entries(admin, '')).toHaveLength(before);
  });

  it('is read by administrators, each for their websites', async () => {
    const local = await people.signedIn({ websiteId: shop, role: 'admin' });
    const seen = await entries(local, '');
    expect(new Set(seen.map((entry: { websiteId: string }) => entry.websiteId))).toEqual(new Set([shop]));
    expect(await entries(local, `websiteId=${other}`)).toEqual([]);
    for (const role of ['agent', 'supervisor'] as const) {
      expect((await (await people.signedIn({ websiteId: null, role })).get('/audit')).status).toBe(403);
    }
  });

  it('is walked newest first, without gap or repetition', async () => {
    const all = (await entries(admin, '')).map((entry: { id: string }) => entry.id);
    const walked: string[] = [];
    for (let cursor = ''; cursor !== 'end';) {
      const page = (await admin.get(`/audit?limit=3${cursor && `&cursor=${cursor}`}`)).body;
      walked.push(...page.items.map((entry: { id: string }) => entry.id));
      cursor = page.nextCursor ?? 'end';
    }
    expect(walked).toEqual(all);
    expect(await entries(admin, `from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z`)).toEqual([]);
    for (const query of [
      'cursor=x',
      'websiteId=x',
      'from=yesterday',
      'actorId[]=1',
      'sort=1;drop',
      `cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    ]) {
      expect((await admin.get(`/audit?${query}`)).status).toBe(422);
    }
  });

  it('cannot be rewritten', async () => {
    await expect(people.database.query(`update audit_entry set action = 'nothing'`)).rejects.toThrow('append-only');
    await expect(people.database.query(`delete from audit_entry`)).rejects.toThrow('append-only');
  });
});
