import type { HandoffSummary, InboxCounts, InboxView, Page } from '#contracts';
import { closedLoop } from '../measure/closed-loop.js';
import { cpuMicros } from '../measure/cpu.js';
import { percentile } from '../measure/statistics.js';
import type { Prepared, Sample, Workload } from '../measure/workload.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite } from '../stage/conversations.js';
import { seedInbox } from '../stage/inbox-seeds.js';
import { hireAgents, type Agent } from '../stage/queue.js';
import { rows } from '../stage/rows.js';
import type { Stage } from '../stage/stage.js';

const SQL = 'the bare indexed queries';
const AT_ONCE = 8;
const PEOPLE = 2;
/** Pages of every view that are compared row by row. */
const PAGES_COMPARED = 5;
const PAGE = 50;

/** Each view, and the same by SQL. `$1` is the website, `$2` whoever looks. */
const VIEWS: Readonly<Partial<Record<InboxView, { readonly where: string; readonly order: string }>>> = {
  open: { where: `status in ('pending', 'claimed')`, order: 'opened_at, id' },
  unassigned: { where: `status = 'pending' and not offline`, order: 'opened_at, id' },
  mine: { where: `assignee_id = $2 and status in ('pending', 'claimed')`, order: 'opened_at, id' },
  resolved: { where: `status in ('resolved', 'cancelled')`, order: 'ended_at desc, id desc' },
};
const NAMES = Object.keys(VIEWS) as (keyof typeof VIEWS)[];

export const inbox: Workload = {
  name: 'inbox',
  what: `a page of ${PAGE} by REST and all counts beside it, view after view, ${AT_ONCE} at once; the largest of several inboxes`,
  unit: 'pages/s',
  quick: true,
  warmsUp: true,
  goals: [
    { kind: 'ratio', anchor: SQL, atLeast: 0.6, says: `against ${SQL}, at least 0.60` },
    { kind: 'limit', figure: 'growth', atMost: 1.15, tolerance: 1, says: 'p50 of the largest against the smallest, at most 1.15' },
  ],
  async prepare(stage) {
    const inboxes: Inbox[] = [];
    for (const size of stage.scale.inboxes) inboxes.push(await Inbox.open(stage, size));
    const seconds = stage.scale.seconds / inboxes.length;

    const sampleOf = async (look: (inbox: Inbox) => Promise<Looked>): Promise<Sample> => {
      const looked: Looked[] = [];
      for (const each of inboxes) looked.push(await look(each));
      const [smallest, largest] = [looked[0]!, looked.at(-1)!];
      return {
        value: largest.perSecond,
        cpuMicros: largest.cpuMicros,
        more: { p50Ms: largest.p50, growth: largest.p50 / smallest.p50 },
      };
    };
    return {
      ours: { name: 'Baton', run: () => sampleOf((each) => each.look(seconds)) },
      anchors: [{ name: SQL, run: () => sampleOf((each) => each.lookBare(seconds)) }],
      verify: async () => {
        for (const each of inboxes) await each.verify();
      },
      async close() {
        await Promise.all(inboxes.map((each) => each.close()));
        await stage.clear();
      },
    } satisfies Prepared;
  },
};

interface Looked {
  readonly perSecond: number;
  readonly p50: number;
  readonly cpuMicros: number;
}

/** One installation with so many handoffs, and its anchor on the same tables. */
class Inbox {
  /** What each question was answered the first time. Nothing changes meanwhile, so nor may the answers. */
  private readonly answers = new Map<string, string>();
  private turn = 0;

  private constructor(
    private readonly size: number,
    private readonly server: { readonly pid: number },
    private readonly anchor: { readonly pid: number; readonly url: string },
    private readonly database: string,
    private readonly websiteId: string,
    private readonly agent: Agent,
    private readonly calls: Calls,
  ) {}

  static async open(stage: Stage, size: number): Promise<Inbox> {
    const { baton, team, database } = await stage.baton();
    const { id } = await quietWebsite(team);
    const agents = await hireAgents(database, id, PEOPLE);
    await seedInbox(
      database,
      id,
      agents.map((agent) => agent.id),
      size,
    );
    const anchor = await stage.anchor('bare-inbox.ts', database, id, agents[0]!.id);
    return new Inbox(size, baton, anchor, database, id, agents[0]!, new Calls(baton.url, 2 * AT_ONCE));
  }

  async look(seconds: number): Promise<Looked> {
    const took: number[] = [];
    const before = cpuMicros(this.server.pid);
    const done = await closedLoop(AT_ONCE, seconds, async () => {
      const began = performance.now();
      await Promise.all([this.ask(`/handoffs?view=${NAMES[this.turn++ % NAMES.length]}`), this.ask('/handoffs/counts')]);
      took.push(performance.now() - began);
    });
    const cpu = cpuMicros(this.server.pid) - before;
    return { perSecond: done.operations / done.seconds, p50: percentile(took, 50), cpuMicros: cpu / done.operations };
  }

  async lookBare(seconds: number): Promise<Looked> {
    const before = cpuMicros(this.anchor.pid);
    const answer = await fetch(`${this.anchor.url}/?atOnce=${AT_ONCE}&seconds=${seconds}`);
    if (!answer.ok) throw new Error(`The anchor failed: ${await answer.text()}`);
    const { operations, seconds: took, p50 } = (await answer.json()) as { operations: number; seconds: number; p50: number };
    return { perSecond: operations / took, p50, cpuMicros: (cpuMicros(this.anchor.pid) - before) / operations };
  }

  /** @throws unless each view shows, page by page, what a count and a sort of all rows say, and no answer ever differed */
  async verify(): Promise<void> {
    for (const name of NAMES) await this.compare(name);
    const counts = JSON.parse(await this.ask('/handoffs/counts')) as InboxCounts;
    const [counted] = await rows<Record<string, number>>(
      this.database,
      `select ${NAMES.map((name) => `count(*) filter (where ${VIEWS[name]!.where})::int as ${name}`).join(', ')} from handoff where website_id = $1`,
      [this.websiteId, this.agent.id],
    );
    const wrong = NAMES.filter((name) => counts[name] !== counted![name]);
    if (wrong.length > 0) throw new Error(`Of ${this.size} handoffs ${wrong.join(', ')} are counted wrong: ${JSON.stringify({ counts, counted })}`);
  }

  close(): Promise<void> {
    return this.calls.close();
  }

  private async compare(name: (typeof NAMES)[number]): Promise<void> {
    const { where, order } = VIEWS[name]!;
    const expected = await rows<{ id: string }>(
      this.database,
      `select id from (select *, $2::uuid from handoff offset 0) h where website_id = $1 and ${where} order by ${order} limit ${PAGE * PAGES_COMPARED}`,
      [this.websiteId, this.agent.id],
    );
    const shown: string[] = [];
    for (let cursor: string | null = ''; cursor !== null && shown.length < expected.length;) {
      const text = await this.ask(`/handoffs?view=${name}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      const page = JSON.parse(text) as Page<HandoffSummary>;
      shown.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const at = expected.findIndex(({ id }, n) => shown[n] !== id);
    if (at >= 0) throw new Error(`Of ${this.size} handoffs, ${name} shows ${shown[at]} where ${expected[at]!.id} belongs, at ${at}.`);
  }

  private async ask(path: string): Promise<string> {
    const text = await this.calls.mustGet(path, this.agent.key);
    const known = this.answers.get(path);
    if (known === undefined) this.answers.set(path, text);
    else if (known !== text) throw new Error(`${path} was answered in another way than before, though nothing has changed.`);
    return text;
  }
}
