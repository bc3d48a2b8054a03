import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { installedNative, reachableBinaries, type Binaries } from './binaries.js';
import { ensureCluster, readAccess, writeAccess, type Access } from './cluster.js';
import { EmbeddedDatabaseProblem, whatPostgresSaid } from './embedded-problem.js';
import { takeOwnership } from './ownership.js';
import { findPlace, type Place } from './place.js';
import { choosePort, isPostmasterOf, runningPostmaster, spawnPostmaster, stopPostmaster, type Postmaster } from './postmaster.js';

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly dataDirIsChosen: boolean;
  readonly log: { info(message: string): void; warn(message: string): void };
  /** Called when the database was lost and cannot be had back. */
  readonly onLost?: (reason: Error) => void;
  /** More `name=value` settings for Postgres. */
  readonly settings?: readonly string[];
  /** Where root puts what an unprivileged user must reach. */
  readonly sharedHome?: string;
  /** The folder of Postgres programs, when not the installed one. */
  readonly native?: string;
}

const START_MS = 60_000;
const ORPHAN_ANSWERS_MS = 10_000;

/**
 * A real PostgreSQL that belongs to this process. Started if need be, taken over when an earlier Baton was killed and
 * left it running, started again when it dies, and stopped by `stop`.
 */
export class EmbeddedPostgres {
  private stopping = false;
  private owner: Client | null = null;

  private constructor(
    private readonly options: EmbeddedOptions,
    private readonly place: Place,
    private readonly binaries: Binaries,
    private postmaster: Postmaster,
    private readonly password: string,
  ) {}

  /** @throws EmbeddedDatabaseProblem with a line for the operator */
  static async start(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
    const sharedHome = options.sharedHome ?? '/var/lib/baton';
    const place = await findPlace(options.dataDir, options.dataDirIsChosen, sharedHome);
    if (place.notice) options.log.info(place.notice);
    const binaries = await reachableBinaries(options.native ?? installedNative(), sharedHome, place.user);
    await ensureCluster(place, binaries);
    const access = await readAccess(place);
    const postmaster = (await adopt(place, access, options)) ?? (await launch(place, binaries, access, options));
    const database = new EmbeddedPostgres(options, place, binaries, postmaster, access.password);
    await database.claim();
    await database.createDatabase();
    return database;
  }

  get url(): string {
    return urlOf(this.postmaster.port, this.password, 'baton');
  }

  /** The folder that holds the cluster. */
  get folder(): string {
    return this.place.cluster;
  }

  get processId(): number {
    return this.postmaster.pid;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.owner?.end().catch(() => undefined);
    await stopPostmaster(this.postmaster, this.place.cluster);
  }

  private async claim(): Promise<void> {
    this.owner = await takeOwnership(urlOf(this.postmaster.port, this.password, 'postgres'), this.place.cluster);
    this.owner.once('end', () => void this.recover());
  }

  /** The owner's connection ends when Postgres crashes, is killed, or restarts itself; then it must be had again. */
  private async recover(): Promise<void> {
    if (this.stopping) return;
    this.options.log.warn('The embedded database went away; starting it again.');
    try {
      // The port stays as it is, because every pool of this process knows it.
      const access: Access = { password: this.password, port: this.postmaster.port };
      const found = (await adopt(this.place, access, this.options)) ?? (await launch(this.place, this.binaries, access, this.options, access.port));
      if (this.stopping) return void (await stopPostmaster(found, this.place.cluster));
      this.postmaster = found;
      await this.claim();
    } catch (error) {
      if (!this.stopping) this.options.onLost?.(error as Error);
    }
  }

  private async createDatabase(): Promise<void> {
    const { rows } = await this.owner!.query(`select from pg_database where datname = 'baton'`);
    if (rows.length === 0) await this.owner!.query('create database baton');
  }
}

/** @returns the Postgres that is running on this cluster already, once it answers; one that does not answer is stopped */
async function adopt(place: Place, access: Access, options: EmbeddedOptions): Promise<Postmaster | null> {
  const orphan = await runningPostmaster(place);
  if (orphan === null) return null;
  if (await answers(orphan, access.password, ORPHAN_ANSWERS_MS, () => !isPostmasterOf(orphan.pid, place.cluster))) return orphan;
  options.log.warn(`A Postgres that was left running (process ${orphan.pid}) does not answer; stopping it.`);
  await stopPostmaster(orphan, place.cluster);
  return null;
}

async function launch(
  place: Place,
  binaries: Binaries,
  access: Access,
  options: EmbeddedOptions,
  fixedPort: number | null = null,
): Promise<Postmaster> {
  for (const deadline = Date.now() + START_MS; ; await sleep(200)) {
    const port = fixedPort ?? (await choosePort(access.port));
    const { postmaster, ended } = await spawnPostmaster(place, binaries, port, options.settings ?? []);
    if (await answers(postmaster, access.password, START_MS, () => ended() !== null)) {
      if (port !== access.port) await writeAccess(place.cluster, { ...access, port }, place.user);
      return postmaster;
    }
    const said = ended();
    if (said === null) throw new EmbeddedDatabaseProblem(`The embedded database does not answer after ${START_MS / 1000} seconds; see ${place.log}.`);
    // Another start was quicker: its Postgres serves both, and ownership decides between the two.
    if (/lock file "postmaster.pid" already exists/.test(said)) {
      const other = await adopt(place, access, options);
      if (other) return other;
    }
    // Ports are chosen before they are taken, and the children of a killed Postgres take a moment to go.
    const passes = /Address already in use|lock file .* (already exists|is empty)|shared memory block .* still in use/.test(said);
    if (!passes || Date.now() > deadline) throw whatPostgresSaid(said, place.base);
  }
}

async function answers({ port }: Postmaster, password: string, patience: number, gaveUp: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(25)) {
    const client = new Client({ connectionString: urlOf(port, password, 'postgres'), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      if (gaveUp()) return false;
    }
  }
  return false;
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://baton:${password}@127.0.0.1:${port}/${database}`;
}
