import { Injectable } from '@nestjs/common';
import { ReactsTo, type EventKind, type Reaction, type RecordedEvent } from '../../../platform/outbox/index.js';
import { knowledgeChanged } from '../knowledge-events.js';
import { LearnedAnswerers } from '../learned-answerers.js';

type Changed = typeof knowledgeChanged extends EventKind<infer Payload> ? Payload : never;

/** So that the next visitor who asks does not have to wait for it. */
@Injectable()
@ReactsTo(knowledgeChanged)
export class LearnAgainWhenKnowledgeChanges implements Reaction<Changed> {
  constructor(private readonly answerers: LearnedAnswerers) {}

  async react({ websiteId }: RecordedEvent<Changed>): Promise<void> {
    if (websiteId) await this.answerers.prepare(websiteId);
  }
}
