import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ListHandoffs } from '#contracts';
import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { Member } from '../../platform/access/index.js';
import { SystemClock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { HandoffQueries } from './handoff-queries.js';
import { HandoffSummaries } from './handoff-summaries.js';
import { InboxCounter } from './inbox-counter.js';

const PER_WEBSITE = 30;

describe('a list of handoffs', () => {
  let db: OpenDatabase;
  let database: Database;
  let queries: HandoffQueries;
  let shops: string[];
  /** By website, as they were opened: one on each website in turn. */
  const opened: { readonly id: string; readonly shop: string }[] = [];

  beforeAll(async () => {
    db = await openTestDatabase();
    ({ database } = db);
    const { given } = db;
    const unused = undefined as never;
    queries = new HandoffQueries(database, new HandoffSummaries(database), unused, unused, new InboxCounter(database), unused, new SystemClock());
    shops = [await given.website(), await given.website(), await given.website()];
    for (let n = 0; n < PER_WEBSITE * shops.length; n++) {
      const shop = shops[n % shops.length]!;
      const session = await given.session({ websiteId: shop, owner: 'queue' });
      const id = newId();
      opened.push({ id, shop });
      await database.query(
        `insert into handoff (id, website_id, session_id, status, trigger, code, reason, opened_seq, opened_at, updated_at)
         values ($1, $2, $3, 'pending', 'requested', 'asked_in_words', 'Asked', 0, $4, $4)`,
        [id, shop, session.id, new Date(1_800_000_000_000 + n)],
      );
    }
  });
  afterAll(async () => {
    await db.close();
  });

  const on = (...websiteIds: string[]): Member =>
    new Member(
      randomUUID(),
      'Ana',
      websiteIds.map((websiteId) => ({ websiteId, permissions: ['handoff.view'] as const })),
    );
  const everywhere = new Member(randomUUID(), 'Bea', [{ websiteId: null, permissions: ['handoff.view'] }]);

  async function pages(member: Member, query: ListHandoffs): Promise<string[][]> {
    const all: string[][] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await queries.list(member, cursor ? { ...query, cursor } : query);
      all.push(page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    return all;
  }

  it.each<[string, () => Member, () => string[]]>([
    ['one website', () => on(shops[1]!), () => [shops[1]!]],
    ['some websites', () => on(shops[0]!, shops[2]!), () => [shops[0]!, shops[2]!]],
    ['many websites', () => on(...Array.from({ length: 30 }, () => randomUUID()), shops[0]!, shops[2]!), () => [shops[0]!, shops[2]!]],
    ['all websites', () => everywhere, () => shops],
  ])('holds those of %s, in one order', async (_, member, visible) => {
    const expected = opened.filter(({ shop }) => visible().includes(shop)).map(({ id }) => id);
    // A view as the inbox shows it, the same in pages of a size of its own, and by a filter instead.
    for (const query of [{ view: 'unassigned' }, { view: 'unassigned', limit: 7 }, { status: 'pending' }] satisfies ListHandoffs[]) {
      const found = await pages(member(), query);
      expect(found.flat()).toEqual(expected);
      expect(found.slice(0, -1).every((page) => page.length === ((query as ListHandoffs).limit ?? 50))).toBe(true);
    }
  });

  it('holds nothing of websites that one may not see', async () => {
    expect(await pages(on(randomUUID()), { view: 'unassigned' })).toEqual([[]]);
    expect(await pages(on(shops[0]!), { view: 'unassigned', websiteId: shops[1]! })).toEqual([[]]);
  });

  it('shows everybody their own, however many ask at once', async () => {
    const [ana, bea] = [on(shops[0]!), on(shops[0]!)];
    const [hers] = opened.filter(({ shop }) => shop === shops[0]);
    await database.query(
      `insert into app_user (id, email, name, password_hash, created_at, updated_at) values ($1, 'bea@list.test', 'Bea', 'x', now(), now())`,
      [bea.userId],
    );
    await database.query(`update handoff set status = 'claimed', assignee_id = $2 where id = $1`, [hers!.id, bea.userId]);
    const [mineOfAna, mineOfBea, openToAna, openToBea, elsewhere] = await Promise.all([
      pages(ana, { view: 'mine' }),
      pages(bea, { view: 'mine' }),
      pages(ana, { view: 'open' }),
      pages(bea, { view: 'open' }),
      pages(on(shops[1]!), { view: 'open' }),
    ]);
    expect([mineOfAna, mineOfBea]).toEqual([[[]], [[hers!.id]]]);
    expect(openToAna.flat()).toEqual(opened.filter(({ shop }) => shop === shops[0]).map(({ id }) => id));
    expect(openToBea).toEqual(openToAna);
    expect(elsewhere.flat()).toEqual(opened.filter(({ shop }) => shop === shops[1]).map(({ id }) => id));

    const open = { unassigned: PER_WEBSITE - 1, sla_at_risk: 0, offline: 0, open: PER_WEBSITE, resolved: 0 };
    expect(await Promise.all([ana, bea, on(shops[1]!), everywhere].map((member) => queries.counts(member)))).toEqual([
      { mine: 0, ...open },
      { mine: 1, ...open },
      { mine: 0, ...open, unassigned: PER_WEBSITE },
      { mine: 0, ...open, unassigned: 3 * PER_WEBSITE - 1, open: 3 * PER_WEBSITE },
    ]);
  });
});
