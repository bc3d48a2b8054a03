import { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config, ormOptions } from '#config';
import { DatabaseServer } from './database-server.js';
import { Database } from './database.js';
import { registeredEntities } from './entities.js';
import { migrate, requireCurrentSchema } from './migrate.js';
import { migrations } from './migrations/index.js';

@Global()
@Module({
  providers: [
    Database,
    { provide: MikroORM, inject: [DatabaseServer, Config], useFactory: openOrm },
    { provide: EntityManager, inject: [MikroORM], useFactory: (orm: MikroORM) => orm.em },
  ],
  exports: [Database, MikroORM, EntityManager],
})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    private readonly database: Database,
    private readonly orm: MikroORM,
    private readonly server: DatabaseServer,
  ) {}

  /** The last phase of a shutdown: whoever works with the database has finished in the phases before. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.orm.close(true);
    await this.server.stop();
  }
}

async function openOrm(server: DatabaseServer, config: Config): Promise<MikroORM> {
  if (config.migrate) await migrate(server.url);
  else await requireCurrentSchema(server.url);
  return MikroORM.init(ormOptions(server.url, registeredEntities(), migrations));
}
