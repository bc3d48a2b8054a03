import type { Stage } from '../stage/stage.js';

/** What one run of a contender found. */
export interface Sample {
  /** In the workload's unit. */
  readonly value: number;
  /** CPU of the program under test per operation, in microseconds, where it is a process of its own. */
  readonly cpuMicros?: number;
  /** Further figures of the same run, each with its unit in the name: `p99Ms`. */
  readonly more?: Readonly<Record<string, number>>;
}

/** Our program, or one it is compared with. */
export interface Contender {
  readonly name: string;
  run(): Promise<Sample>;
}

/** What must hold: our figure divided by the anchor's, or a figure of our own against a limit. */
export type Goal = {
  readonly says: string;
  /**
   * The share by which it may be worse than the baseline before `--check` fails; null: it is not compared. When left out, a
   * ratio has `RATIO_TOLERANCE` and a limit is not compared: times of one machine say nothing on another.
   */
  readonly tolerance?: number | null;
} & (
  | { readonly kind: 'ratio'; readonly anchor: string; readonly figure?: string; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'limit'; readonly figure?: string; readonly atMost: number }
);

/** A workload that is set up: its contenders run in turn, again and again, and then everything is counted. */
export interface Prepared {
  readonly ours: Contender;
  readonly anchors: readonly Contender[];
  /** @throws when anything was lost or doubled: then the figures are void */
  verify(): Promise<void>;
  close(): Promise<void>;
}

export interface Workload {
  readonly name: string;
  readonly what: string;
  readonly unit: string;
  readonly goals: readonly Goal[];
  /** Whether `--quick` includes it. */
  readonly quick: boolean;
  /** Whether everybody runs once before it counts: a program that has just started compiles what it runs. */
  readonly warmsUp?: boolean;
  prepare(stage: Stage): Promise<Prepared>;
}

/** What each contender found, round by round; ours comes first. */
export type Rounds = ReadonlyMap<string, readonly Sample[]>;

/** The figure that a goal is about. */
export function figureOf(goal: Goal, sample: Sample): number {
  return goal.figure ? sample.more![goal.figure]! : sample.value;
}
