import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseProblem, explained, whatPostgresSaid } from './embedded-problem.js';
import type { Place } from './place.js';
import { isAlive } from './postmaster.js';
import { asUser, type RunAs } from './run-as.js';

/** How one gets in. Kept inside the cluster's folder, which only its owner may read. */
export interface Access {
  readonly password: string;
  readonly port: number | null;
}

const ACCESS_FILE = 'baton.json';

/**
 * Makes the cluster when there is none. It is built beside its place and moved there in one step, so a start that is
 * killed leaves nothing half-made, and of two starts at once one wins and the other uses what the winner made.
 * @throws EmbeddedDatabaseProblem
 */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<void> {
  if (await isCluster(place)) return;
  await removeLeftovers(place.base);
  try {
    const workshop = await mkdtemp(join(place.base, `postgres.new-${process.pid}-`));
    try {
      await build(workshop, place, binaries);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  } catch (error) {
    throw explained(error, place.base, place.user?.name);
  }
}

/** @throws EmbeddedDatabaseProblem when the folder is not a cluster of this Baton */
export async function readAccess(place: Place): Promise<Access> {
  try {
    return JSON.parse(await readFile(join(place.cluster, ACCESS_FILE), 'utf8')) as Access;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT')
      throw new EmbeddedDatabaseProblem(
        `${place.cluster} is not a database that Baton made (it has no ${ACCESS_FILE}). Move it away, or choose another BATON_DATA_DIR.`,
      );
    if (code === 'EACCES')
      throw new EmbeddedDatabaseProblem(
        `${place.cluster} belongs to another user. Start Baton as the user who started it first, or choose another BATON_DATA_DIR.`,
      );
    throw error;
  }
}

export async function writeAccess(cluster: string, access: Access, user: RunAs | null): Promise<void> {
  const file = join(cluster, ACCESS_FILE);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(access)}\n`, { mode: 0o600 });
  await give(draft, user);
  await rename(draft, file);
}

async function isCluster(place: Place): Promise<boolean> {
  try {
    const names = await readdir(place.cluster);
    if (names.length === 0 || names.includes('PG_VERSION')) return names.length > 0;
    throw new EmbeddedDatabaseProblem(`${place.cluster} holds something that is not a database. Move it away, or choose another BATON_DATA_DIR.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return true;
    throw explained(error, place.cluster, place.user?.name);
  }
}

async function build(workshop: string, place: Place, binaries: Binaries): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(workshop, 'password');
  const data = join(workshop, 'data');
  await chmod(workshop, 0o711);
  await writeFile(passwordFile, password, { mode: 0o600 });
  await give(passwordFile, place.user);
  await mkdir(data, { mode: 0o700 });
  await give(data, place.user);
  await initdb(binaries, data, passwordFile, place);
  await writeAccess(data, { password, port: null }, place.user);
  await rename(data, place.cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

async function initdb(binaries: Binaries, data: string, passwordFile: string, place: Place): Promise<void> {
  const options = [
    '--pgdata',
    data,
    '--username',
    'baton',
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--no-instructions',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
  ];
  const child = spawn(binaries.initdb, options, { ...asUser(place.user), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw whatPostgresSaid(output, place.base);
}

/** What starts that were killed in the middle left behind. */
async function removeLeftovers(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(base, name), { recursive: true, force: true });
  }
}

async function give(path: string, user: RunAs | null): Promise<void> {
  if (user) await chown(path, user.uid, user.gid);
}
