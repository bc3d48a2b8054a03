import type { Stage } from '../stage/stage.js';
import type { Prepared, Rounds, Sample, Workload } from './workload.js';

/**
 * Ours and the anchors take turns, so that a slow minute of the machine falls on all of them.
 * @throws when the workload is void: something was lost, doubled or refused, or it did not end in time
 */
export async function measure(workload: Workload, stage: Stage): Promise<Rounds> {
  const { rounds, deadlineSeconds } = stage.scale;
  let deadline: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(new Error(`It did not end within ${deadlineSeconds} s.`)), deadlineSeconds * 1000);
  });
  const work = (async () => {
    const prepared = await workload.prepare(stage);
    try {
      if (workload.warmsUp) await inTurns(prepared, 1);
      const samples = await inTurns(prepared, rounds);
      await prepared.verify();
      return samples;
    } finally {
      await prepared.close();
    }
  })();
  try {
    return await Promise.race([work, overdue]);
  } catch (error) {
    // What is still under way ends with the servers it talks to.
    work.catch(() => undefined);
    await stage.clear();
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}

async function inTurns({ ours, anchors }: Prepared, rounds: number): Promise<Rounds> {
  const contenders = [ours, ...anchors];
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Whoever goes first may find the machine colder.
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) samples.get(contender.name)!.push(await contender.run());
  }
  return samples;
}
