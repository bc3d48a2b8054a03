import { setTimeout as sleep } from 'node:timers/promises';
import type { Contender, Prepared, Workload } from '../measure/workload.js';
import { Apart } from '../stage/apart.js';
import { bareConversations, quietWebsite, type Conversation } from '../stage/conversations.js';
import { MEMORY_ON_SIGNAL, memoryOf, type Memory } from '../stage/memory.js';
import { seedConversations } from '../stage/seeds.js';
import { ORIGIN, type Stage } from '../stage/stage.js';

const BARE = 'bare socket.io';
const AT_ONCE = 64;
/** What a connection leaves behind for a moment is not what it costs: answers remembered for a second, timers of the handshake. */
const CALMS_DOWN_MS = 1_200;
const KB = 1024;

export const idle: Workload = {
  name: 'idle',
  what: 'widgets that are connected and silent: what each holds, after a collection; more of them in every round',
  unit: 'kB of memory each',
  quick: true,
  goals: [
    // Of a thousand connections, pages of the kernel and of the heap say too little; the heap itself does not.
    { kind: 'ratio', anchor: BARE, atMost: 1.15, tolerance: null, says: `against ${BARE}, at most 1.15` },
    { kind: 'ratio', anchor: BARE, figure: 'heapKb', atMost: 1.15, tolerance: 0.1, says: `the heap alone against ${BARE}, at most 1.15` },
  ],
  async prepare(stage: Stage): Promise<Prepared> {
    const { connections, rounds } = stage.scale;
    const { baton, team, database } = await stage.baton({ NODE_OPTIONS: `--import ${MEMORY_ON_SIGNAL}` });
    const website = await quietWebsite(team);
    // The first ones pay for code and pools, which are there once however many come.
    const first = Math.round(connections / 10);
    const anchor = await stage.anchor('bare-socket.ts');
    const throngs: Apart<typeof import('../stage/throng.js')>[] = [];

    const contender = async (name: string, server: Server, conversations: readonly Conversation[]): Promise<Contender> => {
      const clients = Apart.start<typeof import('../stage/throng.js')>('throng.ts', stage.undertaker);
      throngs.push(clients);
      const tokens = conversations.map(({ token }) => token);
      let connected = 0;
      const connect = async (upTo: number): Promise<Memory> => {
        await clients.call('connectAll', {
          url: server.url,
          namespace: '/visitor',
          origin: ORIGIN,
          tokens: tokens.slice(connected, upTo),
          atOnce: AT_ONCE,
        });
        connected = upTo;
        await sleep(CALMS_DOWN_MS);
        return memoryOf(server.pid);
      };
      const before = await connect(first);
      return {
        name,
        run: async () => {
          const now = await connect(Math.min(tokens.length, connected + Math.round(connections / rounds)));
          const each = (bytes: number): number => bytes / (connected - first) / KB;
          return { value: each(now.resident - before.resident), more: { heapKb: each(now.heap - before.heap) } };
        },
      };
    };

    return {
      ours: await contender('Baton', baton, await seedConversations(database, website.id, first + connections)),
      anchors: [await contender(BARE, anchor, bareConversations(first + connections))],
      verify: async () => {
        const lost = await Promise.all(throngs.map((clients) => clients.call('lost', {})));
        if (lost.some((count) => count > 0)) throw new Error(`Of the idle connections ${lost.join(' and ')} were lost.`);
      },
      async close() {
        await Promise.all(throngs.map((clients) => clients.stop()));
        await stage.clear();
      },
    };
  },
};

interface Server {
  readonly url: string;
  readonly pid: number;
}
