import { closedLoop } from '../measure/closed-loop.js';
import { cpuMicros } from '../measure/cpu.js';
import type { Workload } from '../measure/workload.js';
import { BareSql } from '../stage/bare-sql.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite } from '../stage/conversations.js';
import { fillQueue, hireAgents } from '../stage/queue.js';
import { rows } from '../stage/rows.js';
import type { Handoff } from '#contracts';

const SQL = 'bare `SKIP LOCKED` update';
const AGENTS = 64;
/** Every so many handoffs two agents reach for the same one. */
const CONTESTED_EVERY = 20;

export const claim: Workload = {
  name: 'claim',
  what: `${AGENTS} agents take over by REST whoever waits longest, every twentieth at the same moment as somebody else`,
  unit: 'claims/s',
  quick: true,
  warmsUp: true,
  goals: [{ kind: 'ratio', anchor: SQL, atLeast: 0.7, says: `against ${SQL} over 32 connections, at least 0.7` }],
  async prepare(stage) {
    const { seconds, waiting } = stage.scale;
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const agents = await hireAgents(database, website.id, AGENTS);
    const calls = new Calls(baton.url, AGENTS);
    const sql = await BareSql.start(stage);
    const winners = new Map<string, string>();
    let queue = await fillQueue(database, website.id, waiting);
    await rows(database, 'vacuum analyze');
    let next = 0;
    let reached = 0;

    /** Whoever waits longest; now and then somebody whom another agent was shown as well. */
    const shown = (): string => {
      const id = queue[reached % CONTESTED_EVERY === 0 && next > 0 ? next - 1 : next++];
      reached += 1;
      if (id === undefined) throw new Error('Nobody waits any more: let more wait.');
      return id;
    };
    const claimOne = async (worker: number): Promise<void> => {
      const agent = agents[worker]!;
      for (;;) {
        const id = shown();
        const answer = await calls.post(`/handoffs/${id}/claim`, undefined, agent.key);
        if (answer.status === 409) continue;
        const handoff = answer.body as Handoff;
        if (answer.status !== 200 || handoff.id !== id) throw new Error(`A claim was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
        if (winners.get(id) === agent.id) continue;
        if (winners.has(id)) throw new Error(`${id} was given to two agents.`);
        winners.set(id, agent.id);
        return;
      }
    };

    return {
      ours: {
        name: 'Baton',
        run: async () => {
          queue = [...queue.slice(next), ...(await fillQueue(database, website.id, next))];
          next = 0;
          const before = cpuMicros(baton.pid);
          const done = await closedLoop(AGENTS, seconds, claimOne);
          return { value: done.operations / done.seconds, cpuMicros: (cpuMicros(baton.pid) - before) / done.operations };
        },
      },
      anchors: [
        {
          name: SQL,
          run: async () => {
            await sql.refill(waiting);
            const { perSecond, cpuMicros } = await sql.run('claim', AGENTS, seconds);
            return { value: perSecond, cpuMicros };
          },
        },
      ],
      verify: () => everyClaimIsThere(database, website.id, winners),
      async close() {
        await calls.close();
        await stage.clear();
      },
    };
  },
};

/** @throws unless each claimed handoff is its winner's alone: in its row, its session, its timeline, what its visitor was told, and the news of it */
async function everyClaimIsThere(database: string, websiteId: string, winners: ReadonlyMap<string, string>): Promise<void> {
  const claimed = await rows<{ id: string; assignee_id: string; session_is_theirs: boolean; entries: number; lines: number; events: number }>(
    database,
    `select h.id, h.assignee_id, s.owner = 'agent' and s.owner_user_id = h.assignee_id and s.epoch = 3 and s.last_seq = 3 as session_is_theirs,
            (select count(*)::int from handoff_event e where e.handoff_id = h.id and e.kind = 'claimed' and e.actor_id = h.assignee_id) as entries,
            (select count(*)::int from message m where m.session_id = h.session_id and m.event->>'code' = 'handoff.claimed') as lines,
            coalesce(told.n, 0) as events
     from handoff h join session s on s.id = h.session_id
     left join (select session_id, count(*)::int as n from domain_event where kind = 'handoff.claimed' group by 1) told on told.session_id = h.session_id
     where h.website_id = $1 and h.status = 'claimed'`,
    [websiteId],
  );
  const wrong = claimed.find(
    (row) => winners.get(row.id) !== row.assignee_id || !row.session_is_theirs || row.entries !== 1 || row.lines !== 1 || row.events !== 1,
  );
  if (wrong) throw new Error(`A claim is not whole: ${JSON.stringify(wrong)}; it was given to ${winners.get(wrong.id) ?? 'nobody'}.`);
  if (claimed.length !== winners.size) throw new Error(`${winners.size} claims were acknowledged, ${claimed.length} are stored.`);
}
