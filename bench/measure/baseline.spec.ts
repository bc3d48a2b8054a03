import { describe, expect, it } from '@jest/globals';
import { believed } from './attempts.js';
import { fallsFrom, farthestOf, goneFrom, middleOf, watchedIn, type Baseline } from './baseline.js';
import { resultOf } from './result.js';
import type { Goal, Rounds, Sample, Workload } from './workload.js';

const atLeast: Goal = { kind: 'ratio', anchor: 'bare', atLeast: 0.5, says: 'against bare, at least 0.5' };
const latency: Goal = { kind: 'ratio', anchor: 'bare', figure: 'p99', atMost: 2, tolerance: 0.5, says: 'p99 against bare, at most 2' };
const millis: Goal = { kind: 'limit', figure: 'p99', atMost: 20, says: 'p99, at most 20 ms' };
const bytes: Goal = { kind: 'limit', atMost: 100, tolerance: 0.1, says: 'at most 100 bytes' };

function workload(...goals: Goal[]): Workload {
  return { name: 'deliver', what: '', unit: 'messages/s', quick: true, goals, prepare: () => Promise.reject(new Error('never')) };
}

function rounds(ours: readonly (number | Sample)[], bare: readonly (number | Sample)[]): Rounds {
  const samples = (values: readonly (number | Sample)[]): Sample[] => values.map((value) => (typeof value === 'number' ? { value } : value));
  return new Map([
    ['Baton', samples(ours)],
    ['bare', samples(bare)],
  ]);
}

function baseline(figures: Record<string, number>): Baseline {
  return { recorded: '2026-11-22', machine: 'two cores', figures: { deliver: figures } };
}

describe('what is watched', () => {
  it('sets the best round of ours against the best of the anchor, whichever rounds those were', () => {
    expect(watchedIn(workload(atLeast), rounds([300, 500, 100], [200, 100, 1000]))).toEqual([
      { name: 'against bare', found: 0.5, better: 'more', tolerance: 0.5 },
    ]);
  });

  it('takes the smallest of what should be small', () => {
    const slow = { value: 1, more: { p99: 9 } };
    const fast = { value: 1, more: { p99: 3 } };
    expect(watchedIn(workload(latency), rounds([slow, fast], [{ value: 1, more: { p99: 2 } }, slow]))).toEqual([
      { name: 'p99 against bare', found: 1.5, better: 'less', tolerance: 0.5 },
    ]);
  });

  it('leaves out limits in units of a machine, and ratios that say so', () => {
    expect(watchedIn(workload(millis, { ...atLeast, tolerance: null }), rounds([{ value: 1, more: { p99: 3 } }], [1]))).toEqual([]);
  });

  it('holds on to limits that are counts', () => {
    expect(watchedIn(workload(bytes), rounds([90, 80], [1, 1]))).toEqual([{ name: 'value', found: 80, better: 'less', tolerance: 0.1 }]);
  });

  it('adds CPU per operation where both are processes of their own', () => {
    const found = watchedIn(
      workload({ ...atLeast, tolerance: null }),
      rounds(
        [
          { value: 1, cpuMicros: 60 },
          { value: 1, cpuMicros: 50 },
        ],
        [
          { value: 1, cpuMicros: 25 },
          { value: 1, cpuMicros: 40 },
        ],
      ),
    );
    expect(found).toEqual([{ name: 'CPU against bare', found: 2, better: 'less', tolerance: 0.5 }]);
  });
});

describe('what falls from the baseline', () => {
  const falls = (found: number, recorded: number): string[] =>
    fallsFrom(baseline({ 'against bare': recorded }), 'deliver', watchedIn(workload(atLeast), rounds([found * 100], [100])));

  it('lets a ratio be worse by as much as is tolerated, and better by anything', () => {
    expect(falls(0.41, 0.8)).toEqual([]);
    expect(falls(2, 0.8)).toEqual([]);
  });

  it('names the workload, what was found, what it was and what would have been tolerated', () => {
    expect(falls(0.35, 0.8)).toEqual(['deliver: “against bare” found 0.35, baseline 0.8, tolerated at least 0.4 (50 %).']);
  });

  it('sees what should be small grow', () => {
    const watched = watchedIn(workload(bytes), rounds([112], [1]));
    expect(fallsFrom(baseline({ value: 100 }), 'deliver', watched)).toEqual([
      'deliver: “value” found 112, baseline 100, tolerated at most 110 (10 %).',
    ]);
    expect(fallsFrom(baseline({ value: 102 }), 'deliver', watched)).toEqual([]);
  });

  it('is not content with a figure that has no baseline, nor with a baseline that nobody measures', () => {
    const watched = watchedIn(workload(atLeast), rounds([1], [1]));
    expect(fallsFrom(baseline({ 'against other': 1 }), 'deliver', watched)).toEqual([
      'deliver: “against bare” has no baseline; found 1.',
      'deliver: “against other” stands in the baseline and is no longer measured.',
    ]);
    expect(goneFrom(baseline({}), ['post'])).toEqual(['deliver: stands in the baseline and is no longer a workload.']);
  });

  it('is recorded as the middle of several passes', () => {
    const pass = (found: number) => watchedIn(workload(atLeast), rounds([found], [1]));
    const passes = [pass(0.9), pass(0.51239), pass(0.4)];
    expect(middleOf(passes)).toEqual({ 'against bare': 0.512 });
    expect(farthestOf(passes, middleOf(passes))).toEqual({ 'against bare': 22 });
  });
});

describe('a workload that seems to be worse', () => {
  const fallsIn = (found: Rounds): string[] => fallsFrom(baseline({ 'against bare': 0.8 }), 'deliver', watchedIn(workload(atLeast), found));
  const measured = (...found: number[]) => {
    const again: string[] = [];
    let times = 0;
    const measureOnce = () => Promise.resolve(rounds([found[times++]! * 100], [100]));
    return believed(measureOnce, fallsIn, { attempts: 3, again: (falls) => again.push(...falls) }).then((outcome) => ({ ...outcome, again, times }));
  };

  it('is measured once when all is well', async () => {
    expect(await measured(0.8)).toMatchObject({ falls: [], again: [], times: 1 });
  });

  it('is measured again, and forgiven when it was the moment', async () => {
    expect(await measured(0.2, 0.3, 0.75)).toMatchObject({ falls: [], times: 3 });
  });

  it('is believed to be worse when it is so every time', async () => {
    const outcome = await measured(0.3, 0.25, 0.32);
    expect(outcome.times).toBe(3);
    expect(outcome.falls).toEqual(['deliver: “against bare” found 0.32, baseline 0.8, tolerated at least 0.4 (50 %).']);
  });
});

describe('the goals of a result', () => {
  it('are judged by the middle of the rounds', () => {
    const { goals } = resultOf(workload(atLeast, bytes), rounds([40, 60, 90], [100, 100, 100]));
    expect(goals).toEqual([
      { says: atLeast.says, found: 0.6, met: true },
      { says: bytes.says, found: 60, met: true },
    ]);
  });
});
