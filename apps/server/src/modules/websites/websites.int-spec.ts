import { startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Database } from '../../platform/database/index.js';
import { Sightings, Websites } from './index.js';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

describe('websites', () => {
  let people: People;
  let admin: Client & { userId: string };
  let websites: Websites;
  beforeAll(async () => {
    people = await startPeople();
    admin = await people.admin();
    websites = people.app.get(Websites);
  });
  afterAll(() => people.stop());

  it('start with sensible settings and a key of their own', async () => {
    const created = await admin.post('/websites', { name: ' Shop ', allowedOrigins: ['https://shop.example'] });
    expect(created.status).toBe(201);
    expect(created.body).toEqual({
      id: expect.any(String),
      name: 'Shop',
      publicKey: expect.stringMatching(/^wk_[\w-]{24}$/),
      allowedOrigins: ['https://shop.example'],
      mode: 'always',
      timeZone: 'UTC',
      locale: 'en',
      reopenWindowHours: 24,
      theme: { accent: expect.stringMatching(/^#/), position: 'right', greeting: null, avatarUrl: null, scheme: 'system' },
      assistant: {
        responder: 'knowledge',
        baseUrl: null,
        model: null,
        hasApiKey: false,
        instructions: null,
        confidenceThreshold: 0.5,
        deadlineMs: 30000,
      },
      demo: false,
      identitySecretAt: null,
      lastSeenAt: null,
      createdAt: expect.stringMatching(/Z$/),
    });
    expect((await admin.get(`/websites/${created.body.id}`)).body).toEqual(created.body);
  });

  it('keep what a change leaves out', async () => {
    const { id } = await people.aWebsite();
    const theme = { accent: '#112233', greeting: 'Hi' };
    await admin.patch(`/websites/${id}`, { theme, timeZone: 'Europe/Zurich', locale: 'pt-br', assistant: { confidenceThreshold: 0.75 } });
    const changed = await admin.patch(`/websites/${id}`, { theme: { position: 'left' }, mode: 'off', assistant: { deadlineMs: 5000 } });
    expect(changed.body).toMatchObject({
      name: 'Shop',
      mode: 'off',
      timeZone: 'Europe/Zurich',
      locale: 'pt-BR',
      theme: { accent: '#112233', greeting: 'Hi', position: 'left' },
      assistant: { confidenceThreshold: 0.75, deadlineMs: 5000 },
    });
    expect((await admin.patch(`/websites/${id}`, { theme: { greeting: null } })).body.theme.greeting).toBeNull();
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: null }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'nul\0' }],
    ['allowedOrigins.1', { allowedOrigins: ['https://a.example', 'https://b.example/path'] }],
    ['allowedOrigins', { allowedOrigins: 'https://a.example' }],
    ['allowedOrigins', { allowedOrigins: [{ $ne: null }] }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['locale', { locale: 'not a locale' }],
    ['mode', { mode: 'sometimes' }],
    ['mode', { mode: 'scheduled' }],
    ['mode', { mode: 'offline_only' }],
    ['reopenWindowHours', { reopenWindowHours: -1 }],
    ['reopenWindowHours', { reopenWindowHours: '24' }],
    ['theme.accent', { theme: { accent: 'red;}' } }],
    ['theme.avatarUrl', { theme: { avatarUrl: 'javascript:alert(1)' } }],
    ['theme', { theme: null }],
    ['assistant', { assistant: null }],
    ['assistant.baseUrl', { assistant: { baseUrl: 'file:///etc/passwd' } }],
    ['assistant.confidenceThreshold', { assistant: { confidenceThreshold: 1.1 } }],
    ['publicKey', { publicKey: 'wk_mine' }],
    ['id', { id: UNKNOWN }],
    ['demo', { demo: true }],
    ['theme.other', { theme: { other: 1 } }],
  ])('refuse a wrong %s by name: %j', async (path, body) => {
    const { id } = await people.aWebsite();
    const refused = await admin.patch(`/websites/${id}`, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(refused.body.errors.map((error: { path: string }) => error.path)).toContain(path);
  });

  it('have the built-in rules from the start, and one threshold in both places', async () => {
    const { id } = await people.aWebsite();
    const threshold = async (): Promise<string> => {
      const [row] = await people.database.query<{ conditions: object }>(
        `select v.conditions from trigger_rule r join trigger_rule_version v on v.rule_id = r.id and v.version = r.version
          where r.website_id = $1 and r.built_in_key = 'confidence_low.threshold'`,
        [id],
      );
      return JSON.stringify(row!.conditions);
    };
    expect(await threshold()).toContain('0.5');
    await admin.patch(`/websites/${id}`, { assistant: { confidenceThreshold: 0.8 } });
    expect(await threshold()).toContain('0.8');
    expect((await admin.get(`/websites/${id}`)).body.assistant.confidenceThreshold).toBe(0.8);
    expect((await websites.settings(id)).ai.confidenceThreshold).toBe(0.8);
  });

  it('never show the AI key, and keep it encrypted', async () => {
    const { id } = await people.aWebsite();
    const assistant = { responder: 'openai_compatible', baseUrl: 'https://api.openai.example/v1', model: 'small', apiKey: 'sk-very-secret' };
    const changed = await admin.patch(`/websites/${id}`, { assistant });
    expect(changed.body.assistant.hasApiKey).toBe(true);
    expect(JSON.stringify([changed.body, (await admin.get('/websites')).body, (await admin.get('/audit')).body])).not.toContain('sk-very-secret');
    const [row] = await people.database.query<{ text: string }>(`select w::text as text from website w where id = $1`, [id]);
    expect(row!.text).not.toContain('sk-very-secret');
    expect((await websites.settings(id)).ai.apiKey).toBe('sk-very-secret');
  });

  it('work on without an AI key that cannot be read any more', async () => {
    const { id } = await people.aWebsite();
    await people.database.query(`update website set ai_api_key_encrypted = 'v1.00000000.AAAA.AAAA.AAAA' where id = $1`, [id]);
    expect((await websites.settings(id)).ai.apiKey).toBeNull();
  });

  it('are gone once deleted, for everybody who asks', async () => {
    const { id, publicKey } = await people.aWebsite({ allowedOrigins: ['https://gone.example'] });
    expect((await websites.byPublicKey(publicKey))?.id).toBe(id);
    expect([await websites.anyAllows('https://gone.example'), await websites.isAllowedOrigin(id, 'https://gone.example')]).toEqual([true, true]);
    expect((await admin.delete(`/websites/${id}`)).status).toBe(204);
    expect(await websites.byPublicKey(publicKey)).toBeNull();
    expect([await websites.anyAllows('https://gone.example'), await websites.isAllowedOrigin(id, 'https://gone.example')]).toEqual([false, false]);
    await expect(websites.settings(id)).rejects.toMatchObject({ code: 'website.not_found' });
    expect([
      (await admin.get(`/websites/${id}`)).status,
      (await admin.patch(`/websites/${id}`, { name: 'Back' })).status,
      (await admin.delete(`/websites/${id}`)).status,
    ]).toEqual([404, 404, 404]);
    expect((await admin.get('/websites?limit=200')).body.items.map((website: { id: string }) => website.id)).not.toContain(id);
    expect(await people.app.get(Database).query(`select 1 from website where id = $1`, [id])).toHaveLength(1);
  });

  it('make a secret for identities that is shown once, and replaced by the next', async () => {
    const { id } = await people.aWebsite();
    expect((await websites.settings(id)).identitySecret).toBeNull();
    const { status, body } = await admin.post(`/websites/${id}/identity-secret`, {});
    expect(status).toBe(201);
    expect(body).toEqual({ secret: expect.stringMatching(/^is_[\w-]{43}$/) });
    expect((await websites.settings(id)).identitySecret).toBe(body.secret);
    const [row] = await people.app.get(Database).query(`select w::text as all from website w where id = $1`, [id]);
    expect(JSON.stringify([row, (await admin.get(`/websites/${id}`)).body, (await admin.get('/audit')).body])).not.toContain(body.secret);
    expect((await admin.get(`/audit?websiteId=${id}`)).body.items.map(({ action }: { action: string }) => action)).toContain(
      'website.identity_secret_renewed',
    );
    const madeAt = Date.parse((await admin.get(`/websites/${id}`)).body.identitySecretAt);
    expect(Math.abs(madeAt - people.clock.now().getTime())).toBeLessThan(60_000);
    const next = (await admin.post(`/websites/${id}/identity-secret`, {})).body.secret;
    expect(next).not.toBe(body.secret);
    expect((await websites.settings(id)).identitySecret).toBe(next);
    const agent = await people.signedIn({ websiteId: id, role: 'agent' });
    expect((await agent.post(`/websites/${id}/identity-secret`, {})).status).toBe(403);
  });

  it('answer a change at once', async () => {
    const { id } = await people.aWebsite();
    await websites.settings(id);
    await admin.patch(`/websites/${id}`, { mode: 'off' });
    expect((await websites.settings(id)).mode).toBe('off');
  });

  it('are seen by whom they concern, and changed by their administrators', async () => {
    const [mine, other] = [await people.aWebsite(), await people.aWebsite()];
    const local = await people.signedIn({ websiteId: mine.id, role: 'admin' });
    const agent = await people.signedIn({ websiteId: mine.id, role: 'agent' });
    for (const client of [local, agent]) {
      expect((await client.get('/websites')).body.items.map((website: { id: string }) => website.id)).toEqual([mine.id]);
      expect((await client.get(`/websites/${other.id}`)).body).toEqual((await client.get(`/websites/${UNKNOWN}`)).body);
      expect((await client.post('/websites', { name: 'More', allowedOrigins: [] })).status).toBe(403);
    }
    expect((await local.patch(`/websites/${mine.id}`, { name: 'Ours' })).status).toBe(200);
    expect((await local.patch(`/websites/${other.id}`, { name: 'Ours' })).status).toBe(404);
    expect((await local.delete(`/websites/${other.id}`)).status).toBe(404);
    expect((await agent.patch(`/websites/${mine.id}`, { name: 'Ours' })).status).toBe(403);
    expect((await agent.delete(`/websites/${mine.id}`)).status).toBe(403);
  });

  it('are listed in pages without gap or repetition', async () => {
    for (let i = 0; i < 3; i++) await people.aWebsite();
    const all = (await admin.get('/websites?limit=200')).body;
    expect(all.nextCursor).toBeNull();
    const walked: string[] = [];
    for (let cursor = ''; cursor !== 'end';) {
      const page = (await admin.get(`/websites?limit=2${cursor && `&cursor=${cursor}`}`)).body;
      walked.push(...page.items.map((website: { id: string }) => website.id));
      cursor = page.nextCursor ?? 'end';
    }
    expect(walked).toEqual(all.items.map((website: { id: string }) => website.id));
  });
});

describe('the check of an installation', () => {
  let people: People;
  let admin: Client;
  let sightings: Sightings;
  beforeAll(async () => {
    people = await startPeople();
    admin = await people.admin();
    sightings = people.app.get(Sightings);
  });
  afterAll(() => people.stop());
  const seen = async (id: string) => (await admin.get(`/websites/${id}/installation`)).body.sightings;

  it('knows which page asked for the chat last, without what may say who was there', async () => {
    const { id } = await people.aWebsite();
    expect(await seen(id)).toEqual([]);
    await sightings.saw(id, { origin: 'https://shop.example', allowed: true, pageUrl: 'https://shop.example/cart?email=a@b.example#pay' });
    const [sighting, ...more] = await seen(id);
    expect(sighting).toEqual({
      origin: 'https://shop.example',
      allowed: true,
      pageUrl: 'https://shop.example/cart',
      at: expect.stringMatching(/Z$/),
    });
    expect(more).toEqual([]);
    expect((await admin.get(`/websites/${id}`)).body.lastSeenAt).toBe(sighting.at);
    expect((await admin.patch(`/websites/${id}`, { name: 'Renamed' })).body.lastSeenAt).toBe(sighting.at);
    const listed = (await admin.get('/websites?limit=200')).body.items.find((website: { id: string }) => website.id === id);
    expect(listed.lastSeenAt).toBe(sighting.at);
  });

  it('notes one origin once a minute, and a change of its fortune at once', async () => {
    const { id } = await people.aWebsite();
    const origin = 'https://new.example';
    await sightings.saw(id, { origin, allowed: false });
    expect(await seen(id)).toMatchObject([{ origin, allowed: false, pageUrl: null }]);
    expect((await admin.get(`/websites/${id}`)).body.lastSeenAt).toBeNull();
    await sightings.saw(id, { origin, allowed: true, pageUrl: 'https://new.example/' });
    const first = await seen(id);
    expect(first).toMatchObject([{ origin, allowed: true }]);
    people.clock.advance(10_000);
    await sightings.saw(id, { origin, allowed: true });
    expect(await seen(id)).toEqual(first);
  });

  it('keeps the latest strangers only, and none whose origin is made up', async () => {
    const { id } = await people.aWebsite();
    await sightings.saw(id, { origin: 'https://shop.example', allowed: true });
    for (let i = 0; i < 7; i++) {
      people.clock.advance(1000);
      await sightings.saw(id, { origin: `https://stranger-${i}.example`, allowed: false });
    }
    for (const origin of ['null', 'https://a.example/path', `https://${'x'.repeat(300)}.example`, '<b>'])
      await sightings.saw(id, { origin, allowed: false });
    const origins = (await seen(id)).map((sighting: { origin: string }) => sighting.origin);
    expect(origins).toEqual([6, 5, 4, 3, 2].map((i) => `https://stranger-${i}.example`).concat('https://shop.example'));
  });

  it('does not cost a visitor the chat when it fails', async () => {
    await expect(sightings.saw(UNKNOWN, { origin: 'https://shop.example', allowed: true })).resolves.toBeUndefined();
  });

  it('is for those who may see the website', async () => {
    const [mine, other] = [await people.aWebsite(), await people.aWebsite()];
    const agent = await people.signedIn({ websiteId: mine.id, role: 'agent' });
    expect((await agent.get(`/websites/${mine.id}/installation`)).status).toBe(200);
    expect((await agent.get(`/websites/${other.id}/installation`)).status).toBe(404);
  });
});
