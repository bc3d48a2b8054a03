import { randomUUID } from 'node:crypto';
import { closedLoop } from '../measure/closed-loop.js';
import { cpuMicros } from '../measure/cpu.js';
import type { Workload } from '../measure/workload.js';
import { BareSql } from '../stage/bare-sql.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite } from '../stage/conversations.js';
import { everyMessageIsThere, rows } from '../stage/rows.js';
import { smallTalk } from '../stage/small-talk.js';
import type { Message, StartedSession } from '#contracts';

const SQL = 'the same in bare SQL';
const AT_ONCE = 32;

export const create: Workload = {
  name: 'create',
  what: `a new visitor’s session and its first message, two calls by REST, ${AT_ONCE} at once`,
  unit: 'conversations/s',
  quick: true,
  warmsUp: true,
  goals: [{ kind: 'ratio', anchor: SQL, atLeast: 0.6, says: `against ${SQL} over 32 connections, at least 0.6` }],
  async prepare(stage) {
    const { seconds } = stage.scale;
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const calls = new Calls(baton.url, AT_ONCE);
    const sql = await BareSql.start(stage);
    const acknowledged = new Map<string, number>();

    const begin = async (): Promise<void> => {
      const { visitorToken, session } = await calls.mustPost<StartedSession>(201, '/widget/sessions', {
        websiteKey: website.publicKey,
        page: { url: 'http://shop.bench/cart', title: 'Your cart' },
        locale: 'en',
      });
      const message = await calls.mustPost<Message>(
        201,
        '/widget/sessions/current/messages',
        { clientId: randomUUID(), text: smallTalk() },
        visitorToken,
      );
      if (message.sessionId !== session.id || message.seq !== 1) throw new Error('The first message does not stand first in its session.');
      acknowledged.set(session.id, (acknowledged.get(session.id) ?? 0) + 1);
    };

    return {
      ours: {
        name: 'Baton',
        run: async () => {
          const before = cpuMicros(baton.pid);
          const done = await closedLoop(AT_ONCE, seconds, begin);
          return { value: done.operations / done.seconds, cpuMicros: (cpuMicros(baton.pid) - before) / done.operations };
        },
      },
      anchors: [
        {
          name: SQL,
          run: async () => {
            const { perSecond, cpuMicros } = await sql.run('create', AT_ONCE, seconds);
            return { value: perSecond, cpuMicros };
          },
        },
      ],
      async verify() {
        await everyMessageIsThere(database, acknowledged);
        const [found] = await rows<{ sessions: number; visitors: number; tokens: number }>(
          database,
          `select count(*)::int as sessions, count(distinct visitor_id)::int as visitors,
                  (select count(distinct session_id)::int from visitor_token where website_id = $1) as tokens
           from session where website_id = $1`,
          [website.id],
        );
        const begun = acknowledged.size;
        if (found!.sessions !== begun || found!.visitors !== begun || found!.tokens !== begun) {
          throw new Error(`${begun} conversations were begun; there are ${JSON.stringify(found)}.`);
        }
      },
      async close() {
        await calls.close();
        await stage.clear();
      },
    };
  },
};
