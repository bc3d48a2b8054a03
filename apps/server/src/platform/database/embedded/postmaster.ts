import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { open, readFile, rm, truncate } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseProblem } from './embedded-problem.js';
import type { Place } from './place.js';
import { asUser } from './run-as.js';

/** The running Postgres of a cluster, ours or one that an earlier Baton left behind. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const FAST_STOP_MS = 6_000;
const IMMEDIATE_STOP_MS = 2_000;
const LOG_KEEPS_BYTES = 10_000_000;

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** @returns null when the cluster's pid file is missing or stale; a number in it may long belong to another program */
export async function runningPostmaster(place: Place): Promise<Postmaster | null> {
  const [pid, , , port] = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n').map(Number);
  return pid && port && isPostmasterOf(pid, place.cluster) ? { pid, port } : null;
}

export function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const command = process.platform === 'linux' ? commandOf(pid) : spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return command.includes(cluster);
}

/**
 * Starts Postgres on loopback, in a session of its own so that Ctrl-C reaches Baton alone. It is not ready yet.
 * @returns what it is, and what it said so far when it has ended
 */
export async function spawnPostmaster(
  place: Place,
  binaries: Binaries,
  port: number,
  settings: readonly string[],
): Promise<{ postmaster: Postmaster; ended: () => string | null }> {
  await forgetStalePidFile(place);
  await truncateLongLog(place.log);
  const log = openSync(place.log, 'a', 0o600);
  const from = statSync(place.log).size;
  try {
    const options = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'timezone=UTC',
      'log_timezone=UTC',
      'log_min_messages=warning',
      'max_connections=200',
      ...settings,
    ];
    const child = spawn(binaries.postgres, ['-D', place.cluster, '-p', String(port), ...options.flatMap((option) => ['-c', option])], {
      ...asUser(place.user),
      cwd: place.base,
      detached: true,
      stdio: ['ignore', log, log],
    });
    let ended = false;
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.once('exit', () => (ended = true));
    child.unref();
    return { postmaster: { pid: child.pid!, port }, ended: () => (ended ? readFileSync(place.log).subarray(from).toString() : null) };
  } finally {
    closeSync(log);
  }
}

/** Fast first: it rolls back what is open and shuts down cleanly. Immediate if that takes too long; the next start recovers. */
export async function stopPostmaster({ pid }: Postmaster, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    if (!isPostmasterOf(pid, cluster)) return;
    process.kill(pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline;) {
      if (!isPostmasterOf(pid, cluster)) return;
      await sleep(20);
    }
  }
  throw new EmbeddedDatabaseProblem(`The embedded database (process ${pid}) does not stop.`);
}

/** The port of last time when it is free, so that a noted address goes on working; else any free one. */
export async function choosePort(last: number | null): Promise<number> {
  return (last !== null && (await freePort(last))) || (await freePort(0)) || 0;
}

function freePort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const found = (server.address() as AddressInfo).port;
      server.close(() => resolve(found));
    });
  });
}

/**
 * Postgres deals with a pid file whose process is gone, and looks for living children of it too. What it cannot tell is
 * a number that has passed to another program meanwhile, as in a container whose processes are numbered anew.
 */
async function forgetStalePidFile(place: Place): Promise<void> {
  const file = join(place.cluster, 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  if (pid > 0 && isAlive(pid) && !isPostmasterOf(pid, place.cluster)) await rm(file, { force: true });
}

async function truncateLongLog(log: string): Promise<void> {
  const file = await open(log, 'a', 0o600);
  const { size } = await file.stat();
  await file.close();
  if (size > LOG_KEEPS_BYTES) await truncate(log);
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
