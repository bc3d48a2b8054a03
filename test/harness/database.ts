import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** As in test-postgres.ts, which tests must not load: it starts servers. */
const TEMPLATE = 'baton_template';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A migrated, empty database of this test's own, in the Postgres of the test run. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${TEMPLATE}`);
}

/** A database without Baton's schema. */
export function createBlankDatabase(): Promise<TestDatabase> {
  return create('');
}

async function create(how: string): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asServer(`create database ${name} ${how}`);
  const url = new URL(serverUrl());
  url.pathname = name;
  return { url: url.href, drop: () => asServer(`drop database if exists ${name} with (force)`) };
}

async function asServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    // Copying a template refuses while another worker is copying it or a connection to it is closing.
    for (let attempt = 1; ; attempt++) {
      const error = await client.query(statement).then(
        () => null,
        (reason: Error & { code?: string }) => reason,
      );
      if (error === null) return;
      if (error.code !== '55006' || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url)
    throw new Error('There is no test Postgres. Run this test with the integration or e2e project: jest -c config/jest/integration.config.js');
  return url;
}
