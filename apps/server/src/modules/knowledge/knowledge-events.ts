import { domainEvent } from '../../platform/outbox/index.js';

/** An article was written, changed, published, taken back or deleted. */
export const knowledgeChanged = domainEvent<{ readonly articleId: string; readonly change: 'created' | 'updated' | 'deleted' }>('knowledge.changed');
