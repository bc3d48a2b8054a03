import { MODEL_FORMAT } from '../answering/model.js';

/**
 * SQL for what a website's published articles are at this moment, `$1` being its id: changes with every article that is
 * published, changed or taken away, and with the form of models.
 */
export const ARTICLES_HASH = /* sql */ `
  (select '${MODEL_FORMAT}:' || count(*) || ':' || coalesce(sum(hashtextextended(id::text || updated_at::text, 0)), 0)
     from knowledge_article where website_id = $1 and published)`;
