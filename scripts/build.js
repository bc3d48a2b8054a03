/** Builds what is missing or older than its sources: `npm run build`, and before every `npm start` and `npm test`. `node scripts/build.js server` builds that part alone. */
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = (path) => `${root}node_modules/${path}`;

const parts = [
  {
    name: 'server',
    sources: ['apps/server', 'libs/contracts', 'libs/rules', 'libs/understanding', 'libs/sdk', 'config', 'scripts/bundle-server.js'],
    command: [tool('@nestjs/cli/bin/nest.js'), 'build'],
    // The other tools empty their folders themselves.
    empties: ['dist/compiled', 'dist/server'],
    // What it is made with is there only where something is built.
    bundles: async () => (await import('./bundle-server.js')).bundleServer(),
    result: 'dist/server/main.js',
  },
  {
    name: 'console',
    sources: ['apps/console', 'libs/ui', 'libs/sdk', 'libs/contracts', 'angular.json'],
    command: [tool('@angular/cli/bin/ng.js'), 'build'],
    result: 'dist/console/index.html',
    compresses: 'dist/console',
  },
  {
    name: 'widget',
    sources: ['apps/widget', 'libs/sdk', 'libs/contracts'],
    command: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn', '-c', 'apps/widget/vite.config.ts'],
    result: 'dist/widget/v1.js',
    compresses: 'dist/widget',
  },
  {
    name: 'widget-preview',
    sources: ['apps/widget', 'libs/contracts'],
    command: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn', '-c', 'apps/widget/vite.preview.config.ts'],
    result: 'dist/widget-preview/index.html',
    compresses: 'dist/widget-preview',
  },
  {
    name: 'demo-site',
    sources: ['apps/demo-site'],
    command: [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn', '-c', 'apps/demo-site/vite.config.ts'],
    result: 'dist/demo-site/index.html',
    compresses: 'dist/demo-site',
  },
];

/**
 * @param names of the parts that are needed; all of them when empty
 * @throws when a part does not build, after its tool has said why
 */
export async function build(names = []) {
  const stale = parts.filter((part) => (names.length === 0 || names.includes(part.name)) && isStale(part));
  if (stale.length === 0) return;
  const began = Date.now();
  console.log(`Building ${stale.map(({ name }) => name).join(', ')} …`);
  const outcomes = await Promise.allSettled(stale.map(run));
  const failure = outcomes.find(({ status }) => status === 'rejected');
  if (failure) throw failure.reason;
  console.log(`Built in ${Math.round((Date.now() - began) / 1000)} s.`);
}

const stampOf = ({ name }) => `${root}dist/.built/${name}`;

function isStale(part) {
  if (!existsSync(root + part.result) || !existsSync(stampOf(part))) return true;
  const built = statSync(stampOf(part)).mtimeMs;
  return [...part.sources, 'package-lock.json', 'tsconfig.base.json'].some((source) => newest(root + source) > built);
}

/** Folders count too: a file that was taken away leaves its trace there. */
function newest(path) {
  const inside = statSync(path).isDirectory() ? globSync('**', { cwd: path }).map((name) => `${path}/${name}`) : [];
  return Math.max(...[path, ...inside].map((each) => statSync(each).mtimeMs));
}

async function run(part) {
  const began = new Date();
  // Files of sources that are gone must not live on in the output.
  for (const folder of part.empties ?? []) rmSync(root + folder, { recursive: true, force: true });
  const child = spawn(process.execPath, part.command, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', NG_CLI_ANALYTICS: 'false' },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The ${part.name} does not build:\n${output}`);
  await part.bundles?.();
  if (part.compresses) compress(root + part.compresses);
  mkdirSync(`${root}dist/.built`, { recursive: true });
  // What changed while it was building is newer than the stamp.
  writeFileSync(stampOf(part), began.toISOString());
  utimesSync(stampOf(part), began, began);
}

/** Beside every file what a browser would rather have; once here instead of at every request. Below a packet it is not worth it. */
function compress(folder) {
  for (const name of globSync('**/*.{js,css,svg,json,webmanifest}', { cwd: folder })) {
    const text = readFileSync(`${folder}/${name}`);
    if (text.length < 1000) continue;
    writeFileSync(`${folder}/${name}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${folder}/${name}.br`, brotliCompressSync(text));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
