import { setTimeout as sleep } from 'node:timers/promises';
import type { BatonTeam } from '#sdk';
import type { Dice } from '../dice.js';
import type { Load } from '../load.js';
import { insist } from './insist.js';

const IS_UNSURE = 0.1;

/** The customer's own AI: looks who owns a conversation, thinks for a while, and speaks under the epoch it saw. */
export class Bot {
  private said = 0;

  constructor(
    private readonly team: BatonTeam,
    private readonly load: Load,
    private readonly dice: Dice,
  ) {}

  async run(): Promise<void> {
    while (!this.load.over) {
      const sessionId = this.load.botSessions.length ? this.dice.pick(this.load.botSessions.slice(-4)) : null;
      if (sessionId) await this.answer(sessionId);
      await this.load.pause(this.dice, 20, 120);
    }
  }

  private async answer(sessionId: string): Promise<void> {
    const seen = await insist(this.load, this.dice, () => this.team.sessions.get(sessionId));
    if (seen.kind !== 'yes' || seen.body.owner !== 'ai') return;
    const { epoch } = seen.body;
    await sleep(this.dice.between(0, 400));
    const text = `An answer #bot-${++this.said}#`;
    const clientId = this.dice.uuid();
    const confidence = this.dice.chance(IS_UNSURE) ? 0.1 : 0.9;
    const spoken = await insist(this.load, this.dice, () => this.team.sessions.sendAsAi(sessionId, { clientId, epoch, text, confidence }));
    const attempt = { clientId, text, sessionId, author: 'ai', sender: 'bot', epoch } as const;
    if (spoken.kind === 'unknown') return this.load.history.record({ ...attempt, outcome: { kind: 'unknown' } });
    if (spoken.kind === 'yes') {
      const { body } = spoken;
      const outcome = body.outcome === 'delivered' ? ({ kind: 'acknowledged', seq: body.message.seq } as const) : ({ kind: 'withheld' } as const);
      return this.load.history.record({ ...attempt, outcome });
    }
    this.load.history.record({ ...attempt, outcome: { kind: 'refused', code: spoken.error.code } });
    if (spoken.error.code !== 'speech.not_yours') this.load.history.refusedUnexpectedly('an answer of the bot', spoken.error);
  }
}
