/**
 * `npm run bench [-- --quick] [--json FILE] [--cpu-prof DIR] [workload …]`: our program and its anchors in turn, in one run,
 * and what the ratios are. Only ratios compare between runs and machines.
 *
 * `--check` compares with `bench/baseline.json` and fails when something is worse than the tolerance lets it be, or void;
 * what seems to be worse is measured again first. `--write-baseline` measures everything several times and writes that file.
 * Both are about quick runs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { believed, pooled } from './measure/attempts.js';
import { fallsFrom, farthestOf, goneFrom, middleOf, watchedIn, type Baseline, type Watched } from './measure/baseline.js';
import { asText, machine } from './measure/report.js';
import { resultOf, type WorkloadResult } from './measure/result.js';
import { measure } from './measure/run.js';
import type { Rounds, Workload } from './measure/workload.js';
import { QUICK, Stage, WHOLE } from './stage/stage.js';
import { WORKLOADS } from './workloads/index.js';

const BASELINE = new URL('baseline.json', import.meta.url);
/** How often a workload that seems to be worse is measured before that is believed. */
const ATTEMPTS = 3;
/** The baseline is the middle of so many. */
const PASSES = 3;

const { values, positionals } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    'cpu-prof': { type: 'string' },
    check: { type: 'boolean', default: false },
    'write-baseline': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const names = WORKLOADS.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) refuse(`There is no workload ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
if ((values.check || values['write-baseline']) && !values.quick) refuse('The baseline is of quick runs: add --quick.');

const chosen = WORKLOADS.filter(({ name, quick }) => (positionals.length > 0 ? positionals.includes(name) : quick || !values.quick));
const baseline: Baseline = values.check || values['write-baseline'] ? await readBaseline() : noBaseline();

process.stdout.write(`${machine()}\n\n`);
const stage = await Stage.open(values.quick ? QUICK : WHOLE, values['cpu-prof']);
const results: WorkloadResult[] = [];
const figures: Record<string, Record<string, number>> = {};
const falls: string[] = values.check ? goneFrom(baseline, names) : [];
const began = performance.now();
try {
  for (const workload of chosen) {
    try {
      const rounds = values['write-baseline'] ? await record(workload) : await measureAndCompare(workload);
      const result = resultOf(workload, rounds);
      results.push(result);
      process.stdout.write(`${asText(result)}\n\n`);
    } catch (error) {
      falls.push(`${workload.name}: void. ${(error as Error).message}`);
      process.stdout.write(`${workload.name}: void. ${(error as Error).stack}\n\n`);
    }
  }
} finally {
  await stage.close();
}

if (values['write-baseline']) await writeBaseline();
if (values.json)
  await writeFile(values.json, JSON.stringify({ at: new Date().toISOString(), machine: machine(), quick: values.quick, results, falls }, null, 2));
process.stdout.write(`Measured in ${Math.round((performance.now() - began) / 1000)} s.\n`);
for (const line of falls) process.stderr.write(`${line}\n`);
if (values.check && falls.length === 0) process.stdout.write('Nothing is worse than the baseline tolerates.\n');
process.exit(falls.length > 0 ? 1 : 0);

async function measureAndCompare(workload: Workload): Promise<Rounds> {
  if (!values.check) return timed(workload);
  const outcome = await believed(
    () => timed(workload),
    (rounds) => fallsFrom(baseline, workload.name, watchedIn(workload, rounds)),
    {
      attempts: ATTEMPTS,
      again: (fallen) => process.stdout.write(`${fallen.join('\n')}\nMeasuring ${workload.name} again.\n`),
    },
  );
  falls.push(...outcome.falls);
  return outcome.rounds;
}

async function record(workload: Workload): Promise<Rounds> {
  const passes: Watched[][] = [];
  let all: Rounds | undefined;
  for (let pass = 0; pass < PASSES; pass++) {
    const rounds = await timed(workload);
    passes.push(watchedIn(workload, rounds));
    all = all ? pooled(all, rounds) : rounds;
  }
  const middle = middleOf(passes);
  for (const [name, worst] of Object.entries(farthestOf(passes, middle)))
    process.stdout.write(`${workload.name}: “${name}” ${middle[name]}, the worst of ${PASSES} passes ${worst} % worse.\n`);
  if (Object.keys(middle).length > 0) figures[workload.name] = middle;
  return all!;
}

async function timed(workload: Workload): Promise<Rounds> {
  const start = performance.now();
  const rounds = await measure(workload, stage);
  process.stdout.write(`${workload.name} took ${((performance.now() - start) / 1000).toFixed(1)} s.\n`);
  return rounds;
}

async function readBaseline(): Promise<Baseline> {
  try {
    return JSON.parse(await readFile(BASELINE, 'utf8')) as Baseline;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return noBaseline();
  }
}

/** Workloads that were not measured now keep their figures, as long as they exist. */
async function writeBaseline(): Promise<void> {
  const kept = Object.entries({ ...baseline.figures, ...figures }).filter(([name]) => names.includes(name));
  const renewed: Baseline = { recorded: new Date().toISOString().slice(0, 10), machine: machine(), figures: Object.fromEntries(kept) };
  await writeFile(BASELINE, `${JSON.stringify(renewed, null, 2)}\n`);
}

function noBaseline(): Baseline {
  return { recorded: '', machine: '', figures: {} };
}

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}
