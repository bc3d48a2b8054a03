import { spawn } from 'node:child_process';
import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded/index.js';
import { migrate } from '../../apps/server/src/platform/database/migrate.js';

export const TEMPLATE = 'baton_template';

/** Nobody needs the data of a test after a crash. */
const FAST_AND_FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=400', 'shared_buffers=64MB'];

/** One Postgres per test run, with a migrated database that every test database is copied from. */
export async function startTestPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-test-'));
  await chmod(dataDir, 0o755);
  const quiet = { info: () => undefined, warn: () => undefined };
  const postgres = await EmbeddedPostgres.start({ dataDir, dataDirIsChosen: true, log: quiet, settings: FAST_AND_FORGETFUL });
  const released = cleanUpWhenThisProcessEnds(postgres.processId, dataDir);
  await makeTemplate(postgres.url);
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await released();
    },
  };
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const template = new URL(url);
  template.pathname = TEMPLATE;
  await migrate(template.href);
}

/** Also when it is killed: the shell reads from a pipe that only this process holds open. */
function cleanUpWhenThisProcessEnds(postmaster: number, dataDir: string): () => Promise<void> {
  const script = 'read line; kill -QUIT "$1" 2>/dev/null; sleep 0.2; rm -rf "$2"';
  const cleaner = spawn('/bin/sh', ['-c', script, 'sh', String(postmaster), dataDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  cleaner.unref();
  return () =>
    new Promise((resolve) => {
      // Otherwise nothing keeps Jest running, and it ends before it says that tests failed: with exit code 0.
      cleaner.ref();
      cleaner.once('exit', () => resolve());
      cleaner.stdin.end();
    });
}
