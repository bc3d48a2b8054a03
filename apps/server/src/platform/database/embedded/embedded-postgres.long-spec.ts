import { jest } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { installedNative } from './binaries.js';
import { EmbeddedPostgres, type EmbeddedOptions } from './index.js';
import { isAlive, isPostmasterOf, stopPostmaster } from './postmaster.js';
import { postgresUser } from './run-as.js';

jest.setTimeout(60_000);

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const ORDINARY_USER = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const asOrdinaryUser = isRoot && ordinaryUserMayEnter(process.cwd()) ? it : it.skip;
const said: string[] = [];

describe('the embedded database', () => {
  let folder: string;
  const started: EmbeddedPostgres[] = [];
  const children: ChildProcess[] = [];
  const postmasters: number[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-embedded-'));
    await chmod(folder, 0o755);
    said.length = 0;
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const database of started.splice(0)) await database.stop();
    for (const pid of postmasters.splice(0)) if (isPostmasterOf(pid, folder)) await stopPostmaster({ pid, port: 0 }, folder);
    await rm(folder, { recursive: true, force: true });
  });

  function options(more: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
    const log = { info: (line: string) => void said.push(line), warn: (line: string) => void said.push(line) };
    return { dataDir: join(folder, 'data'), dataDirIsChosen: true, log, settings: ['fsync=off'], sharedHome: join(folder, 'shared'), ...more };
  }

  async function start(more: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
    const database = await EmbeddedPostgres.start(options(more));
    started.push(database);
    return database;
  }

  /** In a process of its own, which can be killed. */
  async function startElsewhere(dataDir = join(folder, 'data'), prefix: readonly string[] = []): Promise<{ child: ChildProcess; answer: string }> {
    const root = process.cwd();
    const script = join(root, 'test/harness/embedded-process.ts');
    const [command, ...args] = [
      ...prefix,
      process.execPath,
      '--import',
      join(root, 'scripts/typescript.js'),
      script,
      dataDir,
      join(folder, 'shared'),
    ];
    const child = spawn(command!, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: root, env: { PATH: process.env['PATH'] } });
    children.push(child);
    const answer = await new Promise<string>((resolve, reject) => {
      child.stdout!.once('data', (line) => resolve(String(line).trim()));
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The process ended with ${code} before it said anything.`)));
    });
    if (answer.startsWith('ready')) postmasters.push(Number(answer.split(' ')[1]));
    return { child, answer };
  }

  it('is a real PostgreSQL 18 that keeps its data from start to start', async () => {
    const first = await start();
    expect(await ask(first.url, 'show server_version')).toMatch(/^18\./);
    await ask(first.url, 'create table kept as select 42 as number');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select number from kept')).toBe(42);
    // A noted address goes on working.
    expect(second.url).toBe(first.url);
  });

  it('keeps its password to itself and listens on loopback only', async () => {
    const database = await start();
    const file = join(database.folder, 'baton.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(database.folder).mode & 0o077).toBe(0);
    expect(await ask(database.url, 'show listen_addresses')).toBe('127.0.0.1');
    await expect(ask(database.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  asRoot('runs as an unprivileged user when Baton is root', async () => {
    const database = await start();
    expect(statSync(`/proc/${database.processId}`).uid).toBe(postgresUser()!.uid);
  });

  asOrdinaryUser('runs for an ordinary user too', async () => {
    const mine = join(folder, 'mine');
    await mkdir(mine);
    await chmod(mine, 0o777);
    const { answer } = await startElsewhere(join(mine, 'data'), ORDINARY_USER);
    expect(answer).toMatch(/^ready /);
    expect(statSync(`/proc/${answer.split(' ')[1]}`).uid).toBe(65534);
  });

  it('is stopped with the app', async () => {
    const database = await start();
    await database.stop();
    // It has ended; until this process has noticed that its child did, the number is still taken.
    for (let tries = 0; tries < 100 && isAlive(database.processId); tries++) await sleep(20);
    expect(isAlive(database.processId)).toBe(false);
    expect(existsSync(join(database.folder, 'postmaster.pid'))).toBe(false);
  });

  it('is found again when the app was killed, and the data with it', async () => {
    const { child, answer } = await startElsewhere();
    const [, orphan, url] = answer.split(' ');
    await ask(url!, 'create table kept as select 7 as number');
    child.kill('SIGKILL');
    const database = await start();
    expect(database.processId).toBe(Number(orphan));
    expect(await ask(database.url, 'select number from kept')).toBe(7);
  });

  it('refuses a second start while the first one lives', async () => {
    const database = await start();
    await expect(start()).rejects.toThrow(`Another Baton (process ${process.pid}) is already using the database in ${database.folder}.`);
    expect(await ask(database.url, 'select 1')).toBe(1);
  });

  it('lets exactly one of several starts at the same moment win', async () => {
    const answers = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()]);
    const ready = answers.filter(({ answer }) => answer.startsWith('ready'));
    const refused = answers.filter(({ answer }) => answer.includes('is already using the database'));
    expect([ready.length, refused.length]).toEqual([1, 2]);
    expect(await ask(ready[0]!.answer.split(' ')[2]!, 'select 1')).toBe(1);
  });

  it('is not fooled by a pid file of a process that is gone, or is another program now', async () => {
    const database = await start();
    const pidFile = join(database.folder, 'postmaster.pid');
    const text = readFileSync(pidFile, 'utf8');
    await database.stop();
    for (const pid of [2 ** 22 - 7, await sleepingProcess(children)]) {
      await writeFile(pidFile, text.replace(/^\d+/, String(pid)));
      const again = await start();
      expect(await ask(again.url, 'select 1')).toBe(1);
      await again.stop();
    }
  });

  it('comes back by itself, at the same address, when Postgres is killed', async () => {
    const database = await start();
    process.kill(database.processId, 'SIGKILL');
    const deadline = Date.now() + 10_000;
    let answer: unknown = null;
    while (answer === null && Date.now() < deadline) answer = await ask(database.url, 'select 1').catch(() => sleep(50, null));
    expect(answer).toBe(1);
    await expect(start()).rejects.toThrow(/already using/);
  });

  it('builds the cluster anew after a start that was killed half-way', async () => {
    await mkdir(join(folder, 'data', `postgres.new-${2 ** 22 - 7}-abc`, 'data'), { recursive: true });
    const database = await start();
    expect(await ask(database.url, 'select 1')).toBe(1);
    expect(existsSync(join(folder, 'data', `postgres.new-${2 ** 22 - 7}-abc`))).toBe(false);
  });

  it('leaves alone what it did not make', async () => {
    await mkdir(join(folder, 'data', 'postgres'), { recursive: true });
    await writeFile(join(folder, 'data', 'postgres', 'diary.txt'), 'dear diary');
    await expect(start()).rejects.toThrow(/holds something that is not a database/);
  });

  asOrdinaryUser('says why a folder cannot be written to', async () => {
    const shut = join(folder, 'shut');
    await mkdir(shut, { mode: 0o555 });
    const { answer } = await startElsewhere(join(shut, 'data'), ORDINARY_USER);
    expect(answer).toMatch(/refused The embedded database cannot be stored: .* may not write to .*shut\/data\. Set BATON_DATA_DIR/);
    await writeFile(join(folder, 'file'), '');
    await expect(start({ dataDir: join(folder, 'file', 'data') })).rejects.toThrow(/a part of the path .* is a file/);
  });

  describe('where others may not enter', () => {
    asRoot('puts programs and data elsewhere, and says so', async () => {
      const home = join(folder, 'root-home');
      const checkout = join(home, 'checkout');
      await mkdir(checkout, { recursive: true });
      await cp(join(installedNative(), '..'), join(checkout, 'package'), { recursive: true, verbatimSymlinks: true });
      await chmod(home, 0o700);
      const database = await start({ dataDir: join(checkout, 'data'), dataDirIsChosen: false, native: join(checkout, 'package', 'native') });
      expect(database.folder).toMatch(new RegExp(`^${folder}/shared/checkout-[0-9a-f]{8}/postgres$`));
      expect(said.join()).toContain(`may not enter ${home}, so the database lives in ${folder}/shared/checkout-`);
      expect(await ask(database.url, 'select 1')).toBe(1);
      await database.stop();
      const again = await start({ dataDir: join(checkout, 'data'), dataDirIsChosen: false, native: join(checkout, 'package', 'native') });
      expect(again.folder).toBe(database.folder);
    });

    asRoot('refuses a folder that the operator chose, with the reason', async () => {
      const home = join(folder, 'root-home');
      await mkdir(home, { mode: 0o700 });
      const dataDir = join(home, 'data');
      await expect(start({ dataDir })).rejects.toThrow(
        `BATON_DATA_DIR=${dataDir} cannot be used: Postgres refuses to run as root, and user ${postgresUser()!.name}, who runs it instead, may not enter ${home}.`,
      );
    });

    asRoot('mends libraries that lost their symlinks', async () => {
      const bare = join(folder, 'bare');
      await cp(join(installedNative(), '..'), bare, { recursive: true, verbatimSymlinks: true });
      await rename(join(bare, 'native', 'lib', 'libpq.so.5'), join(bare, 'libpq.lost'));
      const database = await start({ native: join(bare, 'native') });
      expect(await ask(database.url, 'select 1')).toBe(1);
    });
  });

  asRoot('names a full disk', async () => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]).status !== 0) return;
    try {
      await expect(start({ dataDir: join(disk, 'data') })).rejects.toThrow(/The disk that holds .*disk\/data is full/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });

  asRoot('names a read-only disk', async () => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]).status !== 0) return;
    try {
      await expect(start({ dataDir: join(disk, 'data') })).rejects.toThrow(/lies on a read-only file system/);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0] ?? null;
  } finally {
    await client.end();
  }
}

/** A checkout under /root is root's alone: nobody else can run what lies in it. */
function ordinaryUserMayEnter(place: string): boolean {
  const [command, ...args] = ORDINARY_USER;
  const may = spawnSync(command!, [...args, 'test', '-r', join(place, 'package.json')]).status === 0;
  if (!may) process.stdout.write(`Skipped: an ordinary user may not enter ${place}, so Baton is not started as one.\n`);
  return may;
}

async function sleepingProcess(children: ChildProcess[]): Promise<number> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  children.push(child);
  await new Promise((resolve) => child.once('spawn', resolve));
  return child.pid!;
}
