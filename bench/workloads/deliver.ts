import { cpuMicros, familyCpuMicros } from '../measure/cpu.js';
import { percentile } from '../measure/statistics.js';
import type { Contender, Prepared, Sample, Workload } from '../measure/workload.js';
import { bareConversations, quietWebsite, startConversations } from '../stage/conversations.js';
import { Crowd } from '../stage/crowd.js';
import { everyMessageIsThere, rows } from '../stage/rows.js';
import type { Stage } from '../stage/stage.js';

const BARE = 'bare socket.io';
const COMMITTED = 'bare socket.io with group commit';

export const deliver: Workload = {
  name: 'deliver',
  what: 'visitor’s message → rules → commit → agent’s socket and acknowledgement, closed loop',
  unit: 'messages/s',
  quick: true,
  warmsUp: true,
  goals: [
    // Without a database the anchor is as fast as its clients are let run.
    { kind: 'ratio', anchor: BARE, atLeast: 0.55, tolerance: 0.65, says: `against ${BARE}, at least 0.55` },
    { kind: 'ratio', anchor: COMMITTED, atLeast: 0.8, says: `against ${COMMITTED}, at least 0.80` },
  ],
  prepare: (stage) =>
    together(stage, [BARE, COMMITTED], async (crowd, pid) => {
      const before = cpuMicros(pid);
      const postgresBefore = familyCpuMicros(stage.postgresPid);
      const { messages, seconds } = await crowd.writeInTurn(stage.scale.seconds);
      const postgres = familyCpuMicros(stage.postgresPid) - postgresBefore;
      return { value: messages / seconds, cpuMicros: (cpuMicros(pid) - before) / messages, more: { 'µs CPU of Postgres': postgres / messages } };
    }),
};

const PER_SECOND = 1_000;

export const deliverLatency: Workload = {
  name: 'deliver-latency',
  what: 'the same, open loop of 1,000 messages/s: from when a message is due to its agent and its acknowledgement',
  unit: 'ms at p99',
  quick: true,
  warmsUp: true,
  goals: [
    // One pause of the machine decides about a p99 of a second: it says too little to be held against.
    { kind: 'ratio', anchor: BARE, atMost: 2, tolerance: null, says: `p99 against ${BARE}, at most 2` },
    { kind: 'limit', figure: 'p99.9', atMost: 20, says: 'p99.9, at most 20 ms' },
  ],
  prepare: (stage) =>
    together(stage, [BARE], async (crowd) => {
      const took = await crowd.writeAtPace(PER_SECOND, stage.scale.seconds);
      return { value: percentile(took, 99), more: { p50: percentile(took, 50), 'p99.9': percentile(took, 99.9) } };
    }),
};

/** The same crowd at Baton and at the anchors, all of them up for the whole workload. */
async function together(stage: Stage, names: readonly string[], run: (crowd: Crowd, pid: number) => Promise<Sample>): Promise<Prepared> {
  const { visitors, agents } = stage.scale;
  const { baton, team, database } = await stage.baton();
  const website = await quietWebsite(team);
  const { key } = await team.apiKeys.create({ name: 'Bench', permissions: ['handoff.view', 'session.view'] });
  const ours = await Crowd.gather(baton.url, await startConversations(baton.url, website.publicKey, visitors), agents, key);
  const crowds = [ours];

  const anchors: Contender[] = [];
  for (const name of names) {
    const anchor = await stage.anchor('bare-socket.ts', ...(name === COMMITTED ? [await stage.database()] : []));
    const crowd = await Crowd.gather(anchor.url, bareConversations(visitors), agents, '');
    crowds.push(crowd);
    anchors.push({ name, run: () => run(crowd, anchor.pid) });
  }

  return {
    ours: { name: 'Baton', run: () => run(ours, baton.pid) },
    anchors,
    async verify() {
      await everyMessageIsThere(database, ours.acknowledged);
      const opened = await rows(database, `select from handoff where website_id = $1`, [website.id]);
      if (opened.length > 0) throw new Error(`${opened.length} handoffs were opened: the messages were to find rules, not to fire them.`);
      if (ours.doubled > 0) throw new Error(`${ours.doubled} messages were shown twice.`);
    },
    async close() {
      for (const crowd of crowds) crowd.close();
      await stage.clear();
    },
  };
}
