import { Migrator, type Migration } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { types } from 'pg';

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
    driverOptions: { connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'baton', onPoolCreated: readInstantsAsDates },
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

/** The ORM would hand hand-written SQL its `timestamptz` columns as text; everyone here expects a `Date`. */
function readInstantsAsDates(pool: { options: { types?: { setTypeParser(oid: number, parser: (text: string) => unknown): void } } }): void {
  pool.options.types?.setTypeParser(TIMESTAMP_WITH_ZONE, types.getTypeParser(TIMESTAMP_WITH_ZONE) as (text: string) => Date);
}
