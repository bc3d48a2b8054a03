import { Injectable } from '@nestjs/common';
import type { Message, SendMessage } from '#contracts';
import type { VisitorCaller } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { JobQueue } from '../../platform/jobs/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { Assistant } from '../assistant/index.js';
import { InboxNews } from '../handoffs/index.js';
import {
  ClientIdReused,
  MessageNews,
  SessionClosed,
  Sessions,
  SpeechWriter,
  visitorMessage,
  type MessageRow,
  type Speech,
  type SpeechOutcome,
} from '../sessions/index.js';
import { Triggers, keepAnswer, keepSituation } from '../triggers/index.js';
import { Websites } from '../websites/index.js';
import { AnswerDelivery } from './answer-delivery.js';
import { speechOfVisitor } from './speeches.js';
import { Escalation } from './escalation.js';
import { Scenes, aboutOf } from './scene.js';
import { TurnLedger, leaseFrom } from './turn-ledger.js';
import type { Turn } from './turn.js';
import { TypedOfferAnswers } from './typed-offer-answers.js';
import { spanOf } from './unanswered.js';

/** A turn that was begun this often and never ended counts as a failure of the AI. */
const MAX_ATTEMPTS = 4;

/**
 * One turn of a visitor, from the message to the answer. `receive` stores the message and is acknowledged; `answer` is the
 * work that follows, picked up again by another process if this one dies.
 */
@Injectable()
export class VisitorTurn {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly websites: Websites,
    private readonly writer: SpeechWriter,
    private readonly messageNews: MessageNews,
    private readonly inboxNews: InboxNews,
    private readonly scenes: Scenes,
    private readonly triggers: Triggers,
    private readonly assistant: Assistant,
    private readonly delivery: AnswerDelivery,
    private readonly escalation: Escalation,
    private readonly typedAnswers: TypedOfferAnswers,
    private readonly ledger: TurnLedger,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves once the message is committed.
   * @throws InvalidInput, NotFound, ClientIdReused, SessionClosed (its reopen window is over)
   */
  async receive(caller: VisitorCaller, body: SendMessage): Promise<Message> {
    const now = this.clock.now();
    // To begin the turn in the same statement saves another one before every answer.
    const speech = speechOfVisitor(caller, body, now, this.jobs.runsHere ? leaseFrom(now) : undefined);
    let outcome = await this.writer.write(speech);
    if (outcome.kind === 'refused' && outcome.owner !== null) outcome = await this.reopenWith(speech);
    return visitorMessage(this.stored(outcome, speech));
  }

  /** @param takeover aborted when somebody else becomes the owner */
  async answer(turn: Turn, takeover: AbortSignal): Promise<void> {
    const scene = await this.scenes.of(turn.sessionId);
    if (!scene || scene.session.owner !== 'ai' || scene.question === '') return this.ledger.drop(turn, this.clock.now());

    if (await this.typedAnswers.take(turn, scene)) return;

    // Rules that need no AI: if a person is wanted already, the AI stays silent.
    const asWritten = this.scenes.situation(scene, { message: true, requestedVia: null, ai: null });
    turn.situation = await keepSituation(asWritten, spanOf(scene));
    const about = aboutOf(scene);
    const before = await this.triggers.decide({ stage: 'before_reply', websiteId: turn.websiteId, situation: asWritten, about });
    if (await this.escalation.follow(turn, scene, 'before_reply', before)) return;

    const opening =
      turn.attempt > MAX_ATTEMPTS
        ? ({
            kind: 'failed',
            cause: 'unreachable',
            detail: 'the answer was begun several times and never finished',
            responder: scene.website.ai.responder,
          } as const)
        : await this.assistant.open(scene.website, questionFor(scene), takeover);
    if (takeover.aborted) return this.ledger.drop(turn, this.clock.now());
    if (opening.kind === 'silent') return this.delivery.leaveToBot(turn, scene);
    if (opening.kind === 'failed') return this.delivery.failed(turn, scene, opening.cause);

    // The verdict comes before the first word: an answer that a rule withholds is never seen.
    const weakStreak = this.delivery.weakStreakWith(scene, opening.verdict);
    const drafted = this.scenes.situation(scene, { message: true, requestedVia: null, ai: { verdict: opening.verdict, failed: null, weakStreak } });
    turn.situation = await keepAnswer(turn.situation, drafted);
    const after = await this.triggers.decide({ stage: 'after_reply', websiteId: turn.websiteId, situation: drafted, about });
    if (await this.escalation.follow(turn, scene, 'after_reply', after, opening)) return;
    await this.delivery.stream(turn, scene, opening, weakStreak, takeover);
  }

  private stored(outcome: SpeechOutcome, speech: Speech): MessageRow {
    switch (outcome.kind) {
      case 'written':
        this.messageNews.created(outcome.row);
        if (outcome.turn?.begun) this.ledger.begun(outcome.turn.id, speech);
        if (outcome.turn) this.jobs.ring({ kind: 'ai-turn', id: outcome.turn.id });
        return outcome.row;
      case 'repeated':
        return outcome.row;
      case 'conflict':
        throw new ClientIdReused(outcome.seq);
      case 'refused':
        throw new NotFound('session');
    }
  }

  /**
   * A visitor who writes after closing picks the conversation up again, as long as the website's reopen window lasts. Only
   * a closed session refuses a visitor; whether it still is closed is looked at under its lock.
   */
  private async reopenWith(speech: Speech): Promise<SpeechOutcome> {
    const website = await this.websites.settings(speech.websiteId);
    return this.database.transaction(async (tx) => {
      const session = await this.sessions.lock(tx, speech.sessionId);
      if (session.owner === 'nobody') {
        if (!session.mayReopen(speech.at, website.reopenWindowHours)) throw new SessionClosed(session.id);
        session.toAi(speech.at);
        tx.afterCommit(() => void this.inboxNews.sessionChanged(session.id));
      }
      return this.writer.writeWithin(tx, speech);
    });
  }
}

function questionFor(scene: NonNullable<Awaited<ReturnType<Scenes['of']>>>): Parameters<Assistant['open']>[1] {
  return {
    websiteId: scene.website.id,
    question: scene.question,
    locale: scene.session.locale,
    history: scene.messages.filter((message) => message.author !== 'system').map((message) => ({ author: message.author, text: message.text })),
  };
}
