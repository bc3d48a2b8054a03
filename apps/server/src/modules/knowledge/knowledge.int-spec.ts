import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES, type KnowledgeArticle as ArticleBody, type Role } from '#contracts';
import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Rows } from '../../../../../test/harness/rows.js';
import { Member } from '../../platform/access/index.js';
import { SystemClock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Forbidden, InvalidInput, NotFound } from '../../platform/problems/index.js';
import { Doorbell } from '../../platform/realtime/index.js';
import { Audit } from '../audit/index.js';
import { Website, Websites } from '../websites/index.js';
import { ArticleUse } from './article-use.js';
import { ArticleChanged } from './article.problems.js';
import { Articles } from './articles.js';
import { KnowledgeArticle } from './knowledge-article.entity.js';
import { Knowledge } from './knowledge.js';
import { LearnedAnswerers } from './learned-answerers.js';
import { ModelStore } from './learning/model-store.js';
import { Training } from './learning/training.js';
import { SHOP } from './answering/test-shop.js';

let db: OpenDatabase;
let database: Database;
let rows: Rows;
let site: string;
let other: string;
const stopping: (() => void | Promise<void>)[] = [];

/** What one process has of its own. */
function aProcess(): { articles: Articles; knowledge: Knowledge; use: ArticleUse } {
  const clock = new SystemClock();
  const doorbell = new Doorbell();
  const audit = new Audit(clock);
  const websites = new Websites(database, {} as never, audit, {} as never);
  const training = new Training(database, db.orm, clock);
  const answerers = new LearnedAnswerers(new ModelStore(database), training, doorbell);
  answerers.onModuleInit();
  stopping.push(() => answerers.onModuleDestroy());
  stopping.push(() => training.onModuleDestroy());
  const use = new ArticleUse(database);
  return {
    articles: new Articles(database, audit, new Outbox(clock, doorbell), doorbell, use, clock),
    knowledge: new Knowledge(answerers, websites),
    use,
  };
}

const member = (role: Role, websiteId: string | null): Member => new Member(newId(), 'Ana', [{ websiteId, permissions: ROLES[role] }]);
const page = { limit: 50 };

beforeAll(async () => {
  db = await openTestDatabase([KnowledgeArticle, Website]);
  ({ database } = db);
  rows = db.given;
});

beforeEach(async () => {
  [site, other] = [await rows.website(), await rows.website()];
});

afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});

afterAll(async () => {
  await db.close();
});

