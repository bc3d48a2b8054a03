import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from './dice.js';
import type { History } from './history.js';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** How long a client goes on asking for an answer it was owed when the load ended. */
const LAST_ANSWERS_MS = 15_000;

/** What the clients of one scenario share: where to call, whom, and how long. */
export class Load {
  private endedAt: number | null = null;

  constructor(
    /** Ways to the server, or to several of them; some lead through bad networks. */
    readonly urls: readonly string[],
    readonly sites: Readonly<Record<'shop' | 'echo' | 'bot', Site>>,
    readonly origin: string,
    readonly history: History,
    /** Sessions that wait for the customer's bot. */
    readonly botSessions: string[] = [],
  ) {}

  end(): void {
    this.endedAt ??= Date.now();
  }

  get over(): boolean {
    return this.endedAt !== null;
  }

  /** Also the patience with what was begun before the end is over. */
  get pastPatience(): boolean {
    return this.endedAt !== null && Date.now() - this.endedAt > LAST_ANSWERS_MS;
  }

  /** A pause between two acts; short once the load is over. */
  async pause(dice: Dice, low: number, high: number): Promise<void> {
    await sleep(this.over ? 5 : dice.between(low, high));
  }
}

/** Clients take their time between two tries. */
export function beforeNextTry(dice: Dice): Promise<void> {
  return sleep(dice.between(40, 160));
}
