export { DatabaseModule } from './database.module.js';
export { DatabaseServer, openDatabaseServer } from './database-server.js';
export { Database, Transaction } from './database.js';
export { registerEntities } from './entities.js';
export { Gathering } from './gathering.js';
export { newId } from './ids.js';
export { migrate } from './migrate.js';
