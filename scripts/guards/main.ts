/**
 * `npm run test:guards`: takes away one guard after the other, in a copy of the sources, and expects the test named for it
 * to fail. `-- <word>` runs those whose law or name contains the word.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestPostgres } from '../../test/harness/test-postgres.js';
import { runTests, type Result } from './run-test.js';
import { GUARDS, type Guard } from './table.js';
import { unguarded } from './unguard.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NEEDED = [
  'apps/server',
  'libs/contracts',
  'libs/rules',
  'libs/understanding',
  'libs/sdk',
  'config',
  'test',
  'scripts',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
];
const IN_SCHEMA = 'platform/database/migrations/';

const wanted = process.argv[2]?.toLowerCase() ?? '';
const guards = GUARDS.filter(({ law, guard }) => `${law} ${guard}`.toLowerCase().includes(wanted));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const tree = await copyOfSources();
const postgres = await startTestPostgres();
process.env['TEST_POSTGRES_URL'] = postgres.url;
let unproven = 0;
try {
  await mustPassWithGuards();
  for (const guard of guards) {
    const began = Date.now();
    const result = await withoutGuard(guard);
    if (result.kind !== 'red') unproven++;
    say(`${result.kind === 'red' ? 'noticed' : 'MISSED '}  ${guard.law}: ${guard.guard} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    say(`         ${result.kind === 'green' ? `"${guard.test}" stays green without it` : result.why}`);
  }
} finally {
  await postgres.stop();
  await rm(tree, { recursive: true, force: true });
}
say(
  unproven
    ? `${unproven} of ${guards.length} guards can be taken away and no test notices.`
    : `All ${guards.length} guards are missed when they are gone.`,
);
process.exit(unproven ? 1 : 0);

/** What is in the working tree, so that it can be run before it is committed. */
async function copyOfSources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'baton-guards-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...NEEDED], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const file of files
    .toString()
    .split('\0')
    .filter((name) => name !== '' && existsSync(join(root, name)))) {
    await mkdir(join(copy, dirname(file)), { recursive: true });
    await cp(join(root, file), join(copy, file));
  }
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** A test that fails anyhow proves nothing. */
async function mustPassWithGuards(): Promise<void> {
  for (const [spec, theirs] of Map.groupBy(guards, ({ spec: path }) => path)) {
    const result = await runTests(tree, spec, [...new Set(theirs.map(({ test }) => test))], false);
    if (result.kind !== 'green') throw new Error(`${spec} does not pass as it is: ${result.why}`);
  }
}

async function withoutGuard(guard: Guard): Promise<Result> {
  const parts = guard.behind ? [guard, guard.behind] : [guard];
  const sources = await Promise.all(parts.map(({ file }) => readFile(join(tree, file), 'utf8')));
  const write = (texts: readonly string[]): Promise<unknown> =>
    Promise.all(parts.map(({ file }, index) => writeFile(join(tree, file), texts[index]!)));
  await write(parts.map((part, index) => unguarded(sources[index]!, part)));
  try {
    return await runTests(
      tree,
      guard.spec,
      [guard.test],
      parts.some(({ file }) => file.includes(IN_SCHEMA)),
    );
  } finally {
    await write(sources);
  }
}
