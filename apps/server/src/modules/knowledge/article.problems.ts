import { Problem } from '../../platform/problems/index.js';

/** Somebody else saved the article since it was read. */
export class ArticleChanged extends Problem {
  readonly code = 'article.changed';
  readonly status = 409;
  constructor(by: { readonly id: string; readonly name: string } | null, at: Date) {
    super(`${by?.name ?? 'Somebody else'} has changed this article meanwhile.`, { details: { updatedBy: by, updatedAt: at.toISOString() } });
  }
}
