import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { KnowledgeAnswer, KnowledgeArticle, Page, SaveKnowledgeArticle } from '#contracts';

const KNOWLEDGE = '/api/v1/knowledge';

export interface ArticleQuery {
  readonly websiteId: string;
  readonly q: string;
  readonly published: boolean | null;
  readonly cursor: string | null;
}

/** What the console asks of the server about knowledge articles. */
@Injectable({ providedIn: 'root' })
export class KnowledgeApi {
  private readonly http = inject(HttpClient);

  list({ websiteId, q, published, cursor }: ArticleQuery): Promise<Page<KnowledgeArticle>> {
    const params = {
      websiteId,
      ...(q ? { q } : {}),
      ...(published === null ? {} : { published }),
      ...(cursor ? { cursor } : {}),
    };
    return firstValueFrom(this.http.get<Page<KnowledgeArticle>>(KNOWLEDGE, { params }));
  }

  get(id: string): Promise<KnowledgeArticle> {
    return firstValueFrom(this.http.get<KnowledgeArticle>(`${KNOWLEDGE}/${id}`));
  }

  create(article: SaveKnowledgeArticle): Promise<KnowledgeArticle> {
    return firstValueFrom(this.http.post<KnowledgeArticle>(KNOWLEDGE, article));
  }

  /** An article stays with its website. */
  change(id: string, { websiteId: _, ...article }: SaveKnowledgeArticle): Promise<KnowledgeArticle> {
    return firstValueFrom(this.http.patch<KnowledgeArticle>(`${KNOWLEDGE}/${id}`, article));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${KNOWLEDGE}/${id}`));
  }

  /** What the built-in answers would say to a visitor. */
  ask(websiteId: string, text: string): Promise<KnowledgeAnswer> {
    return firstValueFrom(this.http.post<KnowledgeAnswer>(`${KNOWLEDGE}/ask`, { websiteId, text }));
  }
}
