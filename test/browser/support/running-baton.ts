import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatonTeam, BatonVisitor, type BatonVisitorOptions } from '#sdk';
import { BatonProcess } from '../../harness/baton-process.js';
import { Undertaker } from '../../harness/undertaker.js';

const PASSWORD = 'a password for the demo';

/** Baton as it is built, with a database of its own; both are gone after `stop()`. */
export class RunningBaton {
  private readonly visitors: BatonVisitor[] = [];

  private constructor(
    /** What kills it and starts it again. */
    readonly process: BatonProcess,
    private readonly undertaker: Undertaker,
    private readonly dataDir: string,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<RunningBaton> {
    const dataDir = await mkdtemp(join(tmpdir(), 'baton-browser-'));
    // The embedded Postgres runs as a user of its own.
    await chmod(dataDir, 0o755);
    const undertaker = new Undertaker([dataDir]);
    try {
      const process = await BatonProcess.start({ BATON_DATA_DIR: dataDir, BATON_DEMO_PASSWORD: PASSWORD, ...env }, undertaker);
      return new RunningBaton(process, undertaker, dataDir);
    } catch (error) {
      await undertaker.come();
      throw error;
    }
  }

  get url(): string {
    return this.process.url;
  }

  /** Somebody of the demo's team, by what stands before the @ of their address. */
  login(who: DemoPerson): { readonly email: string; readonly password: string } {
    return { email: `${who}@demo.baton.test`, password: PASSWORD };
  }

  /** The same person at work without a browser. */
  async team(who: DemoPerson): Promise<BatonTeam> {
    const team = new BatonTeam({ url: this.url });
    const { email, password } = this.login(who);
    await team.login(email, password);
    return team;
  }

  /** A visitor without a browser, online with a conversation begun. */
  async visitor(website: string | null, more: Partial<BatonVisitorOptions> = {}): Promise<BatonVisitor> {
    const websiteKey = website ?? (await this.demoKey());
    const visitor = new BatonVisitor({ url: this.url, origin: this.url, websiteKey, locale: 'en', ...more });
    this.visitors.push(visitor);
    await visitor.start();
    const online = new Promise<void>((resolve) => visitor.on('connection', (news) => news.online && resolve()));
    await visitor.connect();
    await online;
    return visitor;
  }

  async stop(): Promise<void> {
    for (const visitor of this.visitors) visitor.close();
    await this.process.stop();
    await this.undertaker.come();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async demoKey(): Promise<string> {
    const config = (await (await fetch(`${this.url}/demo/config.json`)).json()) as { readonly websiteKey: string };
    return config.websiteKey;
  }
}

export type DemoPerson = 'admin' | 'ana' | 'bea';
