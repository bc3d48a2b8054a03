import { Injectable, Logger } from '@nestjs/common';
import type { RuleStage } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import type { Opening } from '../assistant/index.js';
import { HandoffOpening, SYSTEM, type HandoffCause } from '../handoffs/index.js';
import { Sessions, Suggestions, type Session } from '../sessions/index.js';
import { Triggers, type Decision, type FiredRule } from '../triggers/index.js';
import type { Scene } from './scene.js';
import { TurnLedger, type Turn } from './turn-ledger.js';

/** How long a handoff waits for the AI's draft; a person matters more than a draft. */
const DRAFT_WAIT_MS = 800;

type OpenedReply = Extract<Opening, { kind: 'opened' }>;

/** Carries out what the rules decided: a handoff, tags, and the record of the decision. */
@Injectable()
export class Escalation {
  private readonly logger = new Logger(Escalation.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly suggestions: Suggestions,
    private readonly handoffs: HandoffOpening,
    private readonly triggers: Triggers,
    private readonly ledger: TurnLedger,
    private readonly clock: Clock,
  ) {}

  /**
   * @param withheld the AI's answer, if there is one: it becomes the team's draft
   * @returns whether the conversation went to a person, or is nobody's business of the AI any more
   */
  async follow(turn: Turn, scene: Scene, stage: RuleStage, decision: Decision, withheld?: OpenedReply): Promise<boolean> {
    // Most messages: no rule had anything to say, and the conversation need not be locked to keep that.
    if (decision.fired.length === 0 && decision.shadow.length === 0) return false;
    const rule = scene.website.mode === 'off' ? undefined : decision.fired.find((fired) => fired.action.type === 'handoff');
    const draft = rule && withheld ? new Draft(withheld) : null;
    if (draft) await draft.readFor(DRAFT_WAIT_MS);

    const over = await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, turn.sessionId);
      const now = this.clock.now();
      // Somebody took over while the rules were looked at; then there is nothing left to decide.
      const opens = session.owner === 'ai' && session.epoch === scene.session.epoch ? rule : undefined;
      const moment = { websiteId: turn.websiteId, sessionId: turn.sessionId, seq: scene.session.lastSeq, stage, now };
      await this.triggers.remember(tx, { ...moment, decision, acted: actedOf(decision, opens) });
      tag(session, decision.fired);
      if (!rule) return false;
      if (opens) {
        await this.handoffs.open(tx, session, causeOf(opens), now);
        if (draft?.complete) await this.keep(tx, scene, draft, now);
      }
      await this.ledger.finish(tx, turn, now);
      return true;
    });
    // A slow draft still reaches the team, only later than the handoff.
    if (over && draft && !draft.complete) {
      this.keepWhenReady(scene, draft).catch((error: unknown) => this.logger.warn({ err: error }, 'a draft could not be kept'));
    }
    return over;
  }

  private async keepWhenReady(scene: Scene, draft: Draft): Promise<void> {
    await draft.readFor(scene.website.ai.deadlineMs);
    if (draft.text !== '') await this.database.transaction((tx) => this.keep(tx, scene, draft, this.clock.now()));
  }

  private async keep(tx: Transaction, scene: Scene, draft: Draft, now: Date): Promise<void> {
    if (draft.text === '') return;
    await this.suggestions.keep(tx, {
      websiteId: scene.website.id,
      sessionId: scene.session.id,
      afterSeq: scene.session.lastSeq,
      text: draft.text,
      confidence: draft.reply.verdict.confidence,
      sources: draft.reply.verdict.sources,
      responder: draft.reply.responder,
      why: 'withheld',
      at: now,
    });
  }
}

export function causeOf(rule: FiredRule): HandoffCause {
  return {
    trigger: rule.trigger,
    code: rule.code,
    reason: rule.reason,
    rule: { id: rule.ruleId, version: rule.version },
    evidence: rule.evidence,
    priority: rule.action.priority ?? 'normal',
    teamId: rule.action.teamId ?? null,
    message: rule.action.message ?? null,
    actor: SYSTEM,
  };
}

/** The rules that something follows from: every one that tags, and the one that opens the handoff. */
function actedOf({ fired }: Decision, opens: FiredRule | undefined): ReadonlySet<string> {
  return new Set(fired.filter((rule) => rule.action.type === 'tag' || rule === opens).map((rule) => rule.ruleId));
}

function tag(session: Session, fired: readonly FiredRule[]): void {
  const tags = fired.flatMap((rule) => (rule.action.type === 'tag' && rule.action.tag ? [rule.action.tag] : []));
  if (tags.length) session.tags = [...new Set([...session.tags, ...tags])];
}

/** An answer that is read to its end though no visitor will see it. */
class Draft {
  text = '';
  complete = false;
  private readonly reading: Promise<void>;

  constructor(readonly reply: OpenedReply) {
    this.reading = this.read();
  }

  /** Waits until it is complete, at most so long. */
  async readFor(millis: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, millis);
    });
    await Promise.race([this.reading, patience]);
    clearTimeout(timer);
  }

  private async read(): Promise<void> {
    try {
      for await (const delta of this.reply.text) this.text += delta;
    } catch {
      // What was written until it broke is still a draft.
    }
    this.complete = true;
  }
}
