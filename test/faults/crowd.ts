import { setTimeout as sleep } from 'node:timers/promises';
import { Agent } from './clients/agent.js';
import { Bot } from './clients/bot.js';
import { DevicePair } from './clients/device-pair.js';
import { RestVisitor } from './clients/rest-visitor.js';
import type { Dice } from './dice.js';
import type { Witness } from './facts.js';
import type { Person } from './house.js';
import type { Load } from './load.js';

const PATIENCE_MS = 5_000;
const EVERYTHING_SETTLES_WITHIN_MS = 25_000;

/** Everybody at once: visitors with and without sockets, a team, a customer's bot. */
export class Crowd {
  private readonly visitors: readonly RestVisitor[];
  private readonly pairs: readonly DevicePair[];
  private readonly agents: readonly Agent[];
  private readonly bot: Bot;
  private busy: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly load: Load,
    people: readonly Person[],
    dice: Dice,
  ) {
    const { shop, echo, bot } = load.sites;
    this.visitors = [shop, shop, echo, echo, echo, bot, bot].map((site, n) => new RestVisitor(`rest${n}`, site, load, dice.for(`rest${n}`)));
    this.pairs = [echo, shop, echo].map((site, n) => new DevicePair(`pair${n}`, site, load.urls[n % load.urls.length]!, load, dice.for(`pair${n}`)));
    this.agents = people.map(({ name, team, mayForce }) => new Agent(name, team, mayForce, load, dice.for(name)));
    this.bot = new Bot(people.at(-1)!.team, load, dice.for('bot'));
  }

  async start(): Promise<void> {
    for (const pair of this.pairs) await pair.start();
    this.busy = Promise.all([...this.visitors, ...this.pairs, ...this.agents, this.bot].map((one) => one.run()));
    // A client that fails says so at the end, not as an unhandled rejection in between.
    this.busy.catch(() => undefined);
  }

  /** How long it took the devices that call at `url` to show what they had missed; null for one that never did. */
  catchUpTimes(witness: Witness, url: string): Promise<(number | null)[]> {
    return Promise.all(this.pairs.filter((pair) => pair.url === url).map((pair) => pair.caughtUp(witness, PATIENCE_MS)));
  }

  /** Ends the load, lets everybody get the answers they wait for, and the server finish what it owes. */
  async settle(witness: Witness): Promise<void> {
    this.load.end();
    await this.busy;
    const websites = Object.values(this.load.sites).map(({ id }) => id);
    for (const deadline = Date.now() + EVERYTHING_SETTLES_WITHIN_MS; Date.now() < deadline; await sleep(100)) {
      if ((await witness.openTurns(websites)).length === 0 && (await witness.openDeliveries()) === 0) break;
    }
    await Promise.all(this.pairs.map((pair) => pair.caughtUp(witness, 0)));
    for (const pair of this.pairs) pair.close();
    await Promise.all(this.agents.map((agent) => agent.close()));
  }
}
