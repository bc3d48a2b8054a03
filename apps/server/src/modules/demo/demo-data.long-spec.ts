import { setTimeout as delay } from 'node:timers/promises';
import type { Checklist, DemoData as DemoDataBody, Website } from '#contracts';
import { BatonTeam } from '#sdk';
import { startTestApp, type TestApp } from '../../../../../test/harness/app.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { hashPassword, Users } from '../auth/index.js';
import { DemoData } from './demo-data.js';
import { TABLES_OF_A_WEBSITE } from './demo-removal.js';
import { STORIES } from './stories.js';

const PASSWORD = 'a long enough password';
const SYSTEM = { kind: 'system' } as const;
/** What may differ between "never loaded" and "loaded and removed": history, and what is folded or worked off by itself. */
const LEFT_ALONE = ['audit_entry', 'handoff_tally', 'login_session', 'mikro_orm_migrations', 'reaction_delivery', 'session_words_due'];

describe('Demo data beside what is there', () => {
  let server: TestApp;
  let database: Database;
  let eva: BatonTeam;
  let evaId: string;
  let shop: Website;

  beforeAll(async () => {
    server = await startTestApp();
    database = server.get(Database);
    eva = await somebody('eva@example.test', 'admin');
    evaId = (await eva.me()).user.id;
    shop = await eva.websites.create({ name: 'Own shop', allowedOrigins: [server.url] });
    await eva.knowledge.create({ websiteId: shop.id, title: 'Returns', body: 'Within 30 days.', published: true });
    // What is learned of the shop's own article comes a moment later, and must not pass for something the demo left behind.
    while ((await everything())['knowledge_model'] === 0) await delay(20);
  });
  afterAll(() => server.close());
  afterEach(() => eva.setup.removeDemoData());

  async function somebody(email: string, role: 'admin' | 'agent'): Promise<BatonTeam> {
    const passwordHash = await hashPassword(PASSWORD);
    await database.transaction((tx) =>
      server
        .get(Users)
        .create(tx, { email, name: email.split('@')[0]!, passwordHash, memberships: [{ websiteId: null, role }] }, server.get(Clock).now()),
    );
    const team = new BatonTeam({ url: server.url });
    await team.login(email, PASSWORD);
    return team;
  }

  /** Every row of the installation that should not come and go with the demo, by table. */
  async function everything(): Promise<Record<string, number>> {
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      if (LEFT_ALONE.includes(name)) continue;
      const [row] = await database.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
      counts[name] = row!.n;
    }
    return counts;
  }
  const audited = async (action: string) => (await database.query(`select 1 from audit_entry where action = $1`, [action])).length;

  it('comes with websites, people who cannot sign in, and conversations, and goes without a trace', async () => {
    const before = await everything();
    expect(await eva.setup.demoData()).toEqual({
      state: 'absent',
      loadedAt: null,
      websites: [],
      people: 0,
      conversations: 0,
      includesYou: false,
      removable: true,
    });

    const loaded = await eva.setup.loadDemoData();
    expect(loaded).toMatchObject({ state: 'loaded', people: 2, includesYou: false, removable: true });
    expect(loaded.websites.map(({ name }) => name)).toEqual(['Northwind Outdoors', 'Northwind Rentals']);
    expect(loaded.conversations).toBe(STORIES.length);
    expect((await eva.handoffs.counts()).unassigned).toBe(8);
    const { items } = await eva.users.list();
    expect(items.map(({ email }) => email).sort()).toEqual(['ana@demo.baton.test', 'bea@demo.baton.test', 'eva@example.test']);
    const ana = items.find(({ email }) => email.startsWith('ana'))!;
    expect(new Set(ana.memberships.map(({ websiteId }) => websiteId))).toEqual(new Set(loaded.websites.map(({ id }) => id)));
    for (const password of [PASSWORD, '', 'demo-demo-demo']) {
      await expect(new BatonTeam({ url: server.url }).login(ana.email, password)).rejects.toMatchObject({ status: 401 });
    }

    expect(await eva.setup.removeDemoData()).toMatchObject({ state: 'absent', websites: [], people: 0, conversations: 0 });
    expect(await everything()).toEqual(before);
    expect((await eva.websites.list()).items.map(({ id }) => id)).toEqual([shop.id]);
    expect((await eva.handoffs.counts()).open).toBe(0);
    expect((await eva.knowledge.list()).items).toHaveLength(1);
    expect((await eva.me()).user.email).toBe('eva@example.test');
  });

  it('covers every table that belongs to a website', async () => {
    const rows = await database.query<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and c.column_name = 'website_id' and t.table_type = 'BASE TABLE'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES_OF_A_WEBSITE, 'audit_entry', 'handoff_tally'].sort());
  });

  it('is one set, however many load it at once, and none, however many remove it', async () => {
    const before = await everything();
    const loadedBefore = await audited('demo_data.loaded');
    const removedBefore = await audited('demo_data.removed');
    await Promise.all([1, 2, 3, 4].map(() => eva.setup.loadDemoData()));
    const once = await eva.setup.demoData();
    expect(once).toMatchObject({ state: 'loaded', people: 2 });
    expect(once.websites).toHaveLength(2);
    expect((await eva.handoffs.counts()).unassigned).toBe(8);
    expect(await eva.setup.loadDemoData()).toEqual(once);
    expect(await audited('demo_data.loaded')).toBe(loadedBefore + 1);

    await Promise.all([1, 2, 3].map(() => eva.setup.removeDemoData()));
    expect(await everything()).toEqual(before);
    await eva.setup.removeDemoData();
    expect(await audited('demo_data.removed')).toBe(removedBefore + 1);
  });

  it('is whole or gone when loading and removing race', async () => {
    const before = await everything();
    for (let round = 0; round < 2; round += 1) {
      await Promise.all([eva.setup.loadDemoData(), eva.setup.removeDemoData(), eva.setup.loadDemoData(), eva.setup.removeDemoData()]);
      const { state, websites, conversations } = await eva.setup.demoData();
      expect(state === 'absent' ? [0, 0] : [2, STORIES.length]).toEqual([websites.length, conversations]);
      await eva.setup.removeDemoData();
      expect(await everything()).toEqual(before);
    }
  });

  it('is finished by the next start or call when the first was broken off', async () => {
    await server.get(DemoData).begin(SYSTEM, { runsTheInstallation: false });
    expect(await eva.setup.demoData()).toMatchObject({ state: 'loading', conversations: 0 });
    const again = await startTestApp({ databaseUrl: server.databaseUrl });
    await again.close();
    expect(await eva.setup.demoData()).toMatchObject({ state: 'loaded' });

    await eva.setup.removeDemoData();
    await server.get(DemoData).begin(SYSTEM, { runsTheInstallation: false });
    expect(await eva.setup.loadDemoData()).toMatchObject({ state: 'loaded', people: 2 });
    expect((await eva.handoffs.counts()).unassigned).toBe(8);
  });

  it('goes with what own people and visitors did in it, and leaves theirs', async () => {
    const before = await everything();
    const { websites } = await eva.setup.loadDemoData();
    const waiting = (await eva.handoffs.list({ view: 'unassigned' })).items;
    const mine = await eva.handoffs.claim(waiting[0]!.id);
    await eva.sessions.send(mine.sessionId, { text: 'Hello from Eva' });
    await eva.handoffs.writeNote(mine.id, 'A note of Eva');
    await eva.handoffs.resolve((await eva.handoffs.claim(waiting[1]!.id)).id);
    await eva.knowledge.create({ websiteId: websites[0]!.id, title: 'Added', body: 'By Eva.', published: true });
    await eva.apiKeys.create({ name: 'For the demo', permissions: ['website.view'], websiteId: websites[0]!.id });
    await eva.teams.create({ name: 'Demo team', websiteId: websites[1]!.id, memberIds: [] });
    await eva.websites.remove(websites[1]!.id);
    await visitorOf(await demoKey());
    expect((await eva.setup.checklist()).steps.filter(({ done }) => done).map(({ id }) => id)).toEqual(['website', 'article']);

    expect(await eva.setup.removeDemoData()).toMatchObject({ state: 'absent', websites: [] });
    expect(await everything()).toEqual(before);
  });

  it('goes while visitors and agents are at it', async () => {
    const before = await everything();
    await eva.setup.loadDemoData();
    const websiteKey = await demoKey();
    let over = false;
    const crowd = Array.from({ length: 6 }, async () => {
      while (!over) await visitorOf(websiteKey);
    });
    await eva.setup.removeDemoData();
    over = true;
    await Promise.all(crowd);
    expect(await everything()).toEqual(before);
    await expect(visitorOf(websiteKey)).resolves.toBe(404);
  });

  it('gives back what its people hold of others, and keeps their names where they spoke', async () => {
    const { websites } = await eva.setup.loadDemoData();
    const ana = (await eva.users.list()).items.find(({ email }) => email.startsWith('ana'))!;
    await eva.users.update(ana.id, { memberships: [{ websiteId: null, role: 'agent' }] });
    await visitorOf(shop.publicKey);
    await visitorOf(shop.publicKey);
    const [one, other] = (await eva.handoffs.list({ websiteId: shop.id })).items;
    await eva.handoffs.assign(one!.id, { userId: ana.id });
    await eva.handoffs.assign(other!.id, { userId: ana.id });
    await eva.handoffs.resolve(other!.id);

    await eva.setup.removeDemoData();
    expect(await eva.handoffs.get(one!.id)).toMatchObject({ status: 'pending', assignee: null });
    expect(await eva.handoffs.get(other!.id)).toMatchObject({ status: 'resolved', assignee: { name: 'Ana Kovač' } });
    expect(await eva.users.get(ana.id)).toMatchObject({ active: false, memberships: [] });
    expect((await eva.users.list()).items.some(({ email }) => email.startsWith('bea'))).toBe(false);

    const again = await eva.setup.loadDemoData();
    expect(again.people).toBe(2);
    expect(again.websites.map(({ id }) => id)).not.toEqual(websites.map(({ id }) => id));
    expect(await eva.users.get(ana.id)).toMatchObject({ active: true });
  });

  it('leaves to somebody the account they made their own', async () => {
    await eva.setup.loadDemoData();
    const bea = (await eva.users.list()).items.find(({ email }) => email.startsWith('bea'))!;
    await eva.users.update(bea.id, { email: 'bea@example.test', memberships: [{ websiteId: shop.id, role: 'agent' }] });
    expect(await eva.setup.removeDemoData()).toMatchObject({ state: 'absent' });
    expect(await eva.users.get(bea.id)).toMatchObject({ active: true, email: 'bea@example.test' });
  });

  it('is for who administers everything', async () => {
    const agent = await somebody('agent@example.test', 'agent');
    for (const act of [agent.setup.demoData(), agent.setup.loadDemoData(), agent.setup.removeDemoData()]) {
      await expect(act).rejects.toMatchObject({ status: 403 });
    }
    expect(await eva.setup.demoData()).toMatchObject({ state: 'absent' });
    expect(evaId).toBe((await eva.me()).user.id);
  });

  async function demoKey(): Promise<string> {
    return ((await (await fetch(`${server.url}/demo/config.json`)).json()) as { websiteKey: string }).websiteKey;
  }

  /** Somebody who asks for a person; the status of the first answer that was not a success. */
  async function visitorOf(websiteKey: string): Promise<number> {
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      fetch(`${server.url}/api/v1/widget/sessions${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, ...headers },
        body: JSON.stringify(body),
      });
    const started = await post('', { websiteKey });
    if (started.status !== 201) return started.status;
    const { visitorToken } = (await started.json()) as { visitorToken: string };
    const authorization = `Bearer ${visitorToken}`;
    const sent = await post('/current/messages', { clientId: newId(), text: 'I want to talk to a person' }, { authorization });
    if (sent.status !== 201) return sent.status;
    return (await post('/current/handoff', {}, { authorization })).status;
  }
});

describe('Demo data that the installation began with', () => {
  let server: TestApp;
  let alex: BatonTeam;
  beforeAll(async () => {
    server = await startTestApp({ env: { BATON_DEMO: 'true', BATON_DEMO_PASSWORD: PASSWORD } });
    alex = new BatonTeam({ url: server.url });
    await alex.login('admin@demo.baton.test', PASSWORD);
  });
  afterAll(() => server.close());

  it('stays until somebody else can administer the installation, then goes with its own administrator', async () => {
    const state: DemoDataBody = await alex.setup.demoData();
    expect(state).toMatchObject({ state: 'loaded', people: 3, includesYou: true, removable: false });
    expect(await alex.setup.loadDemoData()).toEqual(state);
    const refusal = { status: 409, code: 'demo_data.only_admin' };
    await expect(alex.setup.removeDemoData()).rejects.toMatchObject(refusal);
    expect(await alex.setup.demoData()).toEqual(state);

    const nobody = { name: 'Eva', memberships: [{ websiteId: null, role: 'admin' as const }] };
    const eva = await alex.users.create({ ...nobody, email: 'eva@example.test' });
    await expect(alex.setup.removeDemoData()).rejects.toMatchObject(refusal);
    await alex.users.update(eva.id, { password: PASSWORD, active: false });
    await expect(alex.setup.removeDemoData()).rejects.toMatchObject(refusal);
    await alex.users.update(eva.id, { active: true });
    expect(await alex.setup.demoData()).toMatchObject({ removable: true });

    await alex.setup.removeDemoData();
    await expect(alex.me()).rejects.toMatchObject({ status: 401 });
    const own = new BatonTeam({ url: server.url });
    await own.login('eva@example.test', PASSWORD);
    expect((await own.users.list()).items.map(({ name }) => name)).toEqual(['Eva']);
    const { steps }: Checklist = await own.setup.checklist();
    expect(steps.some(({ done }) => done)).toBe(false);

    // The variable that brought it is still set; a start does not bring it back.
    const again = await startTestApp({ env: { BATON_DEMO: 'true' }, databaseUrl: server.databaseUrl });
    await again.close();
    expect(await own.setup.demoData()).toMatchObject({ state: 'absent' });
  });
});
