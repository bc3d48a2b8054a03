import { setTimeout as sleep } from 'node:timers/promises';
import { residentBytes } from '../measure/cpu.js';
import type { Prepared, Workload } from '../measure/workload.js';
import type { Stage } from '../stage/stage.js';

const BARE = 'bare Nest on Fastify';
const MB = 2 ** 20;
/** What a start leaves to be done in the first moments counts too. */
const SETTLES_MS = 500;

export const cold: Workload = {
  name: 'cold',
  what: 'from the start of the process to ready, on an external database that is up to date; memory half a second later',
  unit: 'ms',
  quick: true,
  goals: [
    { kind: 'ratio', anchor: BARE, atMost: 2, says: `against ${BARE}, at most 2` },
    { kind: 'limit', figure: 'residentMb', atMost: 180, tolerance: 0.1, says: 'memory, at most 180 MB' },
  ],
  async prepare(stage: Stage): Promise<Prepared> {
    const { baton } = await stage.baton();
    await baton.stop();
    return {
      ours: {
        name: 'Baton',
        run: async () => {
          const began = performance.now();
          await baton.start();
          const value = performance.now() - began;
          await mustAnswer(`${baton.url}/health/ready`);
          await sleep(SETTLES_MS);
          const residentMb = residentBytes(baton.pid) / MB;
          await baton.stop();
          return { value, more: { residentMb } };
        },
      },
      anchors: [
        {
          name: BARE,
          run: async () => {
            const began = performance.now();
            const anchor = await stage.anchor('bare-nest.js');
            const value = performance.now() - began;
            await mustAnswer(`${anchor.url}/word`);
            await sleep(SETTLES_MS);
            const residentMb = residentBytes(anchor.pid) / MB;
            await anchor.stop();
            return { value, more: { residentMb } };
          },
        },
      ],
      verify: () => Promise.resolve(),
      close: () => stage.clear(),
    };
  },
};

/** Ready is who answers, not who says so. */
async function mustAnswer(url: string): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status} after the start.`);
}
