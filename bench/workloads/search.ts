import { Pool } from 'pg';
import type { HandoffSummary, Page } from '#contracts';
import { median, percentile } from '../measure/statistics.js';
import type { Sample, Workload } from '../measure/workload.js';
import { PER_CONVERSATION, seedArchive } from '../stage/archive-seeds.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite } from '../stage/conversations.js';
import { hireAgents } from '../stage/queue.js';
import { rows } from '../stage/rows.js';
import type { Stage } from '../stage/stage.js';

const SQL = 'the better of two plans by hand';
const PAGE = 50;
/** The same question is asked so often in a round. */
const REPEATED = 10;
const TRIED_PER_PLAN = 3;

/** What is asked, and the messages that hold it: word by word, as a pattern of Postgres. */
interface Question {
  readonly q: string;
  /** Every conversation found holds a message for each of them. */
  readonly patterns: readonly string[];
}

export const search: Workload = {
  name: 'search',
  what: `the newest ${PAGE} conversations that hold rare, common and unknown words, by REST and one at a time, each with the message it was found by`,
  unit: 'ms at p50',
  quick: true,
  warmsUp: true,
  goals: [
    { kind: 'ratio', anchor: SQL, atMost: 1.5, tolerance: 1, says: `p50 against ${SQL}, at most 1.5` },
    { kind: 'limit', figure: 'p99Ms', atMost: 25, says: 'p99, at most 25 ms' },
  ],
  async prepare(stage: Stage) {
    const { conversations } = stage.scale;
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const [agent] = await hireAgents(database, website.id, 1);
    await seedArchive(database, website.id, conversations);
    const calls = new Calls(baton.url, 1);
    const pool = new Pool({ connectionString: database, max: 1 });
    const questions = questionsAbout(conversations);
    const find = async ({ q }: Question): Promise<string[]> => {
      const text = await calls.mustGet(`/handoffs?q=${encodeURIComponent(q)}`, agent!.key);
      const { items } = JSON.parse(text) as Page<HandoffSummary>;
      if (items.some(({ found }) => !found)) throw new Error(`“${q}” was answered without the message that holds it.`);
      return items.map(({ id }) => id);
    };
    // What Baton knows of how common words are comes with the first question, for those that follow.
    await find(questions[0]!);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const plans = new Map<Question, Plan>();
    for (const question of questions) plans.set(question, await betterPlan(pool, website.id, question));
    const found = new Map<Question, string>();

    const ask = async (question: Question): Promise<void> => {
      const ids = (await find(question)).join();
      if (!found.has(question)) found.set(question, ids);
      else if (found.get(question) !== ids) throw new Error(`“${question.q}” found something else than before, though nothing has changed.`);
    };
    return {
      ours: { name: 'Baton', run: () => timed(questions, ask) },
      anchors: [
        { name: SQL, run: () => timed(questions, async (question) => void (await byHand(pool, plans.get(question)!, website.id, question))) },
      ],
      async verify() {
        for (const question of questions) {
          const expected = await said(database, website.id, question);
          if (found.get(question) === expected.join()) continue;
          throw new Error(`“${question.q}” found ${found.get(question)}, where reading all messages finds ${expected.join()}.`);
        }
      },
      async close() {
        await calls.close();
        await pool.end();
        await stage.clear();
      },
    };
  },
};

/** From words that one conversation holds to words that all hold, alone and together. */
function questionsAbout(conversations: number): Question[] {
  const word = (text: string): string => `\\m${text}\\M`;
  const beginning = (text: string): string => `\\m${text}`;
  const one = (q: string): Question => ({ q, patterns: [beginning(q)] });
  const two = (a: string, b: string): Question => ({ q: `${a} ${b}`, patterns: [word(a), beginning(b)] });
  const orders = [1, 3, 5, 7, 9].map((share) => `o${Math.floor((conversations * share) / 10)}`);
  return [
    ...orders.map(one),
    ...['detail17', 'detail404', 'detail777', 'model42', 'model77', 'topic3', 'topic8', 'golden', 'parcel', 'hello'].map(one),
    two('topic4', 'golden'),
    two('order', 'detail55'),
    two('hello', 'moment'),
    two('model13', 'silver'),
    two('topic1', 'detail999'),
    one('xylophone'),
  ];
}

/** @returns p50 of the questions, each taken by its median, and p99 of all times */
async function timed(questions: readonly Question[], ask: (question: Question) => Promise<void>): Promise<Sample> {
  const all: number[] = [];
  const each = [];
  for (const question of questions) {
    const took: number[] = [];
    for (let n = 0; n < REPEATED; n++) took.push(await millisOf(() => ask(question)));
    each.push(median(took));
    all.push(...took);
  }
  return { value: median(each), more: { meanMs: all.reduce((sum, ms) => sum + ms, 0) / all.length, p99Ms: percentile(all, 99) } };
}

type Plan = 'walk' | 'index';

async function betterPlan(pool: Pool, websiteId: string, question: Question): Promise<Plan> {
  const costs = { walk: Infinity, index: Infinity };
  for (let n = 0; n < TRIED_PER_PLAN; n++) {
    for (const plan of ['walk', 'index'] as const) costs[plan] = Math.min(costs[plan], await millisOf(() => byHand(pool, plan, websiteId, question)));
  }
  return costs.walk < costs.index ? 'walk' : 'index';
}

/** The list as somebody would write it who knows how common the words are; not which message it was. */
function byHand(pool: Pool, plan: Plan, websiteId: string, { q }: Question): Promise<unknown> {
  const words = q.split(' ').map((word) => `'${word}'`);
  return pool.query({ name: plan, text: plan === 'walk' ? WALK : INDEX, values: [websiteId, `${words.join(' & ')}:*`] });
}

const ROWS = /* sql */ `
select h.id, h.session_id, h.website_id, w.name as website_name, h.status, h.trigger, h.code, h.reason, h.priority, s.visitor_id,
       v.name as visitor_name, v.email as visitor_email, h.assignee_id, h.opened_at, h.claimed_at, h.resolved_at, h.outcome,
       s.last_message_kind, s.last_message_text, s.last_message_at, s.last_activity_at, s.last_seq, s.team_read_seq
from found h join session s on s.id = h.session_id join visitor v on v.id = s.visitor_id join website w on w.id = h.website_id
order by h.opened_at desc, h.id desc`;

const WALK = /* sql */ `
with found as materialized (
  select h.* from handoff h
  cross join lateral (select from session_words d where d.session_id = h.session_id and d.words @@ $2::tsquery offset 0) d
  where h.website_id = $1 order by h.opened_at desc, h.id desc limit ${PAGE}
)
${ROWS}`;

const INDEX = /* sql */ `
with hit as materialized (select session_id from session_words where words @@ $2::tsquery),
found as materialized (
  select h.* from hit join handoff h on h.session_id = hit.session_id
  where h.website_id = $1 order by h.opened_at desc, h.id desc limit ${PAGE}
)
${ROWS}`;

/** What reading every message finds. */
async function said(database: string, websiteId: string, { patterns }: Question): Promise<string[]> {
  const holding = patterns.map(
    (_, n) => `exists (select from message m where m.session_id = h.session_id and m.seq <= ${PER_CONVERSATION} and m.text ~* $${n + 2})`,
  );
  const found = await rows<{ id: string }>(
    database,
    `select h.id from handoff h where h.website_id = $1 and ${holding.join(' and ')} order by h.opened_at desc, h.id desc limit ${PAGE}`,
    [websiteId, ...patterns],
  );
  return found.map(({ id }) => id);
}

async function millisOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
