import { randomUUID } from 'node:crypto';
import { closedLoop } from '../measure/closed-loop.js';
import { cpuMicros } from '../measure/cpu.js';
import type { Sample, Workload } from '../measure/workload.js';
import { BareSql } from '../stage/bare-sql.js';
import { Calls } from '../stage/calls.js';
import { quietWebsite, startConversations } from '../stage/conversations.js';
import { everyMessageIsThere, rows } from '../stage/rows.js';
import { smallTalk } from '../stage/small-talk.js';
import type { Message } from '#contracts';

const SQL = 'one SQL statement per message';
const FEW = 8;
const MANY = 64;
const AT_FEW = `at ${FEW}`;
/** So many that each gets a few messages, as in life: forty in a row, to which nobody answers, are one long question. */
const CONVERSATIONS_EACH = 10;

export const post: Workload = {
  name: 'post',
  what: `a visitor’s message by REST, stored, its rules asked and its agent told; ${MANY} at once, and ${FEW}`,
  unit: `messages/s at ${MANY}`,
  quick: true,
  warmsUp: true,
  goals: [
    { kind: 'ratio', anchor: SQL, atLeast: 1.2, says: `${MANY} at once against ${SQL} over 32 connections, at least 1.2` },
    { kind: 'ratio', anchor: SQL, figure: AT_FEW, atLeast: 1.2, says: `${FEW} at once, at least 1.2` },
  ],
  async prepare(stage) {
    const seconds = stage.scale.seconds / 2;
    const { baton, team, database } = await stage.baton();
    const website = await quietWebsite(team);
    const conversations = await startConversations(baton.url, website.publicKey, CONVERSATIONS_EACH * stage.scale.visitors);
    const calls = new Calls(baton.url, MANY);
    const sql = await BareSql.start(stage);
    const acknowledged = new Map<string, number>();
    let turn = 0;

    const send = async (): Promise<void> => {
      const { sessionId, token } = conversations[turn++ % conversations.length]!;
      const clientId = randomUUID();
      const message = await calls.mustPost<Message>(201, '/widget/sessions/current/messages', { clientId, text: smallTalk() }, token);
      if (message.clientId !== clientId) throw new Error('Another message was acknowledged than the one that was sent.');
      acknowledged.set(sessionId, (acknowledged.get(sessionId) ?? 0) + 1);
    };
    const atOnce = async (workers: number): Promise<{ perSecond: number; cpuMicros: number }> => {
      const before = cpuMicros(baton.pid);
      const done = await closedLoop(workers, seconds, send);
      return { perSecond: done.operations / done.seconds, cpuMicros: (cpuMicros(baton.pid) - before) / done.operations };
    };
    const sampleOf = async (run: (workers: number) => Promise<{ perSecond: number; cpuMicros: number }>): Promise<Sample> => {
      const few = await run(FEW);
      const many = await run(MANY);
      return { value: many.perSecond, cpuMicros: many.cpuMicros, more: { [AT_FEW]: few.perSecond } };
    };

    return {
      ours: { name: 'Baton', run: () => sampleOf(atOnce) },
      anchors: [{ name: SQL, run: () => sampleOf((workers) => sql.run('post', workers, seconds)) }],
      async verify() {
        await everyMessageIsThere(database, acknowledged);
        const opened = await rows(database, `select from handoff where website_id = $1`, [website.id]);
        if (opened.length > 0) throw new Error(`${opened.length} handoffs were opened: the messages were to find rules, not to fire them.`);
      },
      async close() {
        await calls.close();
        await stage.clear();
      },
    };
  },
};
