import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { BatonTeam } from '#sdk';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded/index.js';
import { BatonProcess } from '../../test/harness/baton-process.js';
import { Undertaker } from '../../test/harness/undertaker.js';
import { Anchor } from './anchor.js';
import { rows } from './rows.js';

export const ORIGIN = 'http://shop.bench';
const PASSWORD = 'the password of the benches';

/** As Postgres comes, with durable commits; only the room for connections is larger. */
const POSTGRES = ['max_connections=300', 'shared_buffers=256MB', 'max_wal_size=4GB'];

/** How much of everything: a whole run, or one of two minutes. */
export interface Scale {
  readonly rounds: number;
  /** How long one throughput run takes. */
  readonly seconds: number;
  readonly visitors: number;
  readonly agents: number;
  readonly connections: number;
  /** Agents who hear of everything. */
  readonly listeners: number;
  /** Handoffs that wait to be claimed. */
  readonly waiting: number;
  /** Handoffs of the inboxes that are compared, smallest first. */
  readonly inboxes: readonly number[];
  /** Conversations of ten messages each that are searched. */
  readonly conversations: number;
  /** Articles that are answered from. */
  readonly articles: number;
  /** Sessions that a rule is replayed over. */
  readonly pastSessions: number;
  /** A workload that takes longer than this is void. */
  readonly deadlineSeconds: number;
}

export const WHOLE: Scale = {
  rounds: 5,
  seconds: 5,
  visitors: 500,
  agents: 50,
  connections: 10_000,
  listeners: 1_000,
  waiting: 50_000,
  inboxes: [10_000, 100_000, 1_000_000],
  conversations: 200_000,
  articles: 1_000,
  pastSessions: 10_000,
  deadlineSeconds: 1_800,
};
export const QUICK: Scale = {
  rounds: 3,
  seconds: 1,
  visitors: 200,
  agents: 20,
  connections: 1_000,
  listeners: 300,
  waiting: 15_000,
  inboxes: [5_000, 50_000],
  conversations: 2_000,
  articles: 60,
  pastSessions: 2_000,
  deadlineSeconds: 90,
};

/** One Postgres for all that is compared, a server built for production, and whatever else is started, all gone at the end. */
export class Stage {
  private readonly batons: BatonProcess[] = [];
  private readonly anchors: Anchor[] = [];

  private constructor(
    readonly scale: Scale,
    readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    readonly undertaker: Undertaker,
    private readonly profiles: string | undefined,
  ) {}

  /** @param profiles a folder in which every server leaves a CPU profile when it ends */
  static async open(scale: Scale, profiles?: string): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'baton-bench-'));
    await chmod(folder, 0o755);
    const undertaker = new Undertaker([folder]);
    const quiet = { info: () => undefined, warn: () => undefined };
    const postgres = await EmbeddedPostgres.start({ dataDir: folder, dataDirIsChosen: true, log: quiet, settings: POSTGRES });
    return new Stage(scale, folder, postgres, undertaker, profiles);
  }

  /** The process that started all of Postgres' others. */
  get postgresPid(): number {
    return this.postgres.processId;
  }

  /** An empty database on the same server. */
  async database(): Promise<string> {
    const name = `bench_${randomUUID().replaceAll('-', '')}`;
    const client = new Client({ connectionString: this.postgres.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return Object.assign(new URL(this.postgres.url), { pathname: `/${name}` }).href;
  }

  /**
   * Baton as an operator runs it, on a database of its own, and somebody of the team who may do everything.
   * @param more for its environment
   */
  async baton(more: Readonly<Record<string, string>> = {}): Promise<{ baton: BatonProcess; team: BatonTeam; database: string }> {
    const database = await this.database();
    const baton = await BatonProcess.start(
      {
        DATABASE_URL: database,
        BATON_DATA_DIR: join(this.folder, randomUUID()),
        BATON_DEMO: 'false',
        BATON_SECRET_KEY: 'a key that only the benches know, of 40 letters',
        NODE_ENV: 'production',
        ...(this.profiles ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${this.profiles}` } : {}),
        ...more,
      },
      this.undertaker,
    );
    this.batons.push(baton);
    const team = new BatonTeam({ url: baton.url });
    const [token] = await rows<{ value: string }>(database, `select value from installation_secret where name = 'setup_token'`);
    await team.setup.run({ token: token!.value, name: 'Bench', email: 'admin@baton.bench', password: PASSWORD });
    return { baton, team, database };
  }

  /** A small program of `bench/anchors`, in a process of its own as Baton is. */
  async anchor(script: string, ...args: readonly string[]): Promise<Anchor> {
    const anchor = await Anchor.start(script, args, this.undertaker);
    this.anchors.push(anchor);
    return anchor;
  }

  /** Ends the servers of one workload; Postgres stays. */
  async clear(): Promise<void> {
    await Promise.all([...this.batons.splice(0).map((baton) => baton.stop()), ...this.anchors.splice(0).map((anchor) => anchor.stop())]);
  }

  async close(): Promise<void> {
    await this.clear();
    await this.postgres.stop();
    await this.undertaker.come();
    await rm(this.folder, { recursive: true, force: true });
  }
}
