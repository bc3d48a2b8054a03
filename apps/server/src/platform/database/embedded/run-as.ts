import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { EmbeddedDatabaseProblem } from './embedded-problem.js';

/** The operating-system user that Postgres runs as when Baton itself is root, which Postgres refuses to be. */
export interface RunAs {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const CANDIDATES = ['baton', 'postgres'];

/**
 * @returns null when Baton is not root: then Postgres runs as the same user
 * @throws EmbeddedDatabaseProblem when root has no unprivileged user to lend and cannot make one
 */
export function postgresUser(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of CANDIDATES) {
    const user = lookUp(name);
    if (user) return user;
  }
  // initdb insists on a name for its uid, so a bare number will not do: make a user that nobody can log in as.
  spawnSync(
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', CANDIDATES[0]!],
    { stdio: 'ignore' },
  );
  const made = lookUp(CANDIDATES[0]!);
  if (made) return made;
  throw new EmbeddedDatabaseProblem(
    'Postgres refuses to run as root, and this system has neither a user "baton" or "postgres" nor useradd to make one. Start Baton as an ordinary user, add such a user, or set DATABASE_URL to a Postgres of your own.',
  );
}

/** The user with this uid, who owns an existing data folder. */
export function userOf(uid: number, gid: number): RunAs {
  const name = spawnSync('id', ['-nu', String(uid)], { encoding: 'utf8' }).stdout?.trim();
  return { name: name || `user ${uid}`, uid, gid };
}

function lookUp(name: string): RunAs | null {
  const id = (flag: string): number => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout ?? '', 10);
  const uid = id('-u');
  const gid = id('-g');
  return uid > 0 && gid > 0 ? { name, uid, gid } : null;
}

/** Asked of the kernel, in that user's name, so that ACLs and odd mounts count too. */
export function canEnter(folder: string, user: RunAs | null): boolean {
  if (user === null) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** The outermost folder on the way to `folder` that keeps this user out. */
export function closedFolder(folder: string, user: RunAs): string {
  const parent = dirname(folder);
  return parent === folder || canEnter(parent, user) ? folder : closedFolder(parent, user);
}

/** Spawn options that make a child this user. */
export function asUser(user: RunAs | null): { uid?: number; gid?: number } {
  return user ? { uid: user.uid, gid: user.gid } : {};
}
