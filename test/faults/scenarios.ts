import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgres } from '../../apps/server/src/platform/database/embedded/index.js';
import { BatonProcess } from '../harness/baton-process.js';
import type { Dice } from './dice.js';
import { SETTINGS } from './house.js';
import type { Outcome } from './outcome.js';
import { Proxy, type Weather } from './proxy.js';
import { play, type Scene } from './scenario.js';
import { Undertaker } from '../harness/undertaker.js';

export interface Scenario {
  readonly name: string;
  /** @param rounds how often what is done once is done again */
  readonly run: (dice: Dice, rounds: number) => Promise<Outcome>;
}

const STOPS_WITHIN_MS = 10_000;
const PAUSE_MS = 10_000;
/** A bound for what hangs, on a machine that is busy with other tests; how fast it is stands in the report. */
const RECOVERS_WITHIN_MS = 30_000;

/** The default installation: the application is killed again and again and finds its database where it left it. */
export const embedded: Scenario = {
  name: 'killed, with its own database',
  async run(dice, rounds) {
    const dataDir = await folder();
    const undertaker = new Undertaker([dataDir]);
    try {
      const baton = await BatonProcess.start({ ...SETTINGS, BATON_DATA_DIR: dataDir }, undertaker);
      return await play({
        scenario: this.name,
        dice,
        urls: [baton.url],
        safeUrl: baton.url,
        databaseUrl: () => urlOfEmbedded(dataDir),
        async faults(scene) {
          for (let round = 0; round < rounds; round++) {
            for (let kill = 0; kill < 5; kill++) await killAndStart(scene, baton, dataDir);
            await stopAndStart(scene, baton, dataDir);
          }
        },
      });
    } finally {
      await undertaker.come();
    }
  },
};

/** Two processes on a Postgres of its own, one of them behind a bad network. */
export const external: Scenario = {
  name: 'two processes, an external database, a bad network',
  async run(dice, rounds) {
    const dataDir = await folder();
    const undertaker = new Undertaker([dataDir]);
    // Commits must survive the postmaster, not the machine.
    const log = { info: () => undefined, warn: () => undefined };
    const postgres = await EmbeddedPostgres.start({
      dataDir,
      dataDirIsChosen: true,
      log,
      settings: ['fsync=off', 'max_connections=100', 'shared_buffers=64MB'],
    });
    const settings = { ...SETTINGS, DATABASE_URL: postgres.url, BATON_DATA_DIR: dataDir };
    let proxy: Proxy | undefined;
    try {
      const [one, two] = await Promise.all([BatonProcess.start(settings, undertaker), BatonProcess.start(settings, undertaker)]);
      const way = (proxy = await Proxy.to(one.port));
      return await play({
        scenario: this.name,
        dice,
        urls: [way.url, two.url],
        safeUrl: two.url,
        databaseUrl: () => Promise.resolve(postgres.url),
        async faults(scene) {
          for (let round = 0; round < rounds; round++) {
            await pauseOneOfTwo(scene, one, two);
            await killPostmaster(scene, postgres, two);
            for (const weather of badWeather(dice)) await endure(scene, way, weather);
            await killOneOfTwo(scene, one, two);
          }
        },
      });
    } finally {
      await proxy?.close();
      await postgres.stop();
      await undertaker.come();
    }
  },
};

async function killAndStart({ probe, took, wrong, calm }: Scene, baton: BatonProcess, dataDir: string): Promise<void> {
  const postmaster = await postmasterOf(dataDir);
  const since = Date.now();
  await baton.kill();
  const [outage] = await Promise.all([probe.outage(baton.url, since), baton.start()]);
  took('from kill -9 to the next acknowledged message', outage);
  if (outage > RECOVERS_WITHIN_MS) wrong(`it took ${outage} ms to come back after a kill: ${baton.output.slice(0, 2000)}`);
  if ((await postmasterOf(dataDir)) !== postmaster) wrong('the postmaster that was left running was not found again');
  await calm();
}

