import { median, range } from './statistics.js';
import { figureOf, type Goal, type Rounds, type Workload } from './workload.js';

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

/** What the rounds say, by their medians. */
export function resultOf(workload: Workload, rounds: Rounds): WorkloadResult {
  const ours = oursOf(rounds);
  const contenders = [...rounds].map(([name, theirs]): ContenderResult => ({
    name,
    value: figure(theirs.map(({ value }) => value)),
    cpuMicros: theirs.every(({ cpuMicros }) => cpuMicros !== undefined) ? median(theirs.map(({ cpuMicros }) => cpuMicros!)) : null,
    more: Object.fromEntries(Object.keys(theirs[0]?.more ?? {}).map((key) => [key, figure(theirs.map(({ more }) => more![key]!))])),
    ratio: theirs === ours ? null : figure(theirs.map(({ value }, round) => ours[round]!.value / value)),
  }));
  return {
    name: workload.name,
    what: workload.what,
    unit: workload.unit,
    rounds: ours.length,
    contenders,
    goals: workload.goals.map((goal) => goalResult(goal, rounds)),
  };
}

export function oursOf(rounds: Rounds): NonNullable<ReturnType<Rounds['get']>> {
  const [ours] = rounds.values();
  return ours!;
}

function goalResult(goal: Goal, rounds: Rounds): GoalResult {
  const ours = oursOf(rounds);
  if (goal.kind === 'limit') {
    const found = median(ours.map((sample) => figureOf(goal, sample)));
    return { says: goal.says, found, met: found <= goal.atMost };
  }
  const anchor = rounds.get(goal.anchor)!;
  const found = median(ours.map((sample, round) => figureOf(goal, sample) / figureOf(goal, anchor[round]!)));
  return { says: goal.says, found, met: found >= (goal.atLeast ?? -Infinity) && found <= (goal.atMost ?? Infinity) };
}

function figure(values: readonly number[]): Figure {
  return { median: median(values), range: range(values) };
}
