import { Module } from '@nestjs/common';
import { registerEntities } from '../../platform/database/index.js';
import { AuditModule } from '../audit/index.js';
import { WebsitesModule } from '../websites/index.js';
import { ArticleUse } from './article-use.js';
import { Articles } from './articles.js';
import { KnowledgeArticle } from './knowledge-article.entity.js';
import { KnowledgeController } from './knowledge.controller.js';
import { Knowledge } from './knowledge.js';
import { LearnedAnswerers } from './learned-answerers.js';
import { LearnAgainWhenKnowledgeChanges } from './learning/learn-again-when-knowledge-changes.js';
import { ModelStore } from './learning/model-store.js';
import { Training } from './learning/training.js';

registerEntities(KnowledgeArticle);

@Module({
  imports: [AuditModule, WebsitesModule],
  controllers: [KnowledgeController],
  providers: [Articles, ArticleUse, Knowledge, LearnedAnswerers, ModelStore, Training, LearnAgainWhenKnowledgeChanges],
  exports: [Articles, ArticleUse, Knowledge],
})
export class KnowledgeModule {}
