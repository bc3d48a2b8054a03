import { Injectable } from '@nestjs/common';
import type { EvidenceNode, Priority, Trigger } from '#contracts';
import { newId, type Transaction } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Sessions, type HeldSession, type Session } from '../sessions/index.js';
import { HandoffOpening, type HandoffCause } from './handoff-opening.js';
import type { Actor } from './handoff-record.js';
import { InboxNews } from './inbox-news.js';

/** A person who is offered before one is called: the visitor says yes or no. */
@Injectable()
export class Offers {
  constructor(
    private readonly sessions: Sessions,
    private readonly opening: HandoffOpening,
    private readonly news: InboxNews,
  ) {}

  /**
   * Asks the visitor, in their language or in the words of the rule.
   * @param session held, and owned by the AI
   * @returns whether it was asked: the same rule asks once in a session, and one question is open at a time
   */
  async make(tx: Transaction, session: HeldSession, cause: HandoffCause, now: Date): Promise<boolean> {
    const { rule, trigger, code, reason, evidence, priority, teamId, message } = cause;
    const [made] = await tx.query<{ id: string }>(MAKE, [
      newId(now.getTime()),
      session.websiteId,
      session.id,
      rule!.id,
      rule!.version,
      trigger,
      code,
      reason,
      JSON.stringify(evidence),
      JSON.stringify({ priority, teamId }),
      now,
    ]);
    if (!made) return false;
    await this.sessions.say(tx, session, { code: 'handoff.offered', offerId: made.id }, now, message ?? undefined);
    tx.afterCommit(() => void this.news.sessionChanged(session.id));
    return true;
  }

  /**
   * @param session locked
   * @throws NotFound when there is no such offer in this session
   */
  async answer(
    tx: Transaction,
    session: Session,
    offerId: string,
    answer: { readonly accept: boolean; readonly by: Actor },
    now: Date,
  ): Promise<void> {
    const [offer] = await tx.query<OfferRow>(`select * from handoff_offer where id = $1 and session_id = $2`, [offerId, session.id]);
    if (!offer) throw new NotFound('offer');
    if (offer.state !== 'open') return;
    await tx.query(`update handoff_offer set state = $2, answered_at = $3 where id = $1`, [offerId, answer.accept ? 'accepted' : 'declined', now]);
    tx.afterCommit(() => void this.news.sessionChanged(session.id));
    if (answer.accept && session.owner === 'ai') await this.opening.open(tx, session, causeOf(offer, answer.by), now);
  }
}

interface OfferRow {
  readonly rule_id: string;
  readonly rule_version: number;
  readonly trigger: Trigger;
  readonly code: string;
  readonly reason: string;
  readonly evidence: EvidenceNode;
  readonly action: { readonly priority: Priority; readonly teamId: string | null };
  readonly state: 'open' | 'accepted' | 'declined' | 'lapsed';
}

/** What the rule saw when it offered; its words were said already. */
function causeOf({ trigger, code, reason, rule_id: id, rule_version: version, evidence, action }: OfferRow, actor: Actor): HandoffCause {
  return { trigger, code, reason, rule: { id, version }, evidence, ...action, message: null, actor };
}

const MAKE = /* sql */ `
insert into handoff_offer (id, website_id, session_id, rule_id, rule_version, trigger, code, reason, evidence, action, offered_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict do nothing returning id`;
