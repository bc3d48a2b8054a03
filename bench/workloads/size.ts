import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchors } from '../../scripts/sizes/anchors.js';
import { consoleFirstLoad, widgetBundles, type Bundle } from '../../scripts/sizes/bundles.js';
import type { Contender, Prepared, Workload } from '../measure/workload.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const KIB = 1024;

const LIBRARIES = 'socket.io-client and Preact alone';
const EMPTY_ANGULAR = 'an empty Angular application';

/** What is weighed, by the name that `npm run sizes` gives it. */
const LOADER = 'Loader, on every page';
const PANEL = 'Panel and socket client';
const CONSOLE = 'Console, first load';

export const size: Workload = {
  name: 'size',
  what: 'what browsers fetch, packed with gzip; first the panel with its socket client',
  unit: 'KiB',
  quick: true,
  goals: [
    { kind: 'limit', figure: 'loader', atMost: 3, tolerance: 0.05, says: 'the loader, at most 3 KiB' },
    { kind: 'limit', atMost: 28, tolerance: 0.05, says: 'panel and socket client, at most 28 KiB' },
    { kind: 'limit', figure: 'console', atMost: 130, tolerance: 0.05, says: 'the console’s first load, at most 130 KiB' },
  ],
  prepare(): Promise<Prepared> {
    execFileSync(process.execPath, ['scripts/build.js', 'widget', 'console'], { cwd: root, stdio: 'ignore' });
    const [libraries, emptyAngular] = anchors();
    return Promise.resolve({
      ours: {
        name: 'Baton',
        run: () => {
          const bundles = [...widgetBundles(join(dist, 'widget')), consoleFirstLoad(join(dist, 'console'))];
          return Promise.resolve({
            value: weightOf(bundles, PANEL),
            more: { loader: weightOf(bundles, LOADER), console: weightOf(bundles, CONSOLE) },
          });
        },
      },
      anchors: [scale(LIBRARIES, libraries!), scale(EMPTY_ANGULAR, emptyAngular!)],
      verify: () => Promise.resolve(),
      close: () => Promise.resolve(),
    });
  },
};

function scale(name: string, bundle: Bundle): Contender {
  return { name, run: () => Promise.resolve({ value: bundle.gzip / KIB }) };
}

function weightOf(bundles: readonly Bundle[], name: string): number {
  const bundle = bundles.find((each) => each.name === name);
  if (!bundle) throw new Error(`There is nothing called "${name}" among the bundles.`);
  return bundle.gzip / KIB;
}
