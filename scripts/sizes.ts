/**
 * Weighs what browsers fetch: `npm run sizes`, after a build. `-- --check` fails when something is over its limit,
 * `-- --anchors` also builds and weighs the libraries alone.
 */
import { join } from 'node:path';
import { anchors } from './sizes/anchors.js';
import { consoleFirstLoad, widgetBundles, type Bundle } from './sizes/bundles.js';

const dist = new URL('../dist', import.meta.url).pathname;
const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

const bundles = [
  ...widgetBundles(join(dist, 'widget')),
  consoleFirstLoad(join(dist, 'console')),
  ...(process.argv.includes('--anchors') ? anchors() : []),
];
const rows = bundles.map(({ name, gzip, brotli, limit }) => `| ${name} | ${kib(gzip)} | ${kib(brotli)} | ${limit ? kib(limit) : ''} |`);
process.stdout.write(`| | gzip, KiB | brotli, KiB | gzip at most |\n|---|---|---|---|\n${rows.join('\n')}\n`);

const over = bundles.filter(({ gzip, limit }: Bundle) => limit !== undefined && gzip > limit);
if (process.argv.includes('--check') && over.length > 0) {
  process.stderr.write(`Too large: ${over.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
}
