import { Injectable } from '@nestjs/common';
import type { AiMessageOutcome, SendAiMessage, Verdict } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, newId } from '../../platform/database/index.js';
import { NotFound } from '../../platform/problems/index.js';
import { asActor } from '../handoffs/index.js';
import {
  ClientIdReused,
  MessageNews,
  NotYoursToSpeak,
  Sessions,
  SpeechWriter,
  Suggestions,
  teamMessage,
  type NewSuggestion,
  type Speech,
} from '../sessions/index.js';
import { Triggers, isWeak } from '../triggers/index.js';
import { Consequences, verdictsOf } from './consequences.js';
import { Scenes, aboutOf, type Scene } from './scene.js';
import { storable } from './speeches.js';

const RESPONDER = 'api';

/** The customer's own bot speaks over the API, under the same fence and the same rules as any other AI. */
@Injectable()
export class BotSpeech {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly writer: SpeechWriter,
    private readonly suggestions: Suggestions,
    private readonly news: MessageNews,
    private readonly scenes: Scenes,
    private readonly triggers: Triggers,
    private readonly consequences: Consequences,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidInput, NotFound, ClientIdReused
   * @throws NotYoursToSpeak when the session is not the AI's under `epoch`; the text is then kept for the team
   */
  async speak(member: Member, sessionId: string, body: SendAiMessage): Promise<AiMessageOutcome> {
    const scene = await this.scenes.of(sessionId);
    if (!scene || !member.can('bot.speak', scene.website.id)) throw new NotFound('session');
    const text = storable(body.text);
    const clientId = body.clientId.toLowerCase();
    const verdict = verdictOf(body);
    const isCurrent = scene.session.owner === 'ai' && scene.session.epoch === body.epoch;
    const weakStreak = isWeak(verdict.confidence, scene.website.ai.confidenceThreshold) ? scene.session.weakStreak + 1 : 0;
    const decision = isCurrent
      ? await this.triggers.decide({
          stage: 'after_reply',
          websiteId: scene.website.id,
          situation: this.scenes.situation(scene, { message: true, requestedVia: null, ai: { verdict, failed: null, weakStreak } }),
          about: aboutOf(scene),
        })
      : { fired: [], shadow: [] };
    const verdicts = verdictsOf(decision, scene);

    const outcome = await this.database.transaction(async (tx): Promise<AiMessageOutcome | NotYoursToSpeak> => {
      const session = await this.sessions.lock(tx, sessionId);
      const now = this.clock.now();
      const before = await this.suggestions.ofBot(tx, sessionId, clientId);
      if (before && before.suggestion.text !== text) throw new ClientIdReused(before.suggestion.afterSeq);
      if (before?.handoffId) return { outcome: 'withheld', suggestion: before.suggestion, handoffId: before.handoffId };
      if (before) return new NotYoursToSpeak(session.owner, session.epoch);
      const about = { scene, stage: 'after_reply' as const, verdicts, now };
      const opened = await this.consequences.draw(tx, session, about, { actor: asActor(member), member });
      if (opened) {
        const suggestion = await this.suggestions.keep(tx, { ...draft(scene, text, verdict, 'withheld', now), clientId, ...opened });
        return { outcome: 'withheld', suggestion, ...opened };
      }
      const written = await this.writer.writeWithin(tx, this.speech(scene, { ...body, clientId }, text, verdict, now));
      switch (written.kind) {
        case 'written':
          session.weakStreak = weakStreak;
          if (verdicts.offer) await this.consequences.offer(tx, scene, { rule: verdicts.offer, stage: 'after_reply' }, now);
          tx.afterCommit(() => this.news.created(written.row));
          return { outcome: 'delivered', message: teamMessage(written.row) };
        case 'repeated':
          return { outcome: 'delivered', message: teamMessage(written.row) };
        case 'conflict':
          throw new ClientIdReused(written.seq);
        case 'refused':
          await this.suggestions.keep(tx, { ...draft(scene, text, verdict, 'lost_fence', now), clientId });
          // Returned, not thrown: the suggestion is to be committed.
          return new NotYoursToSpeak(written.owner, written.epoch);
      }
    });
    if (outcome instanceof NotYoursToSpeak) throw outcome;
    return outcome;
  }

  private speech(scene: Scene, body: SendAiMessage, text: string, verdict: Verdict, at: Date): Speech {
    return {
      messageId: newId(at.getTime()),
      sessionId: scene.session.id,
      websiteId: scene.website.id,
      author: { kind: 'ai', id: null, name: null },
      text,
      attachments: [],
      clientId: body.clientId,
      event: null,
      ai: { confidence: body.confidence ?? null, sources: verdict.sources, responder: RESPONDER, millis: null },
      fence: { kind: 'ai', epoch: body.epoch },
      turnId: null,
      at,
    };
  }
}

/** A bot that states no confidence is taken at its word. */
function verdictOf(body: SendAiMessage): Verdict {
  return { confidence: body.confidence ?? 1, answered: true, topics: body.topics ?? [], complexity: null, sources: body.sources ?? [] };
}

function draft(scene: Scene, text: string, verdict: Verdict, why: NewSuggestion['why'], at: Date): NewSuggestion {
  return {
    websiteId: scene.website.id,
    sessionId: scene.session.id,
    afterSeq: scene.session.lastSeq,
    text,
    confidence: verdict.confidence,
    sources: verdict.sources,
    responder: RESPONDER,
    why,
    at,
  };
}
