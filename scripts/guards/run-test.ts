import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type Result =
  | { readonly kind: 'green' }
  | { readonly kind: 'red'; readonly why: string }
  /** No test ran: the name matches none, or the file cannot even be loaded. */
  | { readonly kind: 'nothing ran'; readonly why: string };

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly failureMessages: readonly string[] }[];
  }[];
}

/** Longer than any test of the table takes; without its guard one may wait for ever. */
const TEST_MS = 20_000;
const RUN_MS = 120_000;
const PROJECTS = [
  ['.int-spec.ts', 'integration'],
  ['.e2e-spec.ts', 'e2e'],
  ['.spec.ts', 'unit'],
] as const;

/**
 * Runs the tests of one file whose names match.
 * @param names regular expressions, of which each is part of a full name
 * @param ownPostgres whether the test needs a database made from the schema in `tree`
 */
export async function runTests(tree: string, spec: string, names: readonly string[], ownPostgres: boolean): Promise<Result> {
  const project = PROJECTS.find(([ending]) => spec.endsWith(ending))![1];
  const file = join(tree, 'guards-report.json');
  const shared = ownPostgres ? [] : [`--globalSetup=${tree}/scripts/guards/no-setup.js`, `--globalTeardown=${tree}/scripts/guards/no-setup.js`];
  const jest = ['node_modules/jest/bin/jest.js', '-c', `config/jest/${project}.config.js`, '-w', '1', '--json', '--outputFile', file, '--forceExit'];
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', ...jest, `--testTimeout=${TEST_MS}`, ...shared, '--testNamePattern', names.join('|'), '--runTestsByPath', spec],
    { cwd: tree, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const patience = setTimeout(() => child.kill('SIGKILL'), RUN_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(patience);
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as Report,
    () => null,
  );
  await rm(file, { force: true });
  return report ? judged(report) : { kind: 'nothing ran', why: said.slice(-1000) };
}

function judged({ numPassedTests, numFailedTests, testResults }: Report): Result {
  if (numFailedTests === 0)
    return numPassedTests > 0 ? { kind: 'green' } : { kind: 'nothing ran', why: firstLines(testResults[0]?.message ?? 'no test has this name') };
  const failure = testResults.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  return { kind: 'red', why: firstLines(failure?.failureMessages[0] ?? '') };
}

function firstLines(message: string): string {
  const plain = message.replaceAll(/\u001b\[\d+m/g, '');
  const lines = plain.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(0, 4)
    .join(' ')
    .slice(0, 160);
}
