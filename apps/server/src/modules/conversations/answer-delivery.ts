import { Injectable, Logger } from '@nestjs/common';
import type { ReplyFailure, Verdict } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId, type Transaction } from '../../platform/database/index.js';
import { Broadcaster } from '../../platform/realtime/index.js';
import { ReplyBroken, type Opening } from '../assistant/index.js';
import { ArticleUse } from '../knowledge/index.js';
import { MessageNews, Sessions, SpeechWriter, Suggestions, type Speech } from '../sessions/index.js';
import { Triggers, isWeak, keepAnswer } from '../triggers/index.js';
import { Consequences } from './consequences.js';
import { Escalation } from './escalation.js';
import { Scenes, aboutOf, type Scene } from './scene.js';
import { TurnLedger } from './turn-ledger.js';
import type { Turn } from './turn.js';

type OpenedReply = Extract<Opening, { kind: 'opened' }>;

/** Brings an answer to the visitor, and sees to it that a turn that goes wrong still ends well. */
@Injectable()
export class AnswerDelivery {
  private readonly logger = new Logger(AnswerDelivery.name);

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly writer: SpeechWriter,
    private readonly suggestions: Suggestions,
    private readonly messageNews: MessageNews,
    private readonly broadcaster: Broadcaster,
    private readonly triggers: Triggers,
    private readonly scenes: Scenes,
    private readonly escalation: Escalation,
    private readonly consequences: Consequences,
    private readonly ledger: TurnLedger,
    private readonly articleUse: ArticleUse,
    private readonly clock: Clock,
  ) {}

  /** How many weak answers in a row there are, this one included. */
  weakStreakWith(scene: Scene, verdict: Verdict): number {
    return isWeak(verdict.confidence, scene.website.ai.confidenceThreshold) ? scene.session.weakStreak + 1 : 0;
  }

  /** Shows the answer as it is written, then stores it, unless somebody else has become the owner meanwhile. */
  async stream(turn: Turn, scene: Scene, reply: OpenedReply, weakStreak: number, takeover: AbortSignal): Promise<void> {
    const startedAt = this.clock.now();
    let text = '';
    try {
      for await (const delta of reply.text) {
        if (takeover.aborted) break;
        text += delta;
        this.show(turn, delta);
      }
    } catch (error) {
      if (!takeover.aborted) {
        if (!(error instanceof ReplyBroken)) throw error;
        await this.keepBroken(scene, reply, text);
        return this.failed(turn, scene, error.cause);
      }
    }
    if (text.trim() === '' && !takeover.aborted) return this.failed(turn, scene, 'malformed');
    await this.store(turn, scene, reply, text, weakStreak, startedAt);
  }

  /** A failure is a fact: rules decide what follows. If none does, the visitor is at least not left without a word. */
  async failed(turn: Turn, scene: Scene, cause: ReplyFailure): Promise<void> {
    const situation = this.scenes.situation(scene, {
      message: true,
      requestedVia: null,
      ai: { verdict: null, failed: cause, weakStreak: scene.session.weakStreak },
    });
    if (turn.situation) turn.situation = await keepAnswer(turn.situation, situation);
    const decision = await this.triggers.decide({ stage: 'after_reply', websiteId: turn.websiteId, situation, about: aboutOf(scene) });
    if (await this.escalation.follow(turn, scene, 'after_reply', decision)) return;
    await this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, turn.sessionId);
      const now = this.clock.now();
      if (session.owner === 'ai') {
        await this.sessions.say(tx, session, { code: 'assistant.unavailable' }, now);
        await this.offer(tx, turn, scene, now);
      }
      await this.ledger.finish(tx, turn, now);
    });
  }

  /** The customer's own bot answers over the API. */
  async leaveToBot(turn: Turn, scene: Scene): Promise<void> {
    if (turn.offer) await this.database.transaction((tx) => this.offerUnderLock(tx, turn, scene));
    await this.ledger.settle(turn, this.clock.now());
  }

  private async offerUnderLock(tx: Transaction, turn: Turn, scene: Scene): Promise<void> {
    const session = await this.sessions.lock(tx, turn.sessionId);
    if (session.owner === 'ai') await this.offer(tx, turn, scene, this.clock.now());
  }

  private async offer(tx: Transaction, turn: Turn, scene: Scene, now: Date): Promise<void> {
    if (turn.offer) await this.consequences.offer(tx, scene, turn.offer, now);
  }

  private show(turn: Turn, text: string): void {
    this.broadcaster.toVisitor(turn.sessionId, 'message.delta', { turnId: turn.id, text });
    this.broadcaster.toSessionTeam(turn.sessionId, 'message.delta', { sessionId: turn.sessionId, turnId: turn.id, text });
  }

  private async store(turn: Turn, scene: Scene, reply: OpenedReply, text: string, weakStreak: number, startedAt: Date): Promise<void> {
    if (text.trim() === '') return this.ledger.drop(turn, this.clock.now());
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const outcome = await this.writer.writeWithin(tx, answer(turn, scene, reply, text, startedAt, now));
      if (outcome.kind === 'written') {
        await this.offer(tx, turn, scene, now);
        await tx.query(`update session set weak_streak = $2, clock_at = coalesce(clock_at, 'epoch') where id = $1`, [turn.sessionId, weakStreak]);
        tx.afterCommit(() => {
          this.messageNews.created(outcome.row);
          this.articleUse.answered(
            reply.verdict.sources.map((source) => source.articleId),
            now,
          );
        });
      } else if (outcome.kind === 'refused') {
        // Somebody took over while the model was writing: the text is the team's now, never the visitor's.
        await this.keep(tx, scene, reply, text, 'lost_fence', now);
      }
      await this.ledger.finish(tx, turn, now);
    });
  }

  private async keepBroken(scene: Scene, reply: OpenedReply, text: string): Promise<void> {
    this.logger.warn(`An answer of the ${reply.responder} responder broke off after ${text.length} characters.`);
    if (text.trim() !== '') await this.database.transaction((tx) => this.keep(tx, scene, reply, text, 'withheld', this.clock.now()));
  }

  private async keep(tx: Transaction, scene: Scene, reply: OpenedReply, text: string, why: 'withheld' | 'lost_fence', at: Date): Promise<void> {
    await this.suggestions.keep(tx, {
      websiteId: scene.website.id,
      sessionId: scene.session.id,
      afterSeq: scene.session.lastSeq,
      text,
      confidence: reply.verdict.confidence,
      sources: reply.verdict.sources,
      responder: reply.responder,
      why,
      at,
    });
  }
}

/** The turn's id is the message's clientId: a turn that runs twice still gives one answer. */
function answer(turn: Turn, scene: Scene, reply: OpenedReply, text: string, startedAt: Date, now: Date): Speech {
  return {
    messageId: newId(now.getTime()),
    sessionId: turn.sessionId,
    websiteId: turn.websiteId,
    author: { kind: 'ai', id: null, name: null },
    text: text.replaceAll('\u0000', '').toWellFormed(),
    attachments: [],
    clientId: turn.id,
    event: null,
    ai: {
      confidence: reply.verdict.confidence,
      sources: reply.verdict.sources,
      responder: reply.responder,
      millis: now.getTime() - startedAt.getTime(),
      answersSeq: scene.session.lastSeq,
    },
    fence: { kind: 'ai', epoch: scene.session.epoch },
    turnId: null,
    at: now,
  };
}
