import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedDatabaseProblem } from './embedded-problem.js';

const OWNER_LOCK = 4_100_001;
/** The server needs a moment to notice that a killed owner's connection is gone. */
const DYING_OWNER_MS = 2_000;

/**
 * Which Baton the embedded database belongs to: the one whose connection holds an advisory lock in it. The lock ends
 * with the process that holds it, however it ends, so nothing stale can be left behind and no file is needed.
 * @param url of the database `postgres`, as advisory locks are per database
 * @throws EmbeddedDatabaseProblem when another Baton is using it
 */
export async function takeOwnership(url: string, cluster: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: `baton owner, process ${process.pid}`, keepAlive: true });
  // An 'error' without a listener would end the process; whoever holds the client listens to its 'end'.
  client.on('error', () => undefined);
  await client.connect();
  for (const deadline = Date.now() + DYING_OWNER_MS; ; await sleep(100)) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [OWNER_LOCK]);
    if (rows[0]?.mine) return client;
    if (Date.now() > deadline) break;
  }
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid) where locktype = 'advisory' and objid = $1 and granted`,
    [OWNER_LOCK],
  );
  await client.end();
  const owner = /process \d+/.exec(rows[0]?.name ?? '')?.[0] ?? 'another process';
  throw new EmbeddedDatabaseProblem(
    `Another Baton (${owner}) is already using the database in ${cluster}. Stop it first, or choose another BATON_DATA_DIR and BATON_PORT.`,
  );
}
