import type { Checklist, ChecklistStep } from '#contracts';
import { OWN_ORIGIN, startPeople, type Client, type People } from '../../../../../test/harness/people.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { newId } from '../../platform/database/index.js';

describe('the first steps of an installation', () => {
  let people: People;
  let admin: Client;
  let rows: Rows;
  beforeAll(async () => {
    people = await startPeople();
    admin = await people.admin();
    rows = new Rows(people.database);
  });
  afterAll(() => people.stop());

  const list = async (): Promise<Checklist> => (await admin.get('/setup/checklist')).body;
  const done = async (): Promise<ChecklistStep[]> => (await list()).steps.flatMap(({ id, done: isDone }) => (isDone ? [id] : []));
  const sql = (statement: string, ...params: unknown[]) => people.database.query(statement, params);

  const chat = async (websiteId: string): Promise<string> => (await rows.session({ websiteId })).id;
  const saw = (websiteId: string, origin: string, pageUrl: string | null, allowed = true) =>
    sql(
      `insert into website_sighting (website_id, origin, allowed, page_url, seen_at) values ($1, $2, $3, $4, now())`,
      websiteId,
      origin,
      allowed,
      pageUrl,
    );
  const article = (websiteId: string, published: boolean) =>
    sql(
      `insert into knowledge_article (id, website_id, title, body, published, created_at, updated_at) values ($1, $2, 'T', 'B', $3, now(), now())`,
      newId(),
      websiteId,
      published,
    );
  const says = (sessionId: string, websiteId: string, author: string) =>
    sql(
      `insert into message (session_id, website_id, seq, id, author_kind, text, created_at)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, 'Hello', now() from message where session_id = $1`,
      sessionId,
      websiteId,
      newId(),
      author,
    );
  const handoff = (sessionId: string, websiteId: string, assigneeId: string | null) =>
    sql(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at, assignee_id, claimed_at)
       values ($1, $2, $3, $4, 'requested', 'asked_in_words', 'Asked', 1, now(), now(), $5, $6)`,
      newId(),
      websiteId,
      sessionId,
      assigneeId ? 'claimed' : 'pending',
      assigneeId,
      assigneeId ? new Date() : null,
    );

  it('are all ahead of who begins, whatever the demo does', async () => {
    expect(await list()).toEqual({
      steps: ['website', 'look', 'article', 'answer', 'seen', 'teammate', 'claimed'].map((id) => ({ id, done: false })),
      website: null,
      dismissed: false,
    });
    const demo = await rows.website({ name: 'Demo' });
    const somebody = await rows.user();
    await rows.membership(somebody, null, 'agent');
    await sql(`update app_user set demo = true where id = $1`, somebody);
    await sql(`update website set demo = true, theme = '{"accent": "#112233"}' where id = $1`, demo);
    await article(demo, true);
    await saw(demo, 'https://northwind.example', null);
    const session = await chat(demo);
    await says(session, demo, 'ai');
    await handoff(session, demo, somebody);
    expect(await done()).toEqual([]);
  });

  it('are done one by one, by what is there', async () => {
    const website = await rows.website({ name: 'Shop', origins: ['https://shop.example', OWN_ORIGIN] });
    expect(await done()).toEqual(['website']);
    expect((await list()).website).toEqual({ id: website, name: 'Shop', publicKey: `wk_${website}` });

    await admin.patch(`/websites/${website}`, { theme: { accent: '#b4234f' } });
    expect(await done()).toEqual(['website', 'look']);

    await article(website, false);
    expect(await done()).toEqual(['website', 'look']);
    await article(website, true);
    expect(await done()).toEqual(['website', 'look', 'article']);

    const session = await chat(website);
    await says(session, website, 'visitor');
    await saw(website, OWN_ORIGIN, `${OWN_ORIGIN}/demo`);
    await saw(website, 'http://10.0.0.4:4100', 'http://10.0.0.4:4100/try?websiteKey=wk_1');
    await saw(website, 'https://elsewhere.example', 'https://elsewhere.example/', false);
    expect(await done()).toEqual(['website', 'look', 'article']);
    await saw(website, 'https://shop.example', 'https://shop.example/tryouts');
    expect(await done()).toEqual(['website', 'look', 'article', 'seen']);
    await says(session, website, 'ai');
    expect(await done()).toEqual(['website', 'look', 'article', 'answer', 'seen']);

    await handoff(session, website, null);
    expect(await done()).toEqual(['website', 'look', 'article', 'answer', 'seen']);
    const mate = await rows.user('Bea');
    expect(await done()).not.toContain('teammate');
    await rows.membership(mate, website, 'agent');
    expect(await done()).toContain('teammate');
    await sql(`update handoff set status = 'claimed', assignee_id = $2, claimed_at = now() where session_id = $1`, session, mate);
    expect((await list()).steps.every((step) => step.done)).toBe(true);

    // A deactivated colleague is none, and a website that was deleted no longer tells anything.
    await sql(`update app_user set active = false where id = $1`, mate);
    expect(await done()).not.toContain('teammate');
    await admin.delete(`/websites/${website}`);
    expect(await done()).toEqual([]);
  });

  it('are put away for everybody, and come back', async () => {
    const colleague = await people.admin();
    expect((await admin.patch('/setup/checklist', { dismissed: true })).body).toMatchObject({ dismissed: true });
    expect((await colleague.get('/setup/checklist')).body).toMatchObject({ dismissed: true });
    await colleague.patch('/setup/checklist', { dismissed: false });
    expect(await list()).toMatchObject({ dismissed: false });
    expect((await admin.patch('/setup/checklist', { dismissed: 'yes' })).body.errors).toMatchObject([{ path: 'dismissed' }]);
    const { body } = await admin.get('/audit?subjectType=checklist');
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual(['checklist.restored', 'checklist.dismissed']);
  });

  it('are shown to who administers everything, to nobody else', async () => {
    const website = await people.aWebsite();
    for (const membership of [
      { websiteId: null, role: 'agent' },
      { websiteId: null, role: 'supervisor' },
      { websiteId: website.id, role: 'admin' },
    ] as const) {
      const somebody = await people.signedIn(membership);
      expect((await somebody.get('/setup/checklist')).status).toBe(403);
      expect((await somebody.patch('/setup/checklist', { dismissed: true })).status).toBe(403);
    }
  });
});
