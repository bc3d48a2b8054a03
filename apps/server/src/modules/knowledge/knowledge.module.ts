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

registerEntities(KnowledgeArticle);

@Module({
  imports: [AuditModule, WebsitesModule],
  controllers: [KnowledgeController],
  providers: [Articles, ArticleUse, Knowledge, LearnedAnswerers],
  exports: [Articles, ArticleUse, Knowledge],
})
export class KnowledgeModule {}
