import { Injectable } from '@nestjs/common';
import type { RuleStage } from '#contracts';
import type { Transaction } from '../../platform/database/index.js';
import { HandoffOpening, Offers, SYSTEM, type HandoffCause } from '../handoffs/index.js';
import type { Session } from '../sessions/index.js';
import { textFor, Triggers, type Decision, type FiredRule } from '../triggers/index.js';
import type { Scene } from './scene.js';

/** An offer of a person that is still to be made, once the visitor has the answer it belongs to. */
export interface OwedOffer {
  readonly rule: FiredRule;
  readonly stage: RuleStage;
}

/** What was decided, and the part of it that may come true. */
export interface Verdicts {
  readonly decision: Decision;
  /** Opens the handoff: the first that wants one; there is at most one. */
  readonly handoff: FiredRule | undefined;
  /** Is offered, unless a person comes anyway. */
  readonly offer: FiredRule | undefined;
}

/** Where people never take over, no rule calls one and none is offered. */
export function verdictsOf(decision: Decision, scene: Scene): Verdicts {
  const first = (type: FiredRule['action']['type']): FiredRule | undefined =>
    scene.website.mode === 'off' ? undefined : decision.fired.find((rule) => rule.action.type === type);
  const handoff = first('handoff');
  return { decision, handoff, offer: handoff ? undefined : first('offer') };
}

/** Carries out what rules decided, on a session that is locked: the record, tags, a handoff or an offer. */
@Injectable()
export class Consequences {
  constructor(
    private readonly triggers: Triggers,
    private readonly opening: HandoffOpening,
    private readonly offers: Offers,
  ) {}

  /**
   * All but the offer, which may have to wait for the answer.
   * @param more what the handoff is to say besides, e.g. who asked for it
   * @returns the handoff, if one was opened; none is when somebody took over while the rules were looked at
   */
  async draw(
    tx: Transaction,
    session: Session,
    about: { readonly scene: Scene; readonly stage: RuleStage; readonly verdicts: Verdicts; readonly now: Date },
    more: Partial<HandoffCause> = {},
  ): Promise<{ readonly handoffId: string } | null> {
    const { scene, stage, verdicts, now } = about;
    const isStillTheAis = session.owner === 'ai' && session.epoch === scene.session.epoch;
    const opens = isStillTheAis ? verdicts.handoff : undefined;
    const { offer } = verdicts;
    // One is offered, later; what else would have offered has not come to it, and may another time.
    const decision = offer
      ? { ...verdicts.decision, fired: verdicts.decision.fired.filter(({ action }) => action.type !== 'offer') }
      : verdicts.decision;
    await this.triggers.remember(tx, { ...momentOf(scene, stage, now), decision, acted: actedOf(decision, opens) });
    tag(session, decision.fired);
    if (!opens) return null;
    const { handoff } = await this.opening.open(tx, session, { ...causeOf(opens, session.locale), ...more }, now);
    return { handoffId: handoff.id };
  }

  /** Asks the visitor whether a person is wanted. Whether it was asked before, the table knows. */
  async offer(tx: Transaction, scene: Scene, { rule, stage }: OwedOffer, now: Date): Promise<void> {
    const { id, locale, websiteId } = scene.session;
    const made = await this.offers.make(tx, { id, locale, websiteId }, causeOf(rule, locale), now);
    if (!made) return;
    const decision = { fired: [rule], shadow: [] };
    await this.triggers.remember(tx, { ...momentOf(scene, stage, now), decision, acted: new Set([rule.ruleId]) });
  }
}

export function causeOf(rule: FiredRule, locale: string): HandoffCause {
  return {
    trigger: rule.trigger,
    code: rule.code,
    reason: rule.reason,
    rule: { id: rule.ruleId, version: rule.version },
    evidence: rule.evidence,
    priority: rule.action.priority ?? 'normal',
    teamId: rule.action.teamId ?? null,
    message: textFor(locale, rule.action),
    actor: SYSTEM,
  };
}

function momentOf(scene: Scene, stage: RuleStage, now: Date) {
  return { websiteId: scene.website.id, sessionId: scene.session.id, seq: scene.session.lastSeq, stage, now };
}

/** The rules that something follows from: every one that tags, and the one that opens the handoff. */
function actedOf({ fired }: Decision, opens: FiredRule | undefined): ReadonlySet<string> {
  return new Set(fired.filter((rule) => rule.action.type === 'tag' || rule === opens).map((rule) => rule.ruleId));
}

function tag(session: Session, fired: readonly FiredRule[]): void {
  const tags = fired.flatMap((rule) => (rule.action.type === 'tag' && rule.action.tag ? [rule.action.tag] : []));
  if (tags.length) session.tags = [...new Set([...session.tags, ...tags])];
}