async function stopAndStart({ ai, probe, took, wrong, calm }: Scene, baton: BatonProcess, dataDir: string): Promise<void> {
  // Answers that will not come in time must not hold it up, and must come after all.
  ai.next({ kind: 'stall' }, { kind: 'stall' });
  await calm();
  const since = Date.now();
  const code = await baton.stop();
  const millis = Date.now() - since;
  took('from SIGTERM to the end of the process', millis);
  if (code !== 0) wrong(`SIGTERM under load ended with exit code ${code}: ${baton.output.slice(-500)}`);
  if (millis > STOPS_WITHIN_MS) wrong(`SIGTERM took ${millis} ms`);
  if ((await postmasterOf(dataDir)) !== null) wrong('the embedded database outlived an orderly stop');
  const again = Date.now();
  const [outage] = await Promise.all([probe.outage(baton.url, again), baton.start()]);
  took('from start to the first acknowledged message', outage);
  await calm();
}

/** What a process does not notice while it sleeps: its leases have passed to the other one when it wakes. */
async function pauseOneOfTwo({ probe, took, calm }: Scene, one: BatonProcess, two: BatonProcess): Promise<void> {
  one.pause();
  took('with one of two processes paused, to the next acknowledged message', await probe.outage(two.url, Date.now()));
  await sleep(PAUSE_MS);
  one.resume();
  took('from waking up to the next acknowledged message', await probe.outage(one.url, Date.now()));
  await calm();
}

async function killPostmaster({ probe, took, wrong, calm }: Scene, postgres: EmbeddedPostgres, baton: BatonProcess): Promise<void> {
  const since = Date.now();
  process.kill(postgres.processId, 'SIGKILL');
  const outage = await probe.outage(baton.url, since);
  took('from SIGKILL of the postmaster to the next acknowledged message', outage);
  if (outage > RECOVERS_WITHIN_MS) wrong(`it took ${outage} ms to come back after the database was killed`);
  await calm();
}

async function killOneOfTwo({ probe, took, calm }: Scene, one: BatonProcess, two: BatonProcess): Promise<void> {
  const since = Date.now();
  await one.kill();
  took('with one of two processes killed, to the next acknowledged message', await probe.outage(two.url, since));
  await calm();
  await one.start();
}

async function endure({ crowd, witness, took, wrong, calm }: Scene, proxy: Proxy, { name, weather, millis }: BadWeather): Promise<void> {
  if (weather) {
    proxy.set(weather);
    await sleep(millis);
    proxy.set({ kind: 'pass' });
  } else proxy.cut();
  for (const time of await crowd.catchUpTimes(witness, proxy.url)) {
    if (time === null) wrong(`a device did not catch up after ${name}`);
    else took(`from the end of ${name} until a visitor's devices have it all`, time);
  }
  await calm();
}

interface BadWeather {
  readonly name: string;
  /** null: every connection is cut once */
  readonly weather: Weather | null;
  readonly millis: number;
}

function badWeather(dice: Dice): readonly BadWeather[] {
  return [
    { name: 'a cut', weather: null, millis: 0 },
    { name: 'lost replies', weather: { kind: 'drop replies' }, millis: dice.between(1500, 2500) },
    { name: 'a delay', weather: { kind: 'delay', millis: dice.between(100, 600) }, millis: 2000 },
    { name: 'a black hole', weather: { kind: 'black hole' }, millis: dice.between(1500, 3000) },
    { name: 'a dead network', weather: { kind: 'refuse' }, millis: dice.between(1000, 2000) },
  ];
}

/** Where the unprivileged user who runs Postgres for root can get in. */
async function folder(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-faults-'));
  await chmod(dataDir, 0o755);
  return dataDir;
}

async function postmasterOf(dataDir: string): Promise<number | null> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
  return file === null ? null : Number.parseInt(file, 10);
}

async function urlOfEmbedded(dataDir: string): Promise<string> {
  const { password, port } = JSON.parse(await readFile(join(dataDir, 'postgres', 'baton.json'), 'utf8')) as { password: string; port: number };
  return `postgres://baton:${password}@127.0.0.1:${port}/baton`;
}
