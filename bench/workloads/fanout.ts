import { cpuMicros } from '../measure/cpu.js';
import type { Contender, Prepared, Workload } from '../measure/workload.js';
import { Apart } from '../stage/apart.js';
import { bareConversations, quietWebsite, startConversations, type Conversation } from '../stage/conversations.js';
import { ORIGIN, type Stage } from '../stage/stage.js';

const BARE = 'bare socket.io broadcast';
const TYPISTS = 7;

export const fanout: Workload = {
  name: 'fanout',
  what: `an agent who comes and goes and ${TYPISTS} visitors who type, all told to 1,000 agents (300 in a quick run)`,
  unit: 'deliveries/s',
  quick: true,
  goals: [{ kind: 'ratio', anchor: BARE, atLeast: 0.9, says: `against ${BARE}, at least 0.90` }],
  async prepare(stage: Stage): Promise<Prepared> {
    const { baton, team } = await stage.baton();
    const website = await quietWebsite(team);
    const { key } = await team.apiKeys.create({ name: 'Bench', permissions: ['handoff.view', 'session.view'] });
    const [conversation] = await startConversations(baton.url, website.publicKey, 1);
    const anchor = await stage.anchor('bare-socket.ts');
    const [bare] = bareConversations(1);

    const audiences: Apart<typeof import('../stage/audience.js')>[] = [];
    const contender = async (name: string, server: { readonly url: string; readonly pid: number }, about: Conversation): Promise<Contender> => {
      const audience = Apart.start<typeof import('../stage/audience.js')>('audience.ts', stage.undertaker);
      audiences.push(audience);
      await audience.call('gather', {
        url: server.url,
        listeners: stage.scale.listeners,
        typists: TYPISTS,
        agentAuth: { apiKey: key },
        sessionId: about.sessionId,
        visitorToken: about.token,
        origin: ORIGIN,
      });
      return {
        name,
        run: async () => {
          const before = cpuMicros(server.pid);
          const { deliveries, seconds } = await audience.call('tell', { seconds: stage.scale.seconds });
          return { value: deliveries / seconds, cpuMicros: (cpuMicros(server.pid) - before) / deliveries };
        },
      };
    };

    return {
      ours: await contender('Baton', baton, conversation!),
      anchors: [await contender(BARE, anchor, bare!)],
      async verify() {
        const wrong = (await Promise.all(audiences.map((audience) => audience.call('wrong', {})))).flat();
        if (wrong.length > 0) throw new Error(`${wrong.length} listeners heard too much or too little. ${wrong[0]}`);
      },
      async close() {
        await Promise.all(audiences.map((audience) => audience.stop()));
        await stage.clear();
      },
    };
  },
};
