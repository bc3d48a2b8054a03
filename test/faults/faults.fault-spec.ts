import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isClean, printed, type Outcome } from './outcome.js';

interface Report {
  readonly seed: number;
  readonly played: readonly Outcome[];
  readonly failures: readonly string[];
}

/** The short tier: both scenarios at once, in a program of their own, as `npm run test:faults` runs them. */
describe('Under load', () => {
  let report: Report;
  let output = '';

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'baton-faults-report-'));
    const file = join(folder, 'report.json');
    const child = spawn(process.execPath, ['--import', './scripts/typescript.js', 'test/faults/main.ts', '--json', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    report = JSON.parse(await readFile(file, 'utf8').catch(() => '{"played":[],"failures":["there is no report"]}')) as Report;
    await rm(folder, { recursive: true });
  }, 240_000);

  it('the runs come to their end', () => {
    if (report.failures.length > 0) throw new Error(output);
  });

  it.each(['killed, with its own database', 'two processes, an external database, a bad network'])(
    'nothing is lost, doubled or said by the wrong one: %s',
    (name) => {
      const outcome = report.played.find(({ scenario }) => scenario === name);
      // The seed repeats the run: npm run test:faults -- --seed <n>
      if (!outcome || !isClean(outcome)) throw new Error(`seed ${report.seed}\n${outcome ? printed(outcome) : output}`);
      expect(outcome.counts.acknowledged).toBeGreaterThan(50);
    },
  );
});
