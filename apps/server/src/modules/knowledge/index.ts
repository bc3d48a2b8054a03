export { ArticleUse } from './article-use.js';
export { Articles } from './articles.js';
export { knowledgeChanged } from './knowledge-events.js';
export { Knowledge, type Excerpt } from './knowledge.js';
export { KnowledgeModule } from './knowledge.module.js';
