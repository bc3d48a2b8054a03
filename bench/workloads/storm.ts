import { cpuMicros } from '../measure/cpu.js';
import type { Prepared, Workload } from '../measure/workload.js';
import { Apart } from '../stage/apart.js';
import { bareConversations, quietWebsite } from '../stage/conversations.js';
import { seedConversations, seedMessages } from '../stage/seeds.js';
import { ORIGIN, type Stage } from '../stage/stage.js';
import type { CaughtUp } from '../stage/throng.js';

const BARE = 'bare socket.io, connecting alone';
const AT_ONCE = 256;
/** Written in each conversation while nobody was connected. */
const MISSED = 3;

export const storm: Workload = {
  name: 'storm',
  what: 'every widget comes back at once and asks for what it has missed',
  unit: 'clients/s',
  quick: true,
  warmsUp: true,
  goals: [{ kind: 'ratio', anchor: BARE, atLeast: 0.6, says: `against ${BARE}, at least 0.60` }],
  async prepare(stage: Stage): Promise<Prepared> {
    const { connections } = stage.scale;
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const conversations = await seedConversations(database, website.id, connections);
    const anchor = await stage.anchor('bare-socket.ts');
    const bare = bareConversations(connections).map(({ token }) => token);
    const clients = Apart.start<typeof import('../stage/throng.js')>('throng.ts', stage.undertaker);
    let lastSeq = 0;
    const wrong: string[] = [];

    return {
      ours: {
        name: 'Baton',
        run: async () => {
          await seedMessages(database, website.id, MISSED);
          const before = cpuMicros(baton.pid);
          const { seconds, caughtUp } = await clients.call('returnAll', {
            url: baton.url,
            namespace: '/visitor',
            origin: ORIGIN,
            clients: conversations.map(({ token }) => ({ token, afterSeq: lastSeq })),
            atOnce: AT_ONCE,
          });
          const cpu = cpuMicros(baton.pid) - before;
          await clients.call('cutAll', {});
          wrong.push(...caughtUp.flatMap((found, n) => problemOf(found, lastSeq, conversations[n]!.sessionId)));
          lastSeq += MISSED;
          return { value: connections / seconds, cpuMicros: cpu / connections };
        },
      },
      anchors: [
        {
          name: BARE,
          run: async () => {
            const before = cpuMicros(anchor.pid);
            const seconds = await clients.call('connectAll', {
              url: anchor.url,
              namespace: '/visitor',
              origin: ORIGIN,
              tokens: bare,
              atOnce: AT_ONCE,
            });
            const cpu = cpuMicros(anchor.pid) - before;
            await clients.call('cutAll', {});
            return { value: connections / seconds, cpuMicros: cpu / connections };
          },
        },
      ],
      async verify() {
        if (wrong.length > 0) throw new Error(`${wrong.length} clients were told wrong. ${wrong[0]}`);
      },
      async close() {
        await clients.stop();
        await stage.clear();
      },
    };
  },
};

/** Exactly what was missed, each once and in order; anything else is a loss or a repetition. */
function problemOf({ lastSeq, seqs }: CaughtUp, afterSeq: number, sessionId: string): string[] {
  const expected = Array.from({ length: MISSED }, (_, n) => afterSeq + 1 + n);
  const right = lastSeq === expected.at(-1) && seqs.length === MISSED && expected.every((seq, n) => seqs[n] === seq);
  return right ? [] : [`${sessionId} had ${afterSeq}, was given ${seqs.join(', ')} and told that the last is ${lastSeq}.`];
}
