import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenAiServer } from '../fakes/openai-server.js';
import { judge } from './checker.js';
import { startEchoAi } from './clients/echo-ai.js';
import { Crowd } from './crowd.js';
import type { Dice } from './dice.js';
import { Witness } from './facts.js';
import { History } from './history.js';
import { ORIGIN, openWebsites, signIn } from './house.js';
import { Load } from './load.js';
import { countsOf, type Outcome } from './outcome.js';
import { Probe } from './probe.js';

/** What a scenario does its faults with. */
export interface Scene {
  readonly dice: Dice;
  readonly ai: OpenAiServer;
  readonly probe: Probe;
  readonly crowd: Crowd;
  readonly witness: Witness;
  /** Notes how long something took. */
  took(what: string, millis: number): void;
  /** Notes what must not be. */
  wrong(what: string): void;
  /** A stretch of undisturbed load. */
  calm(): Promise<void>;
}

export interface Plan {
  readonly scenario: string;
  readonly dice: Dice;
  /** Where clients call. */
  readonly urls: readonly string[];
  /** A way that stays whole, for setting up. */
  readonly safeUrl: string;
  readonly databaseUrl: () => Promise<string>;
  readonly faults: (scene: Scene) => Promise<void>;
}

/** Puts a crowd on a running server, lets the faults happen, waits until all is at rest, and judges. */
export async function play(plan: Plan): Promise<Outcome> {
  const began = Date.now();
  const history = new History();
  const ai = await startEchoAi(plan.dice.for('ai'));
  const people = await signIn(plan.urls);
  const sites = await openWebsites((await signIn([plan.safeUrl])).at(-1)!.team, ai);
  const load = new Load(plan.urls, sites, ORIGIN, history);
  const times: Record<string, number[]> = {};
  const crowd = new Crowd(load, people, plan.dice);
  const witness = new Witness(plan.databaseUrl);
  await crowd.start();
  try {
    const scene: Scene = {
      dice: plan.dice,
      ai,
      crowd,
      witness,
      probe: await Probe.at(plan.safeUrl, load, plan.dice.for('probe')),
      took: (what, millis) => void (times[what] ??= []).push(millis),
      wrong: (what) => void history.surprises.push(what),
      calm: () => sleep(plan.dice.between(600, 1400)),
    };
    await scene.calm();
    await plan.faults(scene);
  } finally {
    await crowd.settle(witness);
    await ai.close();
  }
  const facts = await witness.facts(Object.values(sites).map(({ id }) => id));
  return {
    scenario: plan.scenario,
    seconds: Math.round((Date.now() - began) / 1000),
    counts: countsOf(history, facts),
    times,
    verdict: judge(history, facts),
  };
}