describe('articles', () => {
  it('are written, read, changed and deleted, with their questions in order', async () => {
    const { articles } = aProcess();
    const admin = member('admin', site);
    const made = await articles.create(admin, {
      websiteId: site,
      title: ' Delivery ',
      body: 'Three days.',
      questions: ['When?', ' How long? ', 'When?', ''],
    });
    expect(made).toMatchObject({ title: 'Delivery', questions: ['When?', 'How long?'], language: 'en', url: null, published: false });
    expect(await articles.get(admin, made.id)).toEqual(made);
    const changed = await articles.change(admin, made.id, { questions: ['How fast?'], published: true, url: 'https://shop.example/delivery' });
    expect(changed).toMatchObject({ title: 'Delivery', questions: ['How fast?'], published: true, url: 'https://shop.example/delivery' });
    await articles.remove(admin, made.id);
    await expect(articles.get(admin, made.id)).rejects.toBeInstanceOf(NotFound);
  });

  it('leave an audit entry and news of every change, and nothing of a change that failed', async () => {
    const { articles } = aProcess();
    const admin = member('admin', site);
    const made = await articles.create(admin, { websiteId: site, title: 'A', body: 'B' });
    await articles.change(admin, made.id, { title: 'C' });
    await expect(articles.change(admin, made.id, { title: 'x'.repeat(301) })).rejects.toThrow();
    await articles.remove(admin, made.id);
    const audited = await database.query<{ action: string }>(`select action from audit_entry where subject_id = $1 order by id`, [made.id]);
    expect(audited.map((entry) => entry.action)).toEqual(['knowledge.created', 'knowledge.updated', 'knowledge.deleted']);
    const news = await database.query<{ payload: unknown }>(
      `select payload from domain_event where kind = 'knowledge.changed' and website_id = $1 order by id`,
      [site],
    );
    expect(news.map(({ payload }) => payload)).toEqual(['created', 'updated', 'deleted'].map((change) => ({ articleId: made.id, change })));
  });

  it('refuse a change made on what somebody else has changed since, and say who it was', async () => {
    const { articles } = aProcess();
    const [ana, bea] = [member('admin', site), new Member(newId(), 'Bea', [{ websiteId: site, permissions: ROLES.admin }])];
    const read = await articles.create(ana, { websiteId: site, title: 'A', body: 'B' });
    expect(read.updatedBy).toEqual({ id: ana.userId, name: 'Ana' });
    const theirs = await articles.change(bea, read.id, { body: 'Better', ifUpdatedAt: read.updatedAt });
    expect(theirs.updatedBy).toEqual({ id: bea.userId, name: 'Bea' });
    const refused = articles.change(ana, read.id, { body: 'Worse', ifUpdatedAt: read.updatedAt });
    await expect(refused).rejects.toBeInstanceOf(ArticleChanged);
    await expect(refused).rejects.toMatchObject({ status: 409, details: { updatedBy: theirs.updatedBy, updatedAt: theirs.updatedAt } });
    expect(await articles.get(ana, read.id)).toEqual(theirs);
    expect(await articles.change(ana, read.id, { body: 'Mine', ifUpdatedAt: theirs.updatedAt })).toMatchObject({ body: 'Mine' });
    expect(await articles.change(bea, read.id, { body: 'Whatever it was' })).toMatchObject({ body: 'Whatever it was' });
  });

  it('are counted by state and language, and found by them, as far as one may see them', async () => {
    const { articles } = aProcess();
    const [admin, everywhere] = [member('admin', site), member('admin', null)];
    const write = (language: string, published: boolean, websiteId = site) =>
      articles.create(everywhere, { websiteId, title: `${language} ${published}`, body: 'B', language, published });
    for (const each of [write('en', true), write('de', true), write('de', false), write('fr', true, other)]) await each;
    const languages = [
      { language: 'de', articles: 2 },
      { language: 'en', articles: 1 },
    ];
    expect(await articles.summary(admin)).toEqual({ published: 2, drafts: 1, languages });
    expect(await articles.summary(everywhere, site)).toEqual({ published: 2, drafts: 1, languages });
    expect(await articles.summary(admin, other)).toEqual({ published: 0, drafts: 0, languages: [] });
    const german = await articles.list(admin, { ...page, language: 'de' });
    expect(german.items.map(({ title }) => title).toSorted()).toEqual(['de false', 'de true']);
  });

  it('know how often they answered in the last 30 days', async () => {
    const { articles, use } = aProcess();
    const admin = member('admin', site);
    const [often, never] = [
      await articles.create(admin, { websiteId: site, title: 'Often', body: 'B' }),
      await articles.create(admin, { websiteId: site, title: 'Never', body: 'B' }),
    ];
    const today = new Date();
    const before = (days: number) => new Date(today.getTime() - days * 86_400_000);
    use.answered([often.id, often.id], today);
    use.answered([often.id, newId()], before(29));
    await use.write();
    use.answered([often.id], today);
    use.answered([often.id], before(30));
    await use.write();
    expect((await articles.get(admin, often.id)).uses).toBe(3);
    expect((await articles.list(admin, page)).items.map(({ title, uses }) => [title, uses])).toEqual([
      ['Never', 0],
      ['Often', 3],
    ]);
    await articles.remove(admin, often.id);
    expect((await articles.get(admin, never.id)).uses).toBe(0);
  });

  it('of another website do not exist for a member', async () => {
    const { articles, knowledge } = aProcess();
    const admin = member('admin', site);
    const stranger = member('admin', other);
    const made = await articles.create(admin, { websiteId: site, title: 'Ours', body: 'Secret discount', published: true });
    for (const attempt of [
      articles.get(stranger, made.id),
      articles.change(stranger, made.id, { title: 'Theirs' }),
      articles.remove(stranger, made.id),
      articles.create(stranger, { websiteId: site, title: 'A', body: 'B' }),
      knowledge.answerFor(stranger, { websiteId: site, text: 'discount' }),
    ]) {
      await expect(attempt).rejects.toBeInstanceOf(NotFound);
    }
    expect((await articles.list(stranger, page)).items).toEqual([]);
    expect((await articles.list(stranger, { ...page, websiteId: site, q: 'discount' })).items).toEqual([]);
    expect(await articles.get(admin, made.id)).toEqual(made);
  });

  it('may be read but not written by an agent', async () => {
    const { articles } = aProcess();
    const made = await articles.create(member('admin', site), { websiteId: site, title: 'A', body: 'B' });
    const agent = member('agent', site);
    expect((await articles.list(agent, page)).items).toHaveLength(1);
    for (const attempt of [
      () => articles.create(agent, { websiteId: site, title: 'A', body: 'B' }),
      () => articles.change(agent, made.id, { title: 'C' }),
      () => articles.remove(agent, made.id),
    ]) {
      await expect(attempt()).rejects.toBeInstanceOf(Forbidden);
    }
  });

  it('are paged by key, each once', async () => {
    const { articles } = aProcess();
    const admin = member('admin', site);
    const made = await Promise.all(
      Array.from({ length: 7 }, (_, i) => articles.create(admin, { websiteId: site, title: `Article ${i}`, body: 'B' })),
    );
    const seen: ArticleBody[] = [];
    let cursor: string | null = null;
    do {
      const next = await articles.list(admin, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...next.items);
      cursor = next.nextCursor;
    } while (cursor);
    expect(seen.map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    await expect(articles.list(admin, { limit: 3, cursor: 'made up' })).rejects.toBeInstanceOf(InvalidInput);
  });

  it('are found by words of the title, a question or the text, taken literally', async () => {
    const { articles } = aProcess();
    const admin = member('admin', site);
    await articles.create(admin, { websiteId: site, title: 'Sizes', body: '100% cotton', questions: ['Does it shrink?'] });
    await articles.create(admin, { websiteId: site, title: 'Delivery', body: 'Three days' });
    const found = async (q: string): Promise<string[]> => (await articles.list(admin, { ...page, q })).items.map(({ title }) => title);
    expect(await found('sizes')).toEqual(['Sizes']);
    expect(await found('SHRINK')).toEqual(['Sizes']);
    expect(await found('three')).toEqual(['Delivery']);
    expect(await found('%')).toEqual(['Sizes']);
    expect(await found('_')).toEqual([]);
  });
});

const ELSEWHERE = {
  title: 'Opening hours',
  body: 'The museum is open from ten to six.',
  questions: ['When does the museum open?', 'Is it open on Mondays?'],
  published: true,
};

describe('answers', () => {
  async function fill(articles: Articles, published = true): Promise<ArticleBody[]> {
    const admin = member('admin', site);
    return Promise.all(
      SHOP.map(({ title, body, questions, language }) => articles.create(admin, { websiteId: site, title, body, questions, language, published })),
    );
  }

  it('come from published articles, with their source', async () => {
    const { articles, knowledge } = aProcess();
    const [delivery] = await fill(articles);
    const answer = await knowledge.answer(site, 'how much is shipping?', 'en-GB');
    expect(answer).toMatchObject({ answered: true, sources: [{ articleId: delivery!.id, title: 'Delivery times and cost' }] });
    expect(answer.text).toContain('Delivery is free from 50 euros');
    expect(answer.confidence).toBeGreaterThan(0.5);
  });

  it('are not made up when nothing fits, and never come from drafts', async () => {
    const { articles, knowledge } = aProcess();
    await fill(articles, false);
    expect(await knowledge.answer(site, 'how much is shipping?', 'en')).toMatchObject({ answered: false, text: null, confidence: 0, sources: [] });
    // Nor when something else is published, and there is something to learn from.
    await articles.create(member('admin', site), { websiteId: site, ...ELSEWHERE });
    expect(titlesOf(await knowledge.answer(site, 'how much is shipping?', 'en'))).not.toContain('Delivery times and cost');
  });

  it('never come from another website', async () => {
    const { articles, knowledge } = aProcess();
    await fill(articles);
    expect(await knowledge.answer(other, 'how much is shipping?', 'en')).toMatchObject({ answered: false, text: null, confidence: 0, sources: [] });
    await articles.create(member('admin', other), { websiteId: other, ...ELSEWHERE });
    expect(titlesOf(await knowledge.answer(other, 'how much is shipping?', 'en'))).not.toContain('Delivery times and cost');
  });

  it('change at once where an article was published, and soon in other processes', async () => {
    const [here, there] = [aProcess(), aProcess()];
    const ask = ({ knowledge }: typeof here): Promise<boolean> =>
      knowledge.answer(site, 'how much is shipping?', 'en').then(({ answered }) => answered);
    expect([await ask(here), await ask(there)]).toEqual([false, false]);
    const [delivery] = await fill(here.articles);
    expect(await ask(here)).toBe(true);
    await until(2000, () => ask(there));
    await here.articles.change(member('admin', site), delivery!.id, { body: 'We deliver by pigeon.' });
    expect((await here.knowledge.answer(site, 'how much is shipping?', 'en')).text).toBe('We deliver by pigeon.');
    for (const { id } of (await here.articles.list(member('admin', site), page)).items) await here.articles.remove(member('admin', site), id);
    expect(await ask(here)).toBe(false);
    await until(2000, async () => !(await ask(there)));
  });
});

function titlesOf({ sources }: { readonly sources: readonly { readonly title: string }[] }): string[] {
  return sources.map(({ title }) => title);
}

async function until(withinMs: number, condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`did not happen within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
