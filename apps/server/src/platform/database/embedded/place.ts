import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedDatabaseProblem, explained } from './embedded-problem.js';
import { canEnter, closedFolder, postgresUser, userOf, type RunAs } from './run-as.js';

/** Where the cluster lies and who runs it. */
export interface Place {
  /** Holds the cluster, its log and nothing else of Postgres. */
  readonly base: string;
  /** What Postgres calls PGDATA. */
  readonly cluster: string;
  readonly log: string;
  readonly user: RunAs | null;
  /** Said to the operator when the data is not where one would look for it. */
  readonly notice: string | null;
}

/**
 * The data folder, or for root a place under `sharedHome` when the unprivileged user cannot enter the default one.
 * @param isChosen an operator named the folder; then there is no other place, only a refusal with the reason
 * @throws EmbeddedDatabaseProblem
 */
export async function findPlace(dataDir: string, isChosen: boolean, sharedHome: string): Promise<Place> {
  const user = ownerOf(join(dataDir, 'postgres')) ?? postgresUser();
  await makeFolder(dataDir, user);
  if (user === null || canEnter(dataDir, user)) return placeIn(dataDir, user, null);
  if (isChosen) {
    throw new EmbeddedDatabaseProblem(
      `BATON_DATA_DIR=${dataDir} cannot be used: Postgres refuses to run as root, and user ${user.name}, who runs it instead, may not enter ${closedFolder(dataDir, user)}. Choose a folder that user can enter, for example ${sharedHome}.`,
    );
  }
  // The path of the checkout tells two checkouts on one machine apart.
  const other = join(sharedHome, `${basename(dirname(dataDir))}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 8)}`);
  await makeFolder(sharedHome, user);
  await makeFolder(other, user);
  const notice = `User ${user.name}, who runs the embedded database, may not enter ${closedFolder(dataDir, user)}, so the database lives in ${other}.`;
  return placeIn(other, ownerOf(join(other, 'postgres')) ?? user, notice);
}

function placeIn(base: string, user: RunAs | null, notice: string | null): Place {
  return { base, cluster: join(base, 'postgres'), log: join(base, 'postgres.log'), user, notice };
}

/** Root keeps running a cluster as the user it belongs to. */
function ownerOf(cluster: string): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const stat = statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? userOf(stat.uid, stat.gid) : null;
}

async function makeFolder(folder: string, user: RunAs | null): Promise<void> {
  try {
    // Node answers "not found" when a recursive mkdir fails on a read-only disk; asked plainly, the system tells why.
    const made = await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? mkdir(folder).then(() => folder) : Promise.reject(error),
    );
    // A strict umask would shut out the very user the folder is for.
    if (made !== undefined && user !== null) await chmod(folder, 0o711);
  } catch (error) {
    throw explained(error, folder);
  }
}
