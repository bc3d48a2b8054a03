import { Injectable } from '@nestjs/common';
import { yesOrNo } from '#understanding';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Offers, visitorActor } from '../handoffs/index.js';
import { Sessions } from '../sessions/index.js';
import type { Scene } from './scene.js';
import { TurnLedger } from './turn-ledger.js';
import type { Turn } from './turn.js';

/** Whoever is asked whether a person shall come may also write yes or no; the AI could make nothing of that. */
@Injectable()
export class TypedOfferAnswers {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly offers: Offers,
    private readonly ledger: TurnLedger,
    private readonly clock: Clock,
  ) {}

  /** @returns whether that was all the visitor had to say */
  async take(turn: Turn, scene: Scene): Promise<boolean> {
    const { offerId } = scene;
    const answer = offerId === null ? null : yesOrNo(scene.question);
    if (offerId === null || answer === null) return false;
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, turn.sessionId);
      const now = this.clock.now();
      await this.offers.answer(tx, session, offerId, { accept: answer === 'yes', by: visitorActor(session.visitorId) }, now);
      await this.ledger.finish(tx, turn, now);
    });
    return true;
  }
}
