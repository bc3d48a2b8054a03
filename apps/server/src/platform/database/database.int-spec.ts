import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '#config';
import { createTestDatabase, type TestDatabase } from '../../../../../test/harness/database.js';
import { Database, newId } from './index.js';

describe('Database', () => {
  let own: TestDatabase;
  let orm: MikroORM;
  let database: Database;

  beforeAll(async () => {
    own = await createTestDatabase();
    orm = await MikroORM.init(ormOptions(own.url, [], []));
    database = new Database(orm);
  });
  afterAll(async () => {
    await database.close();
    await orm.close(true);
    await own.drop();
  });

  const secrets = async (): Promise<string[]> =>
    (await database.query<{ name: string }>('select name from installation_secret order by name')).map(({ name }) => name);
  const insert = `insert into installation_secret (name, value, created_at) values ($1, 'x', $2)`;

  it('reads instants as dates, to the millisecond', async () => {
    const [row] = await database.query<{ at: Date }>('select $1::timestamptz as at', [new Date('2026-03-29T01:30:00.123Z')]);
    expect(row?.at).toEqual(new Date('2026-03-29T01:30:00.123Z'));
  });

  it('keeps what a transaction wrote, and then runs its effects', async () => {
    const seen: string[][] = [];
    await database.transaction(async (tx) => {
      await tx.query(insert, ['kept', new Date()]);
      tx.afterCommit(() => void secrets().then((names) => seen.push(names)));
      expect(seen).toEqual([]);
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(seen).toEqual([['kept']]);
  });

  it('forgets what a failed transaction wrote, and its effects', async () => {
    const effect = { ran: false };
    const work = database.transaction(async (tx) => {
      await tx.query(insert, ['lost', new Date()]);
      tx.afterCommit(() => (effect.ran = true));
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await secrets()).not.toContain('lost');
    expect(effect.ran).toBe(false);
  });

  it('joins the transaction of its caller', async () => {
    const work = database.transaction(async (outer) => {
      await database.transaction((tx) => tx.query(insert, ['inner', new Date()]), outer);
      throw new Error('outer fails');
    });
    await expect(work).rejects.toThrow('outer fails');
    expect(await secrets()).not.toContain('inner');
  });

  it('refuses a second connection to who holds a transaction', async () => {
    const asking = /A transaction is open here/;
    await database.transaction(async () => {
      await expect(database.query('select 1')).rejects.toThrow(asking);
      await expect(database.transaction(() => Promise.resolve())).rejects.toThrow(asking);
      expect(() => database.reader()).toThrow(asking);
    });
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('does not turn a committed change into a failure when an effect throws', async () => {
    await database.transaction(async (tx) => {
      await tx.query(insert, ['committed', new Date()]);
      tx.afterCommit(() => {
        throw new Error('a bell that broke');
      });
    });
    expect(await secrets()).toContain('committed');
  });

  it('goes on with a prepared statement after the tables have changed', async () => {
    const all = () => database.prepared<{ name: string; note?: string }>('select * from prepared_about where name = $1', ['one']);
    await database.query('create table prepared_about (name text)');
    await database.query(`insert into prepared_about values ('one')`);
    expect(await all()).toEqual([{ name: 'one' }]);
    expect(await all()).toEqual([{ name: 'one' }]);
    await database.query(`alter table prepared_about add column note text default 'new'`);
    expect(await all()).toEqual([{ name: 'one', note: 'new' }]);
    await expect(database.transaction(() => all())).rejects.toThrow(/A transaction is open here/);
  });

  it('plans what runs all the time once, whatever the values', async () => {
    await database.query('create table hot (n int primary key)');
    const sql = 'select n from hot where n = any ($1)';
    for (let n = 1; n < 20; n++) await database.prepared(sql, [Array.from({ length: n }, (_, i) => i)]);
    const plans = await database.prepared<{ custom: string }>(
      `select sum(custom_plans)::text as custom from pg_prepared_statements where statement = $1`,
      [sql],
    );
    expect(plans).toEqual([{ custom: '0' }]);
  });

  it('prepares what comes again and again, and plans it for the values where that pays', async () => {
    await database.query('create table often (n int primary key, rare boolean not null)');
    await database.query(`insert into often select n, n = 1 from generate_series(1, 5000) n`);
    const all = (wanted: number[] | null) =>
      database.query<{ n: number }>('select n from often where $1::int[] is null or n = any ($1) order by n limit 3', [wanted]);
    for (let time = 0; time < 12; time++) {
      expect((await all([4000 + time])).map(({ n }) => n)).toEqual([4000 + time]);
      expect((await all(null)).map(({ n }) => n)).toEqual([1, 2, 3]);
    }
    await database.query('alter table often add column note text');
    expect(await all([7])).toEqual([{ n: 7 }]);
  });

  it('ends a transaction that does nothing for long, and survives it', async () => {
    const work = database.transaction(async (tx) => {
      const [own] = await tx.query<{ pid: number; limit: string }>(
        `select pg_backend_pid() as pid, current_setting('idle_in_transaction_session_timeout') as limit`,
      );
      expect(own!.limit).toBe('5s');
      // What Postgres does then, without the wait.
      await new Database(orm).query('select pg_terminate_backend($1)', [own!.pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.query('select 1');
    });
    await expect(work).rejects.toThrow();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('makes ids that sort by time', () => {
    expect(newId(1_000) < newId(2_000)).toBe(true);
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
