import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../../../../../test/harness/database.js';
import { MIGRATION_LOCK, migrate, requireCurrentSchema } from './migrate.js';
import { migrations } from './migrations/index.js';

describe('migrations', () => {
  const made: TestDatabase[] = [];
  afterEach(async () => {
    for (const database of made.splice(0)) await database.drop();
  });

  async function aDatabase(create: () => Promise<TestDatabase>): Promise<string> {
    const database = await create();
    made.push(database);
    return database.url;
  }

  /** As another process of Baton that starts at the same moment. */
  function migrateElsewhere(url: string): Promise<string> {
    const code = `import { migrate } from './apps/server/src/platform/database/migrate.ts'; process.stdout.write(String(await migrate(${JSON.stringify(url)})));`;
    const child = spawn(process.execPath, ['--import', './scripts/typescript.js', '--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] },
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    return new Promise((resolve) => child.once('close', () => resolve(output)));
  }

  it('run once when two processes start together', async () => {
    const url = await aDatabase(createBlankDatabase);
    const counts = await Promise.all([migrateElsewhere(url), migrateElsewhere(url)]);
    expect(counts.sort()).toEqual(['0', String(migrations.length)]);
    expect(await executed(url)).toEqual(migrations.map(({ name }) => name));
  });

  it('wait for their turn while another process migrates', async () => {
    const url = await aDatabase(createBlankDatabase);
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const turn = migrate(url);
    await sleep(500);
    expect(await query(url, `select 1 from information_schema.tables where table_name in ('website', 'migration')`)).toEqual([]);
    await other.end();
    expect(await turn).toBe(migrations.length);
  });

  it('find nothing to do on a current database', async () => {
    const url = await aDatabase(createTestDatabase);
    expect(await migrate(url)).toBe(0);
    await requireCurrentSchema(url);
  });

  it('are only asked for where they may not run', async () => {
    const url = await aDatabase(createBlankDatabase);
    await expect(requireCurrentSchema(url)).rejects.toThrow(/lacks (Migration\w+, )+and BATON_MIGRATE=false keeps Baton from changing its schema/);
    const tables = await query(url, `select 1 from information_schema.tables where table_name = 'website'`);
    expect(tables).toEqual([]);
  });

  it('refuse the database of a newer Baton', async () => {
    const url = await aDatabase(createTestDatabase);
    await query(url, `insert into migration (name, executed_at) values ('Migration29990101000000_later', now())`);
    await expect(migrate(url)).rejects.toThrow(/used by a newer Baton \(it has Migration29990101000000_later\)/);
    await expect(requireCurrentSchema(url)).rejects.toThrow(/newer Baton/);
  });
});

async function executed(url: string): Promise<string[]> {
  return (await query<{ name: string }>(url, 'select name from migration order by id')).map(({ name }) => name);
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
