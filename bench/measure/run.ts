import type { Stage } from '../stage/stage.js';
import { median, range } from './statistics.js';
import type { Goal, Prepared, Sample, Workload } from './workload.js';

export interface Figure {
  readonly median: number;
  readonly range: readonly [number, number];
}

export interface ContenderResult {
  readonly name: string;
  readonly value: Figure;
  readonly cpuMicros: number | null;
  readonly more: Readonly<Record<string, Figure>>;
  /** Ours divided by this one, per round. */
  readonly ratio: Figure | null;
}

export interface GoalResult {
  readonly says: string;
  readonly found: number;
  readonly met: boolean;
}

export interface WorkloadResult {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly rounds: number;
  readonly contenders: readonly ContenderResult[];
  readonly goals: readonly GoalResult[];
}

/** Ours and the anchors take turns, so that a slow minute of the machine falls on all of them. */
export async function measure(workload: Workload, stage: Stage, rounds: number): Promise<WorkloadResult> {
  const prepared = await workload.prepare(stage);
  try {
    const samples = await inTurns(prepared, rounds);
    await prepared.verify();
    return resultOf(workload, samples, rounds);
  } finally {
    await prepared.close();
  }
}

async function inTurns({ ours, anchors }: Prepared, rounds: number): Promise<Map<string, Sample[]>> {
  const contenders = [ours, ...anchors];
  const samples = new Map<string, Sample[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Whoever goes first may find the machine colder.
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) samples.get(contender.name)!.push(await contender.run());
  }
  return samples;
}

function resultOf(workload: Workload, samples: Map<string, Sample[]>, rounds: number): WorkloadResult {
  const [[, ours]] = [...samples] as [[string, Sample[]]];
  const contenders = [...samples].map(([name, theirs]): ContenderResult => ({
    name,
    value: figure(theirs.map(({ value }) => value)),
    cpuMicros: theirs.every(({ cpuMicros }) => cpuMicros !== undefined) ? median(theirs.map(({ cpuMicros }) => cpuMicros!)) : null,
    more: Object.fromEntries(Object.keys(theirs[0]?.more ?? {}).map((key) => [key, figure(theirs.map(({ more }) => more![key]!))])),
    ratio: theirs === ours ? null : figure(theirs.map(({ value }, round) => ours[round]!.value / value)),
  }));
  const goals = workload.goals.map((goal) => judged(goal, samples, ours));
  return { name: workload.name, what: workload.what, unit: workload.unit, rounds, contenders, goals };
}

function judged(goal: Goal, samples: Map<string, Sample[]>, ours: readonly Sample[]): GoalResult {
  const of = (sample: Sample): number => (goal.figure ? sample.more![goal.figure]! : sample.value);
  if (goal.kind === 'limit') {
    const found = median(ours.map(of));
    return { says: goal.says, found, met: found <= goal.atMost };
  }
  const anchor = samples.get(goal.anchor)!;
  const found = median(ours.map((sample, round) => of(sample) / of(anchor[round]!)));
  return { says: goal.says, found, met: found >= (goal.atLeast ?? -Infinity) && found <= (goal.atMost ?? Infinity) };
}

function figure(values: readonly number[]): Figure {
  return { median: median(values), range: range(values) };
}
