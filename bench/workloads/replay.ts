import { setTimeout as sleep } from 'node:timers/promises';
import type { RuleReplay, RuleSketch } from '#contracts';
import { cpuMicros, residentBytes } from '../measure/cpu.js';
import type { Sample, Workload } from '../measure/workload.js';
import { quietWebsite } from '../stage/conversations.js';
import { MEMORY_ON_SIGNAL, memoryOf } from '../stage/memory.js';
import { HANDED_OVER_EVERY, seedPast } from '../stage/past-seeds.js';
import { rows } from '../stage/rows.js';
import type { Stage } from '../stage/stage.js';

const READING = 'reading the same rows';
const MB = 1 << 20;
const LOOKED_EVERY_MS = 50;
const DAY_MS = 86_400_000;

export const replay: Workload = {
  name: 'replay',
  what: 'a rule of three conditions over past sessions of eight messages, one of them a pattern',
  unit: 's',
  quick: false,
  goals: [
    { kind: 'limit', atMost: 60, says: 'at most 60 s' },
    { kind: 'limit', figure: 'grownMb', atMost: 150, says: 'memory flat: at most 150 MB more at its height than before' },
  ],
  async prepare(stage: Stage) {
    const { baton, team, database } = await stage.baton({ NODE_OPTIONS: `--require ${MEMORY_ON_SIGNAL}` });
    const website = await quietWebsite(team);
    const sessions = stage.scale.pastSessions;
    await seedPast(database, website.id, sessions);
    const anchor = await stage.anchor('bare-past.ts', database, website.id);
    const rule: RuleSketch = {
      websiteId: website.id,
      stage: 'before_reply',
      conditions: {
        all: [
          { fact: 'message.text', operator: 'matches', value: '(?i)\\brefunds?\\b' },
          { fact: 'visitor.plan', operator: 'equal', value: 'gold' },
          { fact: 'session.seconds', operator: 'lessThan', value: 3600 },
        ],
      },
    };
    let result: RuleReplay | undefined;

    return {
      ours: {
        name: 'Baton',
        async run(): Promise<Sample> {
          await memoryOf(baton.pid);
          const [before, cpu, began] = [residentBytes(baton.pid), cpuMicros(baton.pid), performance.now()];
          let highest = before;
          let over = false;
          const watching = (async () => {
            for (; !over; await sleep(LOOKED_EVERY_MS)) highest = Math.max(highest, residentBytes(baton.pid));
          })();
          result = await team.rules.replay({
            rule,
            from: new Date(Date.now() - 31 * DAY_MS).toISOString(),
            to: new Date().toISOString(),
            limit: sessions,
          });
          over = true;
          await watching;
          return {
            value: (performance.now() - began) / 1000,
            cpuMicros: (cpuMicros(baton.pid) - cpu) / sessions,
            more: { grownMb: (highest - before) / MB },
          };
        },
      },
      anchors: [
        {
          name: READING,
          async run(): Promise<Sample> {
            const answer = await fetch(anchor.url);
            if (!answer.ok) throw new Error(`The anchor failed: ${await answer.text()}`);
            const { seconds, sessions: read } = (await answer.json()) as { seconds: number; sessions: number };
            if (read !== sessions) throw new Error(`The anchor read ${read} sessions of ${sessions}.`);
            return { value: seconds };
          },
        },
      ],
      /** @throws unless the replay found what a query over the texts finds */
      async verify() {
        const [expected] = await rows<{ fired: number; both: number }>(database, EXPECTED, [website.id]);
        const found = { sessions: result!.sessions, fired: result!.fired, both: result!.actual.both, incomplete: result!.incomplete };
        const wanted = { sessions, fired: expected!.fired, both: expected!.both, incomplete: 0 };
        if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`Found ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.`);
        if (result!.actual.both + result!.actual.onlyActual !== Math.ceil(sessions / HANDED_OVER_EVERY)) throw new Error('Handoffs were miscounted.');
      },
      close: () => stage.clear(),
    };
  },
};

const EXPECTED = /* sql */ `
select count(*)::int as fired, count(*) filter (where exists (select from handoff h where h.session_id = s.id))::int as both
  from session s join visitor v on v.id = s.visitor_id
 where s.website_id = $1 and v.attributes->>'plan' = 'gold'
   and exists (select from message m where m.session_id = s.id and m.author_kind = 'visitor' and m.text ~* '\\mrefunds?\\M')`;
