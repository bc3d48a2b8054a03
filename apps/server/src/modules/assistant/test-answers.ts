import { Injectable } from '@nestjs/common';
import type { ReplyFailure, TestAnswer, TestHandoff } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { TopicBook, firstMessage, isWeak, Triggers, type Situation } from '../triggers/index.js';
import { Websites, type WebsiteSettings } from '../websites/index.js';
import { Assistant } from './assistant.js';
import { ReplyBroken } from './opening.js';

type Outcome = Omit<TestAnswer, 'responder' | 'millis' | 'handoff'>;

/** Lets an admin try a website's AI settings, and see what its rules would make of the answer. */
@Injectable()
export class TestAnswers {
  constructor(
    private readonly websites: Websites,
    private readonly assistant: Assistant,
    private readonly triggers: Triggers,
    private readonly topics: TopicBook,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden */
  async ask(member: Member, websiteId: string, text: string): Promise<TestAnswer> {
    if (!member.can('website.view', websiteId)) throw new NotFound('website');
    if (!member.can('website.edit', websiteId)) throw new Forbidden();
    const website = await this.websites.settings(websiteId);
    const startedAt = performance.now();
    const outcome = await this.outcome(website, text);
    const millis = performance.now() - startedAt;
    return { ...outcome, responder: website.ai.responder, millis, handoff: await this.handoff(website, text, outcome) };
  }

  /** As the turn of a visitor goes: rules that need no AI first, and only then those that judge its answer. */
  private async handoff(website: WebsiteSettings, text: string, outcome: Outcome): Promise<TestHandoff | null> {
    if (website.mode === 'off') return null;
    const topics = await this.topics.of(website.id);
    const asked = { text, locale: website.locale, timeZone: website.timeZone, mode: website.mode, topics, now: this.clock.now() };
    const early = await this.decided(website.id, 'before_reply', firstMessage(asked));
    if (early || website.ai.responder === 'none') return early;
    return this.decided(website.id, 'after_reply', firstMessage({ ...asked, ai: judged(outcome, website.ai.confidenceThreshold) }));
  }

  private async decided(websiteId: string, stage: TestHandoff['stage'], situation: Situation): Promise<TestHandoff | null> {
    const { fired } = await this.triggers.decide({ stage, websiteId, situation });
    const rule = fired.find(({ action }) => action.type === 'handoff');
    return rule ? { stage, ruleId: rule.ruleId, rule: rule.name, trigger: rule.trigger, code: rule.code, reason: rule.reason } : null;
  }

  private async outcome(website: WebsiteSettings, question: string): Promise<Outcome> {
    const opening = await this.assistant.open(
      website,
      { websiteId: website.id, question, locale: website.locale, history: [] },
      new AbortController().signal,
    );
    switch (opening.kind) {
      case 'silent':
        return { outcome: 'no_answer', text: null, verdict: null, failure: null };
      case 'failed':
        return failed(opening.cause, opening.detail);
      case 'opened':
        try {
          let text = '';
          for await (const piece of opening.text) text += piece;
          return { outcome: opening.verdict.answered ? 'answered' : 'no_answer', text, verdict: opening.verdict, failure: null };
        } catch (error) {
          if (!(error instanceof ReplyBroken)) throw error;
          return failed(error.cause, error.message);
        }
    }
  }
}

function judged({ verdict, failure }: Outcome, threshold: number): NonNullable<Situation['ai']> {
  return {
    confidence: verdict?.confidence ?? null,
    answered: verdict?.answered ?? false,
    failed: failure,
    weakStreak: verdict && isWeak(verdict.confidence, threshold) ? 1 : 0,
    complexity: verdict?.complexity ?? null,
  };
}

function failed(failure: ReplyFailure, detail: string): Outcome {
  return { outcome: 'failed', text: null, verdict: null, failure, detail };
}
