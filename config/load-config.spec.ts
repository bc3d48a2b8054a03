import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigProblem, loadConfig } from './index.js';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigProblem) return error.lines;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('is complete without a single variable', () => {
    const config = loadConfig({ HOME: '/home/ana' }, '/srv/baton');
    expect(config).toMatchObject({
      databaseUrl: null,
      host: '127.0.0.1',
      port: 4100,
      dataDir: '/srv/baton/data',
      dataDirIsChosen: false,
      demo: true,
      migrate: true,
      publicUrl: 'http://localhost:4100',
      logLevel: 'info',
      rateLimit: true,
      allowPrivateEgress: [],
    });
    expect([...config.roles]).toEqual(['web', 'worker']);
  });

  it('reads every kind of value', () => {
    const config = loadConfig(
      {
        DATABASE_URL: 'postgres://u:p@h/db',
        BATON_PORT: '8080',
        BATON_HOST: '0.0.0.0',
        BATON_DATA_DIR: 'files',
        BATON_ROLES: ' worker ',
        BATON_DEMO_PASSWORD: 'long enough',
        BATON_MIGRATE: 'false',
        BATON_PUBLIC_URL: 'https://chat.example.com/',
        BATON_SECRET_KEY: 'x'.repeat(32),
        BATON_LOG_LEVEL: 'debug',
        BATON_RATE_LIMIT: 'off',
        BATON_ALLOW_PRIVATE_EGRESS: '10.0.0.0/8, fd00::/8',
      },
      '/srv',
    );
    expect(config).toMatchObject({
      databaseUrl: 'postgres://u:p@h/db',
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/files',
      dataDirIsChosen: true,
      migrate: false,
      publicUrl: 'https://chat.example.com',
      logLevel: 'debug',
      rateLimit: false,
      allowPrivateEgress: ['10.0.0.0/8', 'fd00::/8'],
    });
    expect([...config.roles]).toEqual(['worker']);
  });

  it('loads demo data into an external database only when told to', () => {
    expect(loadConfig({ DATABASE_URL: 'postgres://h/db' }).demo).toBe(false);
    expect(loadConfig({ DATABASE_URL: 'postgres://h/db', BATON_DEMO: 'true' }).demo).toBe(true);
    expect(loadConfig({ BATON_DEMO: 'off' }).demo).toBe(false);
  });

  it('takes an empty value for a missing one', () => {
    expect(loadConfig({ BATON_PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 4100, databaseUrl: null });
  });

  it.each([
    [{ BATON_PORT: 'http' }, 'BATON_PORT must be'],
    [{ BATON_PORT: '70000' }, 'BATON_PORT must be between 1 and 65535, not "70000". Example: BATON_PORT=4100'],
    [{ BATON_HOST: 'a b' }, 'BATON_HOST must be'],
    [{ BATON_ROLES: 'web,cook' }, 'BATON_ROLES must be web, worker'],
    [{ BATON_ROLES: ',' }, 'BATON_ROLES must name at least one role'],
    [{ BATON_DEMO: 'maybe' }, 'BATON_DEMO must be true or false'],
    [{ BATON_MIGRATE: 'later' }, 'BATON_MIGRATE must be true or false'],
    [{ BATON_RATE_LIMIT: 'some' }, 'BATON_RATE_LIMIT must be on or off'],
    [{ BATON_PUBLIC_URL: 'chat.example.com' }, 'BATON_PUBLIC_URL must be an http:// or https:// address'],
    [{ BATON_LOG_LEVEL: 'loud' }, 'BATON_LOG_LEVEL must be'],
    [{ BATON_ALLOW_PRIVATE_EGRESS: '10.0.0.0' }, 'BATON_ALLOW_PRIVATE_EGRESS must be CIDRs'],
    [{ BATON_ALLOW_PRIVATE_EGRESS: '10.0.0.0/33' }, 'BATON_ALLOW_PRIVATE_EGRESS must be CIDRs'],
    [{ DATABASE_URL: 'mysql://h/db' }, 'DATABASE_URL must be a postgres:// address. Example:'],
    [{ REDIS_URL: 'redis://h' }, 'REDIS_URL is set, but this version'],
    [{ BATON_PROT: '4100' }, 'BATON_PROT is not a variable of Baton. Did you mean BATON_PORT?'],
  ])('refuses %p', (env, line) => {
    expect(problemsOf(env as unknown as Record<string, string>)).toEqual([expect.stringContaining(line)]);
  });

  it('names all problems at once, and repeats no secret', () => {
    const lines = problemsOf({ BATON_PORT: 'x', BATON_SECRET_KEY: 'tiny-secret', BATON_DEMO_PASSWORD: 'hunter2', BATON_WHAT: '1' });
    expect(lines).toHaveLength(4);
    expect(lines.join()).not.toMatch(/tiny-secret|hunter2/);
  });

  describe('from files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'baton-config-'));
    const file = (text: string): string => {
      const path = join(folder, 'value');
      writeFileSync(path, text);
      return path;
    };
    afterAll(() => rmSync(folder, { recursive: true }));

    it('reads any variable from the file that <NAME>_FILE names', () => {
      expect(loadConfig({ BATON_SECRET_KEY_FILE: file(`${'k'.repeat(40)}\n`) }).secretKey).toBe('k'.repeat(40));
      expect(loadConfig({ BATON_PORT_FILE: file('5000\n') }).port).toBe(5000);
    });

    it('refuses a file that is not there, and a value given twice', () => {
      expect(problemsOf({ BATON_SECRET_KEY_FILE: join(folder, 'none') })[0]).toMatch(/BATON_SECRET_KEY_FILE points to .*ENOENT/);
      expect(problemsOf({ BATON_PORT: '1', BATON_PORT_FILE: file('2') })).toEqual(['BATON_PORT and BATON_PORT_FILE are both set; keep one of them.']);
    });
  });
});
