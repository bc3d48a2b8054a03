import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { AuditModule } from '../audit/index.js';
import { NotesModule } from '../notes/index.js';
import { SessionsModule } from '../sessions/index.js';
import { VisitorsModule } from '../visitors/index.js';
import { Assignees } from './assignees.js';
import { Claims } from './claims.js';
import { FoldTallies } from './fold-tallies.js';
import { HandoffDetails } from './handoff-details.js';
import { HandoffOpening } from './handoff-opening.js';
import { HandoffQueries } from './handoff-queries.js';
import { HandoffRecord } from './handoff-record.js';
import { HandoffSummaries } from './handoff-summaries.js';
import { Handoff } from './handoff.entity.js';
import { HandoffsController } from './handoffs.controller.js';
import { Handoffs } from './handoffs.service.js';
import { InboxCounter } from './inbox-counter.js';
import { InboxNews } from './inbox-news.js';
import { Offers } from './offers.js';
import { Queue } from './queue.js';
import { ReleaseHandoffsOfSomebodyWhoLeft } from './release-handoffs-of-somebody-who-left.js';
import { HandoffSearch } from './search/handoff-search.js';
import { KeepSessionWords } from './search/keep-session-words.js';
import { WordFrequencies } from './search/word-frequencies.js';
import { VisitorView } from './visitor-view.js';

registerEntities(Handoff);

@Module({
  imports: [AuditModule, NotesModule, SessionsModule, VisitorsModule],
  controllers: [HandoffsController],
  providers: [
    Assignees,
    Claims,
    FoldTallies,
    HandoffDetails,
    HandoffOpening,
    HandoffQueries,
    HandoffRecord,
    HandoffSearch,
    HandoffSummaries,
    Handoffs,
    InboxCounter,
    InboxNews,
    KeepSessionWords,
    Offers,
    Queue,
    ReleaseHandoffsOfSomebodyWhoLeft,
    VisitorView,
    WordFrequencies,
  ],
  exports: [HandoffOpening, HandoffQueries, HandoffRecord, Handoffs, InboxNews, Offers, Queue, VisitorView],
})
export class HandoffsModule {}
