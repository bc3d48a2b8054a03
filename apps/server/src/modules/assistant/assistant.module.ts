import { Module } from '@nestjs/common';
import { KnowledgeModule } from '../knowledge/index.js';
import { TriggersModule } from '../triggers/index.js';
import { WebsitesModule } from '../websites/index.js';
import { Assistant } from './assistant.js';
import { KnowledgeResponder } from './responders/knowledge-responder.js';
import { OpenAiCompatibleResponder } from './responders/openai-compatible-responder.js';
import { TestAnswerController } from './test-answer.controller.js';
import { TestAnswers } from './test-answers.js';

@Module({
  imports: [KnowledgeModule, TriggersModule, WebsitesModule],
  controllers: [TestAnswerController],
  providers: [Assistant, KnowledgeResponder, OpenAiCompatibleResponder, TestAnswers],
  exports: [Assistant],
})
export class AssistantModule {}
