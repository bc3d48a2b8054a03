import { Injectable, Logger } from '@nestjs/common';
import type { RuleStage } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import type { Opening } from '../assistant/index.js';
import { Sessions, Suggestions } from '../sessions/index.js';
import type { Decision } from '../triggers/index.js';
import { Consequences, verdictsOf } from './consequences.js';
import type { Scene } from './scene.js';
import { TurnLedger } from './turn-ledger.js';
import type { Turn } from './turn.js';

/** How long a handoff waits for the AI's draft; a person matters more than a draft. */
const DRAFT_WAIT_MS = 800;

type OpenedReply = Extract<Opening, { kind: 'opened' }>;

/** Does what the rules decided in the turn of a visitor, and keeps for the team what the visitor is not to see. */
@Injectable()
export class Escalation {
  private readonly logger = new Logger(Escalation.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly suggestions: Suggestions,
    private readonly consequences: Consequences,
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
    const verdicts = verdictsOf(decision, scene);
    if (verdicts.offer && !turn.offer) turn.offer = { rule: verdicts.offer, stage };
    const wanted = verdicts.handoff !== undefined;
    const draft = wanted && withheld ? new Draft(withheld) : null;
    if (draft) await draft.readFor(DRAFT_WAIT_MS);

    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, turn.sessionId);
      const now = this.clock.now();
      const opened = await this.consequences.draw(tx, session, { scene, stage, verdicts, now });
      if (opened && draft?.complete) await this.keep(tx, scene, draft, now);
      if (wanted) await this.ledger.finish(tx, turn, now);
    });
    // A slow draft still reaches the team, only later than the handoff.
    if (draft && !draft.complete) {
      this.keepWhenReady(scene, draft).catch((error: unknown) => this.logger.warn({ err: error }, 'a draft could not be kept'));
    }
    return wanted;
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
