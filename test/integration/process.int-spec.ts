import { jest } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createBlankDatabase, createTestDatabase, type TestDatabase } from '../harness/database.js';

jest.setTimeout(60_000);

/** Baton as a process of its own, as an operator starts it. */
describe('the process', () => {
  let dataDir: string;
  const running: Baton[] = [];
  const databases: TestDatabase[] = [];

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'baton-process-'));
    await chmod(dataDir, 0o755);
  });
  afterEach(async () => {
    for (const baton of running.splice(0)) await baton.end();
    for (const database of databases.splice(0)) await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(env: Record<string, string> = {}): Promise<Baton> {
    const baton = new Baton({ BATON_DATA_DIR: dataDir, BATON_PORT: String(await freePort()), BATON_LOG_LEVEL: 'warn', BATON_DEMO: 'false', ...env });
    running.push(baton);
    await baton.settled;
    return baton;
  }

  async function external(create = createTestDatabase): Promise<Record<string, string>> {
    const database = await create();
    databases.push(database);
    return { DATABASE_URL: database.url, BATON_SECRET_KEY: 'a key that only tests know, of 40 letters' };
  }

  it('says in one line that it is ready, and is', async () => {
    const baton = await start(await external(createBlankDatabase));
    expect(baton.output.match(/^Baton is ready at .*$/gm)).toEqual([`Baton is ready at http://localhost:${baton.port}`]);
    expect((await fetch(`http://127.0.0.1:${baton.port}/health/ready`)).status).toBe(200);
  });

  it('stops on SIGTERM within ten seconds, and takes its database along', async () => {
    const baton = await start();
    const postmaster = Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const before = Date.now();
    expect(await baton.stop('SIGTERM')).toBe(0);
    expect(Date.now() - before).toBeLessThan(10_000);
    // It has ended; until the system has noticed that it lost its parent, too, the number is still taken.
    for (let tries = 0; tries < 100 && isTaken(postmaster); tries++) await delay(20);
    expect(isTaken(postmaster)).toBe(false);
    expect(baton.output).not.toMatch(/"level":(40|50|60)/);
  });

  it('stops though a client holds a connection on which it says nothing', async () => {
    const baton = await start(await external());
    const held = connect(Number(baton.port), '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => held.once('connect', resolve));
    expect(await baton.stop('SIGTERM')).toBe(0);
    held.destroy();
  });

  it('comes back within five seconds after SIGKILL, with its database', async () => {
    const birth = Date.now();
    const first = await start();
    await first.stop('SIGKILL');
    const before = Date.now();
    const second = await start();
    expect(second.output).toContain('Baton is ready at');
    // On a machine that is busy with other tests nothing takes five seconds; then the first start says how busy it is.
    expect(Date.now() - before).toBeLessThan(Math.max(5_000, before - birth));
  });

  it('refuses to start a second time on the same data, and leaves the first one alone', async () => {
    const first = await start();
    const second = await start();
    expect(second.output).toMatch(/^Baton cannot start\. Another Baton \(process \d+\) is already using the database in .*postgres\. Stop it first/m);
    expect(await second.exitCode).toBe(1);
    expect((await fetch(`http://127.0.0.1:${first.port}/health/ready`)).status).toBe(200);
  });

  it('names everything that is wrong with its configuration', async () => {
    const baton = await start({ BATON_PORT: 'http', BATON_LOGLEVEL: 'debug' });
    expect(await baton.exitCode).toBe(1);
    expect(baton.output).toContain('BATON_PORT must be');
    expect(baton.output).toContain('BATON_LOGLEVEL is not a variable of Baton. Did you mean BATON_LOG_LEVEL?');
  });

  it('says in one line that it needs a key for the secrets of a database of one’s own', async () => {
    const { DATABASE_URL } = await external();
    const baton = await start({ DATABASE_URL: DATABASE_URL! });
    expect(await baton.exitCode).toBe(1);
    expect(baton.output.trim()).toMatch(/^Baton cannot start\. BATON_SECRET_KEY is missing: .*$/);
  });

  it('says that its port is taken', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const baton = await start({ ...(await external()), BATON_PORT: String((server.address() as AddressInfo).port) });
    expect(await baton.exitCode).toBe(1);
    expect(baton.output).toContain('Another program is listening on this port already. Choose another one with BATON_PORT');
    server.close();
  });

  it('says why its database is of no use', async () => {
    const { DATABASE_URL } = await external();
    const wrong = DATABASE_URL!.replace(/:[^:@/]+@/, ':wrong-password@');
    const baton = await start({ DATABASE_URL: wrong, BATON_SECRET_KEY: 'x'.repeat(32) });
    expect(await baton.exitCode).toBe(1);
    expect(baton.output).toMatch(/Baton cannot start\. DATABASE_URL cannot be used: password authentication failed/);
    expect(baton.output).not.toContain('wrong-password');
  });

  it('works without a web server when it is a worker only', async () => {
    const baton = await start({ ...(await external()), BATON_ROLES: 'worker' });
    expect(baton.output).toContain('Baton is ready to work in the background');
    await expect(fetch(`http://127.0.0.1:${baton.port}/health/live`)).rejects.toThrow();
    expect(await baton.stop('SIGTERM')).toBe(0);
  });
});

class Baton {
  output = '';
  readonly port: string;
  readonly exitCode: Promise<number | null>;
  /** When it is ready or has ended. */
  readonly settled: Promise<void>;
  private readonly child: ChildProcess;

  constructor(env: Record<string, string>) {
    this.port = env['BATON_PORT']!;
    this.child = spawn(process.execPath, ['--import', './scripts/typescript.js', 'apps/server/src/main.ts'], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exitCode = new Promise((resolve) => this.child.once('close', resolve));
    this.settled = new Promise((resolve) => {
      void this.exitCode.then(() => resolve());
      const hear = (chunk: Buffer): void => {
        this.output += chunk.toString();
        if (/Baton is ready/.test(this.output)) resolve();
      };
      this.child.stdout!.on('data', hear);
      this.child.stderr!.on('data', hear);
    });
  }

  stop(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.exitCode;
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.stop('SIGTERM');
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
