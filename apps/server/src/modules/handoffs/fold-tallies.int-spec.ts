import { openTestDatabase, type OpenDatabase } from '../../../../../test/harness/open-database.js';
import { newId } from '../../platform/database/index.js';
import { FoldTallies } from './fold-tallies.js';

describe('the tallies of handoffs', () => {
  let db: OpenDatabase;
  let ids: string[];
  let agent: string;

  beforeAll(async () => {
    db = await openTestDatabase();
    agent = await db.given.user();
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.database.query('delete from handoff');
    await db.database.query('truncate handoff_tally');
    const websiteId = await db.given.website();
    const sessions = [];
    for (let n = 0; n < 4; n++) sessions.push(await db.given.session({ websiteId, owner: 'queue' }));
    ids = sessions.map(() => newId());
    await db.database.query(
      `insert into handoff (id, website_id, session_id, status, trigger, code, reason, offline, opened_seq, opened_at, updated_at)
       select t.id, website_id, session.id, 'pending', 'requested', 'asked_in_words', 'Asked', t.n = 4, 0, now(), now()
       from unnest($1::uuid[], $2::uuid[]) with ordinality as t (id, session, n) join session on session.id = t.session`,
      [ids, sessions.map(({ id }) => id)],
    );
  });

  const KEY = 'website_id, status, offline, assignee_id';
  const kept = () => db.database.query(`select ${KEY}, sum(n)::int as n from handoff_tally group by ${KEY} having sum(n) <> 0 order by ${KEY}`);
  const counted = () => db.database.query(`select ${KEY}, count(*)::int as n from handoff group by ${KEY} order by ${KEY}`);
  const noted = async () => (await db.database.query<{ n: number }>('select count(*)::int as n from handoff_tally'))[0]!.n;

  it('are what counting comes to, however many handoffs a statement opens, changes or takes away', async () => {
    expect(await kept()).toEqual(await counted());
    const before = await noted();
    await db.database.query(`update handoff set status = 'claimed', assignee_id = $2, claimed_at = now() where id = any ($1)`, [
      ids.slice(0, 3),
      agent,
    ]);
    expect(await noted()).toBe(before + 2);
    expect(await kept()).toEqual(await counted());
    await db.database.query(`update handoff set offline = not offline where id = any ($1)`, [ids.slice(2)]);
    await db.database.query(`delete from handoff where id = any ($1)`, [ids.slice(1, 3)]);
    expect(await kept()).toEqual(await counted());
    expect(await counted()).toHaveLength(2);
  });

  it('note nothing of a change that no view counts', async () => {
    const before = await noted();
    await db.database.query('update handoff set first_response_at = now(), updated_at = now()');
    await db.database.query('update handoff set offline = false where false');
    expect(await noted()).toBe(before);
  });

  it('stay the same when they are folded together', async () => {
    for (let n = 0; n < 3; n++) await db.database.query('update handoff set offline = not offline');
    const before = await kept();
    const rows = await noted();
    await new FoldTallies(db.database).sweep();
    expect(await kept()).toEqual(before);
    expect(await noted()).toBeLessThan(rows);
  });
});
