import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { Config } from '#config';
import { EmbeddedPostgres } from './embedded/index.js';

const EXTERNAL_PATIENCE_MS = 30_000;

/** Why the database that `DATABASE_URL` names is of no use. */
export class DatabaseUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatabaseUnusable';
  }
}

/** Which Postgres this process works with. */
export abstract class DatabaseServer {
  abstract readonly kind: 'embedded' | 'external';
  abstract readonly url: string;
  abstract stop(): Promise<void>;
}

/** Starts the embedded one, or waits for the one that `DATABASE_URL` names. */
export async function openDatabaseServer(config: Config): Promise<DatabaseServer> {
  const logger = new Logger('Database');
  if (config.databaseUrl !== null) {
    await waitFor(config.databaseUrl);
    return { kind: 'external', url: config.databaseUrl, stop: () => Promise.resolve() };
  }
  const embedded = await EmbeddedPostgres.start({
    dataDir: config.dataDir,
    dataDirIsChosen: config.dataDirIsChosen,
    log: { info: (message) => logger.log(message), warn: (message) => logger.warn(message) },
    onLost: (reason) => {
      logger.fatal(`The embedded database is lost: ${reason.message}`);
      process.kill(process.pid, 'SIGTERM');
    },
  });
  return {
    kind: 'embedded',
    get url() {
      return embedded.url;
    },
    stop: () => embedded.stop(),
  };
}

/** A database beside Baton often starts at the same moment, and takes longer. */
async function waitFor(url: string): Promise<void> {
  for (const deadline = Date.now() + EXTERNAL_PATIENCE_MS; ; await sleep(500)) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const mayPass = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', '57P03', undefined].includes(code);
      if (mayPass && Date.now() < deadline) continue;
      throw new DatabaseUnusable(
        `DATABASE_URL cannot be used: ${whyNot(error as Error)} (${new URL(url).host}). Example: DATABASE_URL=postgres://baton:secret@db.example.com:5432/baton`,
      );
    }
  }
}

/** Addresses that were tried in turn come as one error without words of its own. */
function whyNot(error: Error): string {
  return error instanceof AggregateError ? error.errors.map((each: Error) => each.message).join(', ') : error.message;
}
