import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { ormOptions } from '#config';
import { migrations } from './migrations/index.js';

export const MIGRATION_LOCK = 4_100_002;

/** Why the schema of a database does not fit this version of Baton. */
export class SchemaProblem extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SchemaProblem';
  }
}

/**
 * Brings the schema up to date. Processes that start together take turns, and all but the first find nothing to do.
 * @returns how many migrations ran
 * @throws SchemaProblem when the database was made by a newer Baton
 */
export async function migrate(url: string): Promise<number> {
  const turn = new Client({ connectionString: url, application_name: 'baton migrations' });
  turn.on('error', () => undefined);
  await turn.connect();
  try {
    await turn.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await withMigrator(url, async (migrator) => {
      refuseNewer(await migrator.getExecuted());
      return (await migrator.up()).length;
    });
  } finally {
    await turn.end();
  }
}

/** For `BATON_MIGRATE=false`. @throws SchemaProblem when the schema is not the one this version needs */
export async function requireCurrentSchema(url: string): Promise<void> {
  await withMigrator(url, async (migrator) => {
    refuseNewer(await migrator.getExecuted());
    const missing = (await migrator.getPending()).map(({ name }) => name);
    if (missing.length > 0) {
      throw new SchemaProblem(
        `The database lacks ${missing.join(', ')}, and BATON_MIGRATE=false keeps Baton from changing its schema. Start one process with BATON_MIGRATE=true first.`,
      );
    }
  });
}

function refuseNewer(executed: readonly { name: string }[]): void {
  const known = new Set<string>(migrations.map(({ name }) => name));
  const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new SchemaProblem(
      `The database was used by a newer Baton (it has ${unknown.join(', ')}). Start that version, or restore a backup from before.`,
    );
  }
}

async function withMigrator<T>(url: string, work: (migrator: MikroORM['migrator']) => Promise<T>): Promise<T> {
  const orm = await MikroORM.init(ormOptions(url, [], migrations));
  try {
    return await work(orm.migrator);
  } finally {
    await orm.close(true);
  }
}
