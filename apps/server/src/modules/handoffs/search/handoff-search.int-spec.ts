import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { HandoffSummary, ListHandoffs } from '#contracts';
import { conversationsToFind, conversationToFind, type ConversationToFind } from '../../../../../../test/harness/conversations-to-find.js';
import { openTestDatabase, type OpenDatabase } from '../../../../../../test/harness/open-database.js';
import { Rows } from '../../../../../../test/harness/rows.js';
import { Member } from '../../../platform/access/index.js';
import { SystemClock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { HandoffQueries } from '../handoff-queries.js';
import { HandoffSummaries } from '../handoff-summaries.js';
import { HandoffSearch } from './handoff-search.js';
import { KeepSessionWords } from './keep-session-words.js';
import { WordFrequencies } from './word-frequencies.js';

let db: OpenDatabase;
let database: Database;
let given: Rows;
let keep: KeepSessionWords;
let frequencies: WordFrequencies;
let queries: HandoffQueries;

beforeAll(async () => {
  db = await openTestDatabase();
  ({ database, given } = db);
  keep = new KeepSessionWords(database);
  frequencies = new WordFrequencies(database);
  const summaries = new HandoffSummaries(database);
  const search = new HandoffSearch(database, frequencies);
  const unused = undefined as never;
  queries = new HandoffQueries(database, summaries, search, unused, unused, unused, new SystemClock());
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
const find = async (member: Member, q: string, more: ListHandoffs = {}): Promise<readonly HandoffSummary[]> =>
  (await queries.list(member, { ...more, q })).items;

const aConversation = (websiteId: string, texts?: readonly string[], openedAt?: Date): Promise<ConversationToFind> =>
  conversationToFind(db, websiteId, texts, openedAt);

describe('searching handoffs', () => {
  it('finds a conversation by any words said in it, and says by which message', async () => {
    const site = await given.website();
    const one = await aConversation(site, ['Where is my café table?', 'The order is #A-1234', 'Merci beaucoup']);
    await aConversation(site, ['Something else']);
    await keep.sweep();
    for (const [words, seq] of [
      ['CAFE', 1],
      ['a-1234', 2],
      ['beau', 3],
      ['merci table', 3],
      ['my order where', 1],
    ] as const) {
      const [found, ...others] = await find(on(site), words);
      expect([words, found?.id, found?.found?.seq, others]).toEqual([words, one.handoffId, seq, []]);
    }
    expect((await find(on(site), 'order'))[0]!.found).toMatchObject({ author: 'visitor', text: 'The order is #A-1234' });
    // Only the last word may be a beginning.
    expect(await find(on(site), 'tab cafe')).toEqual([]);
    expect(await find(on(site), ' %_ ')).toEqual([]);
  });

  it('shows the newest message with a word that begins so, among words that nearly do', async () => {
    const site = await given.website();
    const one = await aConversation(site, [
      ...['parcels aabb', 'parce', 'parcel', 'parcem', 'parsnip park', 'pa', 'zzz', 'ящик', 'ящика', 'ящерица', '😀 小包裹 小包'],
      ...['parcelled', 'par', 'aaa'],
    ]);
    await keep.sweep();
    for (const [words, seq] of [
      ['parcel', 12],
      ['parcels', 1],
      ['parce', 12],
      ['parcem', 4],
      ['park', 5],
      ['zzz', 7],
      ['aab', 1],
      ['ящик', 9],
      ['ящ', 10],
      ['小包', 11],
      ['parcel parcels', 3],
    ] as const) {
      const [found] = await find(on(site), words);
      expect([words, found?.id, found?.found?.seq]).toEqual([words, one.handoffId, seq]);
    }
  });

  it('finds what was said since, and not what nobody said', async () => {
    const site = await given.website();
    const { handoffId, say } = await aConversation(site, ['Hello']);
    await keep.sweep();
    await say('And a trombone');
    await say('The visitor was told about a xylophone', 'system');
    await keep.sweep();
    expect((await find(on(site), 'trombone')).map(({ id }) => id)).toEqual([handoffId]);
    expect(await find(on(site), 'xylophone')).toEqual([]);
  });

  it('finds people by what they are called now', async () => {
    const site = await given.website();
    const { visitorId, handoffId } = await aConversation(site, ['Hello']);
    await keep.sweep();
    await database.query(`update visitor set name = 'Zoë López', email = 'zoe@shop.test', phone = '+49 170 555' where id = $1`, [visitorId]);
    await keep.sweep();
    for (const words of ['zoe', 'Lopez z', 'zoe@shop', 'shop.test', '170 555', 'zoe hello']) {
      expect([words, (await find(on(site), words)).map(({ id }) => id)]).toEqual([words, [handoffId]]);
    }
    expect((await find(on(site), 'zoe'))[0]!.found).toBeNull();
    expect((await find(on(site), 'hello zoe'))[0]!.found).toMatchObject({ seq: 1 });
  });

  it('does not gather what only the AI has heard', async () => {
    const { id } = await given.session();
    await database.query(`insert into session_words_due values ($1)`, [id]);
    await keep.sweep();
    expect(await database.query(`select from session_words where session_id = $1`, [id])).toEqual([]);
    expect(await database.query(`select from session_words_due`)).toEqual([]);
  });

  it('gives the same by either way, page by page, on the websites one may see', async () => {
    const sites = [await given.website(), await given.website()];
    const hidden = await given.website();
    const small = await given.website();
    const began = Date.UTC(2026, 10, 1);
    await conversationsToFind(database, [...sites, hidden], began);
    const { sessionId } = await aConversation(small, ['common half rare'], new Date(began + 1));
    await database.query(`update session set last_activity_at = $2 where id = $1`, [sessionId, new Date(began + 1)]);
    await keep.sweep();
    await database.query('analyze session_words');

    for (const [member, websites] of [
      [everywhere, [...sites, hidden, small]],
      // Nearly all there are.
      [on(...sites, hidden), [...sites, hidden]],
      [on(...sites), sites],
      [on(sites[1]!), [sites[1]!]],
    ] as const) {
      for (const [words, pattern] of [
        ['common', /\bcommon\b/],
        ['common half', /\bcommon\b.*\bhalf/],
        ['comm', /\bcomm/],
        ['half', /\bhalf/],
        ['rare', /\brare/],
        ['common rare', /\bcommon\b.*\brare/],
      ] as const) {
        const expected = (
          await database.query<{ id: string; text: string }>(
            `select h.id, m.text from handoff h join message m on m.session_id = h.session_id
             where h.website_id = any ($1) and h.opened_at < $2 order by h.opened_at desc, h.id desc`,
            [websites, new Date(began + 86_400_000)],
          )
        ).filter(({ text }) => pattern.test(text));
        // Without knowing anything of the words the index is asked; then common words are walked for.
        await expect(paged(member, { q: words })).resolves.toEqual(expected.map(({ id }) => id));
        await frequencies.renew();
        await expect(paged(member, { q: words })).resolves.toEqual(expected.map(({ id }) => id));
        // The same order, by statements that are planned each time.
        for (const sort of ['newest', 'activity'] as const) {
          await expect(paged(member, { q: words, sort })).resolves.toEqual(expected.map(({ id }) => id));
        }
      }
    }
    const known = frequencies.current();
    expect(known.conversations).toBeGreaterThan(1500);
    expect(known.shareOf([{ word: 'common', isBeginning: false }])).toBeGreaterThan(0.9);
    expect(known.shareOf([{ word: 'comm', isBeginning: true }])).toBeGreaterThan(0.9);
    expect(known.shareOfWebsites([hidden])).toBeCloseTo(1 / 3, 1);

    async function paged(member: Member, query: ListHandoffs): Promise<string[]> {
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: readonly HandoffSummary[]; nextCursor: string | null } = await queries.list(member, {
          ...query,
          limit: 200,
          ...(cursor === null ? {} : { cursor }),
        });
        ids.push(...page.items.filter(({ openedAt }) => Date.parse(openedAt) < began + 86_400_000).map(({ id }) => id));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return ids;
    }
  });
});

describe('searches at once', () => {
  it('take two of the connections that messages are written over, and find the same', async () => {
    const site = await given.website();
    const { handoffId } = await aConversation(site, ['An accordion']);
    await keep.sweep();
    let [now, most] = [0, 0];
    const prepared = database.prepared.bind(database);
    const watched = jest.spyOn(database, 'prepared').mockImplementation(async (...statement) => {
      most = Math.max(most, ++now);
      return prepared(...statement).finally(() => (now -= 1)) as Promise<never[]>;
    });
    const found = await Promise.all(Array.from({ length: 6 }, () => find(on(site), 'accordion')));
    watched.mockRestore();
    expect(found.map((items) => items.map(({ id }) => id))).toEqual(Array.from({ length: 6 }, () => [handoffId]));
    expect(most).toBe(2);
  });
});
