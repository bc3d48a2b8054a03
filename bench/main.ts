/**
 * `npm run bench [-- --quick] [--json FILE] [--cpu-prof DIR] [workload …]`: our program and its anchors in turn, in one run, and what the
 * ratios are. Only ratios compare between runs and machines.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { asText, machine } from './measure/report.js';
import { measure, type WorkloadResult } from './measure/run.js';
import { QUICK, Stage, WHOLE } from './stage/stage.js';
import { WORKLOADS } from './workloads/index.js';

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, 'cpu-prof': { type: 'string' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !WORKLOADS.some((workload) => workload.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no workload ${unknown.join(', ')}. There are: ${WORKLOADS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
const chosen = WORKLOADS.filter(({ name, quick }) => (positionals.length > 0 ? positionals.includes(name) : quick || !values.quick));
const scale = values.quick ? QUICK : WHOLE;

process.stdout.write(`${machine()}\n\n`);
const stage = await Stage.open(scale, values['cpu-prof']);
const results: WorkloadResult[] = [];
let failed = false;
try {
  for (const workload of chosen) {
    try {
      const result = await measure(workload, stage, scale.rounds);
      results.push(result);
      process.stdout.write(`${asText(result)}\n\n`);
    } catch (error) {
      failed = true;
      process.stdout.write(`${workload.name}: void. ${(error as Error).stack}\n\n`);
      await stage.clear();
    }
  }
} finally {
  await stage.close();
}
if (values.json)
  await writeFile(values.json, JSON.stringify({ at: new Date().toISOString(), machine: machine(), quick: values.quick, results }, null, 2));
process.exit(failed ? 1 : 0);
