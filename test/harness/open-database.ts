import { MikroORM } from '@mikro-orm/postgresql';
import { ormOptions } from '#config';
import { Database } from '../../apps/server/src/platform/database/index.js';
import { createTestDatabase } from './database.js';
import { Rows } from './rows.js';

/** A database of a test's own as the server works with it, but without the rest of the server. */
export interface OpenDatabase {
  readonly url: string;
  readonly orm: MikroORM;
  readonly database: Database;
  readonly given: Rows;
  /** Ends all connections and takes the database away. */
  close(): Promise<void>;
}

/** @param entities that what is tested works with; none for plain SQL */
export async function openTestDatabase(entities: Parameters<typeof ormOptions>[1] = []): Promise<OpenDatabase> {
  const own = await createTestDatabase();
  const orm = await MikroORM.init(ormOptions(own.url, entities, []));
  const database = new Database(orm);
  return {
    url: own.url,
    orm,
    database,
    given: new Rows(database),
    async close() {
      await database.close();
      await orm.close(true);
      await own.drop();
    },
  };
}
