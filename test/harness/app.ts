import type { Abstract, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#config';
import { createApp } from '../../apps/server/src/create-app.js';
import { openDatabaseServer } from '../../apps/server/src/platform/database/index.js';
import { createTestDatabase } from './database.js';

export interface TestApp {
  /** Without a trailing slash. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly app: NestFastifyApplication;
  /** A provider of any module. */
  get<T>(token: Type<T> | Abstract<T>): T;
  close(): Promise<void>;
}

export interface TestAppOptions {
  /** Variables as an operator would set them. */
  readonly env?: Readonly<Record<string, string>>;
  /** A database of the caller's; it is left alone at the end. Two apps on one database are two processes of one Baton. */
  readonly databaseUrl?: string;
}

/** The real application on a free port with a database of its own: no demo data, no rate limits, quiet. */
export async function startTestApp({ env = {}, databaseUrl }: TestAppOptions = {}): Promise<TestApp> {
  const database = databaseUrl ? { url: databaseUrl, drop: () => Promise.resolve() } : await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-app-'));
  const port = await freePort();
  const config = loadConfig({
    DATABASE_URL: database.url,
    BATON_PORT: String(port),
    BATON_DATA_DIR: dataDir,
    BATON_SECRET_KEY: 'a key that only tests know, of 40 letters',
    BATON_DEMO: 'false',
    BATON_RATE_LIMIT: 'off',
    BATON_LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createApp(config, await openDatabaseServer(config));
  await app.listen(port, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    app,
    get: (token) => app.get(token as Type<never>, { strict: false }),
    async close() {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
