/** A process that holds an embedded database until it is killed, and says one line about it: `ready <pid> <url>` or `refused <why>`. */
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded/index.js';

const [dataDir = '', sharedHome = ''] = process.argv.slice(2);
const quiet = { info: () => undefined, warn: () => undefined };
try {
  const database = await EmbeddedPostgres.start({ dataDir, dataDirIsChosen: true, sharedHome, log: quiet, settings: ['fsync=off'] });
  process.stdout.write(`ready ${database.processId} ${database.url}\n`);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
} catch (error) {
  process.stdout.write(`refused ${(error as Error).message}\n`);
}
