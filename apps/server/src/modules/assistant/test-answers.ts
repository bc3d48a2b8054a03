import { Injectable } from '@nestjs/common';
import type { ReplyFailure, TestAnswer } from '#contracts';
import type { Member } from '../../platform/access/index.js';
import { Forbidden, NotFound } from '../../platform/problems/index.js';
import { Websites, type WebsiteSettings } from '../websites/index.js';
import { Assistant } from './assistant.js';
import { ReplyBroken } from './opening.js';

/** Lets an admin try a website's AI settings. */
@Injectable()
export class TestAnswers {
  constructor(
    private readonly websites: Websites,
    private readonly assistant: Assistant,
  ) {}

  /** @throws NotFound, Forbidden */
  async ask(member: Member, websiteId: string, text: string): Promise<TestAnswer> {
    if (!member.can('website.view', websiteId)) throw new NotFound('website');
    if (!member.can('website.edit', websiteId)) throw new Forbidden();
    const website = await this.websites.settings(websiteId);
    const startedAt = performance.now();
    const outcome = await this.outcome(website, text);
    return { ...outcome, responder: website.ai.responder, millis: performance.now() - startedAt };
  }

  private async outcome(website: WebsiteSettings, question: string): Promise<Omit<TestAnswer, 'responder' | 'millis'>> {
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

function failed(failure: ReplyFailure, detail: string): Omit<TestAnswer, 'responder' | 'millis'> {
  return { outcome: 'failed', text: null, verdict: null, failure, detail };
}
