import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, StartedSession } from '#contracts';
import { ask } from './clients/rest.js';
import type { Dice } from './dice.js';
import type { Load } from './load.js';

const NEXT_TRY_MS = 20;
const ONE_TRY_MS = 500;
const FIRST_ANSWER_MS = 15_000;
const GIVES_UP_MS = 60_000;

/** A visitor with a stopwatch: tells how long nobody could get a message acknowledged. */
export class Probe {
  private said = 0;

  private constructor(
    private readonly token: string,
    private readonly sessionId: string,
    private readonly load: Load,
    private readonly dice: Dice,
  ) {}

  static async at(url: string, load: Load, dice: Dice): Promise<Probe> {
    const body = { websiteKey: load.sites.bot.key };
    const answer = await ask<StartedSession>({ url: `${url}/api/v1/widget/sessions`, body, origin: load.origin, withinMs: FIRST_ANSWER_MS });
    if (answer.kind !== 'yes') throw new Error('The server does not take visitors.');
    return new Probe(answer.body.visitorToken, answer.body.session.id, load, dice);
  }

  /** Milliseconds from `since` until a message is acknowledged at `url`. */
  async outage(url: string, since: number): Promise<number> {
    const text = `Is anybody there? #probe-${++this.said}#`;
    const clientId = this.dice.uuid();
    for (const deadline = since + GIVES_UP_MS; Date.now() < deadline; await sleep(NEXT_TRY_MS)) {
      const answer = await ask<Message>({
        url: `${url}/api/v1/widget/sessions/current/messages`,
        body: { clientId, text },
        token: this.token,
        origin: this.load.origin,
        withinMs: ONE_TRY_MS,
      });
      if (answer.kind === 'none') continue;
      if (answer.kind === 'no') throw new Error(`The probe was refused with ${answer.code}: ${answer.message}`);
      this.load.history.record({
        clientId,
        text,
        sessionId: this.sessionId,
        author: 'visitor',
        sender: 'probe',
        outcome: { kind: 'acknowledged', seq: answer.body.seq },
      });
      return Date.now() - since;
    }
    throw new Error(`No message was acknowledged for ${GIVES_UP_MS / 1000} s after a fault.`);
  }
}
