import { Module } from '@nestjs/common';
import { AssistantModule } from '../assistant/index.js';
import { HandoffsModule } from '../handoffs/index.js';
import { KnowledgeModule } from '../knowledge/index.js';
import { SessionsModule } from '../sessions/index.js';
import { TeamModule } from '../team/index.js';
import { TriggersModule } from '../triggers/index.js';
import { VisitorsModule } from '../visitors/index.js';
import { WebsitesModule } from '../websites/index.js';
import { AnswerOwedTurns, ResumeStrandedTurns } from './ai-turns.js';
import { AnswerDelivery } from './answer-delivery.js';
import { BotSpeech } from './bot-speech.js';
import { AskClockRules } from './ask-clock-rules.js';
import { Consequences } from './consequences.js';
import { Escalation } from './escalation.js';
import { Newcomers } from './newcomers.js';
import { SceneReader } from './scene-reader.js';
import { Scenes } from './scene.js';
import { StartSession } from './start-session.js';
import { TeamActs } from './team-acts.js';
import { TeamSessionsController } from './team-sessions.controller.js';
import { TurnLedger } from './turn-ledger.js';
import { TypedOfferAnswers } from './typed-offer-answers.js';
import { VisitorActs } from './visitor-acts.js';
import { VisitorTurn } from './visitor-turn.js';
import { WidgetSessionsController } from './widget-sessions.controller.js';
import { WidgetWebsiteController } from './widget-website.controller.js';
import { WidgetWebsites } from './widget-websites.js';

@Module({
  imports: [AssistantModule, HandoffsModule, KnowledgeModule, SessionsModule, TeamModule, TriggersModule, VisitorsModule, WebsitesModule],
  controllers: [TeamSessionsController, WidgetSessionsController, WidgetWebsiteController],
  providers: [
    AnswerDelivery,
    AnswerOwedTurns,
    AskClockRules,
    BotSpeech,
    Consequences,
    Escalation,
    Newcomers,
    ResumeStrandedTurns,
    SceneReader,
    Scenes,
    StartSession,
    TeamActs,
    TurnLedger,
    TypedOfferAnswers,
    VisitorActs,
    VisitorTurn,
    WidgetWebsites,
  ],
  exports: [BotSpeech, StartSession, TeamActs, VisitorActs, VisitorTurn],
})
export class ConversationsModule {}
