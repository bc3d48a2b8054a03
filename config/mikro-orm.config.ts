import { Migrator, type Migration } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { types, type Pool, type PoolClient } from 'pg';

type Entities = NonNullable<Options['entities']>;

const TIMESTAMP_WITH_ZONE = 1184;
const MAX_CONNECTIONS = 20;

/** How Baton talks to Postgres; the same for the server, its tests and the migrations. */
export function ormOptions(url: string, entities: Entities, migrations: readonly (new (...args: never[]) => Migration)[]): Options {
  return defineConfig({
    clientUrl: url,
    entities,
    discovery: { warnWhenNoEntities: false },
    forceUtcTimezone: true,
    extensions: [Migrator],
    pool: { min: 0, max: MAX_CONNECTIONS },
    driverOptions: {
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      application_name: 'baton',
      onConnect: endWhenStuck,
      onPoolCreated: setUpPool,
    },
    migrations: {
      tableName: 'migration',
      migrationsList: [...migrations] as never,
      transactional: true,
      allOrNothing: true,
      snapshot: false,
      silent: true,
    },
  });
}

/**
 * Nothing is waited for inside a transaction but Postgres. One that is idle for so long belongs to a process that is stopped or
 * cut off, and others wait for what it has locked.
 */
function endWhenStuck(client: { query(sql: string): Promise<unknown> }): Promise<unknown> {
  return client.query(`set idle_in_transaction_session_timeout = '5s'`);
}

function setUpPool(pool: Pool): void {
  readInstantsAsDates(pool);
  takeBackBroken(pool);
}

/** The ORM would hand hand-written SQL its `timestamptz` columns as text; everyone here expects a `Date`. */
function readInstantsAsDates({ options }: Pool): void {
  (options.types as typeof types | undefined)?.setTypeParser(TIMESTAMP_WITH_ZONE, types.getTypeParser(TIMESTAMP_WITH_ZONE) as (text: string) => Date);
}

/**
 * A transaction whose connection breaks cannot be rolled back, and the ORM then never gives the connection back: each would be
 * missing from the pool for good.
 */
function takeBackBroken(pool: Pool): void {
  const inUse = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => inUse.add(client));
  pool.on('release', (_error, client) => inUse.delete(client));
  pool.on('connect', (client) =>
    client.once('end', () => {
      if (!inUse.has(client)) return;
      const { release } = client;
      // Whoever still holds it may give it back, too.
      client.release = () => undefined;
      release(true);
    }),
  );
}
