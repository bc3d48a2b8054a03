/**
 * `npm run test:faults`: kills, stops, pauses and cuts off a running Baton under load and holds what is left against what
 * its clients were told. `-- --seed 7` repeats a run's chances, `-- --long` goes on longer, `-- --json file` writes the
 * outcome down for programs.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Dice } from './dice.js';
import { isClean, printed, type Outcome } from './outcome.js';
import { embedded, external, type Scenario } from './scenarios.js';

const LONG_ROUNDS = 12;

const { values } = parseArgs({
  options: { seed: { type: 'string' }, long: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const scenarios = [embedded, external].filter(({ name }) => name.includes(values.only ?? ''));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

say(`Faults with seed ${seed}${values.long ? ', long' : ''}`);
const outcomes = await Promise.allSettled(values.long ? await oneByOne() : scenarios.map((scenario) => run(scenario, 1)));
const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
for (const failure of failures) say(`FAILED: ${failure.stack}`);
const played = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
if (values.json) await writeFile(values.json, JSON.stringify({ seed, played, failures: failures.map(({ message }) => message) }));
const clean = failures.length === 0 && played.every(isClean);
say(
  clean
    ? `All laws held. Seed ${seed}.`
    : `Laws were broken. Run it again with: npm run test:faults -- --seed ${seed}${values.long ? ' --long' : ''}`,
);
process.exit(clean ? 0 : 1);

async function run(scenario: Scenario, rounds: number): Promise<Outcome> {
  const outcome = await scenario.run(new Dice(seed).for(scenario.name), rounds);
  say(`\n${printed(outcome)}\n`);
  return outcome;
}

/** Times are worth more when nothing else is going on. */
async function oneByOne(): Promise<Promise<Outcome>[]> {
  const runs: Promise<Outcome>[] = [];
  for (const scenario of scenarios) {
    const going = run(scenario, LONG_ROUNDS);
    runs.push(going);
    await going.catch(() => undefined);
  }
  return runs;
}
