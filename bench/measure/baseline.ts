import { median } from './statistics.js';
import { oursOf } from './result.js';
import { figureOf, type Goal, type Rounds, type Sample, type Workload } from './workload.js';

/**
 * The share that a ratio may lose against the baseline. Of five runs of one program, on two cores that others used as well,
 * the worst lay a third under the middle.
 */
export const RATIO_TOLERANCE = 0.5;
/** CPU per operation feels little of what else the machine does, and yet as much in such a run. */
export const CPU_TOLERANCE = 0.5;

/** Ratios and counts as they were when they were recorded; nothing in it depends on how fast that machine is. */
export interface Baseline {
  readonly recorded: string;
  readonly machine: string;
  readonly figures: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A figure that must not become worse. */
export interface Watched {
  readonly name: string;
  readonly found: number;
  readonly better: 'more' | 'less';
  /** The share by which it may be worse. */
  readonly tolerance: number;
}

/**
 * What is compared with the baseline: every ratio, every limit that names a tolerance, and CPU per operation against each
 * anchor. Best round against best round: whatever else a machine does only ever slows a round down, so the best of several
 * says most about the program and least about the moment.
 */
export function watchedIn(workload: Workload, rounds: Rounds): Watched[] {
  return [...workload.goals.flatMap((goal) => watchedBy(goal, rounds)), ...cpuRatios(rounds)];
}

function watchedBy(goal: Goal, rounds: Rounds): Watched[] {
  const tolerance = goal.tolerance === undefined && goal.kind === 'ratio' ? RATIO_TOLERANCE : goal.tolerance;
  if (tolerance === undefined || tolerance === null) return [];
  const figure = (sample: Sample): number => figureOf(goal, sample);
  const better = goal.kind === 'limit' || goal.atMost !== undefined ? 'less' : 'more';
  const best = (samples: readonly Sample[]): number => (better === 'less' ? Math.min : Math.max)(...samples.map(figure));
  const ours = best(oursOf(rounds));
  return [
    goal.kind === 'limit'
      ? { name: goal.figure ?? 'value', found: ours, better, tolerance }
      : { name: `${goal.figure ? `${goal.figure} ` : ''}against ${goal.anchor}`, found: ours / best(rounds.get(goal.anchor)!), better, tolerance },
  ];
}

function cpuRatios(rounds: Rounds): Watched[] {
  const least = (samples: readonly Sample[]): number => Math.min(...samples.map(({ cpuMicros }) => cpuMicros ?? NaN));
  const [, ...anchors] = rounds;
  return anchors
    .map(([name, samples]): Watched => ({
      name: `CPU against ${name}`,
      found: least(oursOf(rounds)) / least(samples),
      better: 'less',
      tolerance: CPU_TOLERANCE,
    }))
    .filter(({ found }) => Number.isFinite(found));
}

/** One line for each figure that is worse than the baseline tolerates, has none, or is no longer measured. */
export function fallsFrom(baseline: Baseline, workload: string, watched: readonly Watched[]): string[] {
  const recorded = baseline.figures[workload] ?? {};
  const names = new Set(watched.map(({ name }) => name));
  return [
    ...watched.flatMap((figure) => fallOf(figure, recorded[figure.name])).map((line) => `${workload}: ${line}`),
    ...Object.keys(recorded)
      .filter((name) => !names.has(name))
      .map((name) => `${workload}: “${name}” stands in the baseline and is no longer measured.`),
  ];
}

/** Workloads of the baseline that are no longer there. */
export function goneFrom(baseline: Baseline, workloads: readonly string[]): string[] {
  return Object.keys(baseline.figures)
    .filter((name) => !workloads.includes(name))
    .map((name) => `${name}: stands in the baseline and is no longer a workload.`);
}

/** The middle of what several passes found, per figure. */
export function middleOf(passes: readonly (readonly Watched[])[]): Record<string, number> {
  const [first] = passes;
  return Object.fromEntries(first!.map(({ name }, index) => [name, rounded(median(passes.map((pass) => pass[index]!.found)))]));
}

/** By how many hundredths the worst pass was worse than the middle: what a tolerance must at least forgive. */
export function farthestOf(passes: readonly (readonly Watched[])[], middle: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    passes[0]!.map(({ name, better }, index) => {
      const found = passes.map((pass) => pass[index]!.found);
      const worse = better === 'more' ? 1 - Math.min(...found) / middle[name]! : Math.max(...found) / middle[name]! - 1;
      return [name, Math.max(0, Math.round(worse * 100))];
    }),
  );
}

function fallOf({ name, found, better, tolerance }: Watched, baseline: number | undefined): string[] {
  if (baseline === undefined) return [`“${name}” has no baseline; found ${rounded(found)}.`];
  const limit = better === 'more' ? baseline * (1 - tolerance) : baseline * (1 + tolerance);
  const holds = better === 'more' ? found >= limit : found <= limit;
  if (holds) return [];
  const bound = better === 'more' ? 'at least' : 'at most';
  return [`“${name}” found ${rounded(found)}, baseline ${baseline}, tolerated ${bound} ${rounded(limit)} (${Math.round(tolerance * 100)} %).`];
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
