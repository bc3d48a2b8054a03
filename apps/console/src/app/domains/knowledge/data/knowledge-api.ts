import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AskedKnowledge, ChangeKnowledgeArticle, KnowledgeArticle, KnowledgeSummary, Page, SaveKnowledgeArticle } from '#contracts';

const KNOWLEDGE = '/api/v1/knowledge';

export interface ArticleQuery {
  readonly websiteId?: string;
  readonly q?: string;
  readonly published?: boolean | null;
  readonly language?: string;
  readonly cursor?: string | null;
  readonly limit?: number;
}

/** What the console asks of the server about knowledge articles. */
@Injectable({ providedIn: 'root' })
export class KnowledgeApi {
  private readonly http = inject(HttpClient);

  list(query: ArticleQuery): Promise<Page<KnowledgeArticle>> {
    const params = Object.fromEntries(
      Object.entries(query).filter(([, value]: [string, unknown]) => value !== null && value !== undefined && value !== ''),
    ) as Record<string, string | number | boolean>;
    return firstValueFrom(this.http.get<Page<KnowledgeArticle>>(KNOWLEDGE, { params }));
  }

  summary(websiteId: string): Promise<KnowledgeSummary> {
    return firstValueFrom(this.http.get<KnowledgeSummary>(`${KNOWLEDGE}/summary`, { params: { websiteId } }));
  }

  get(id: string): Promise<KnowledgeArticle> {
    return firstValueFrom(this.http.get<KnowledgeArticle>(`${KNOWLEDGE}/${id}`));
  }

  create(article: SaveKnowledgeArticle): Promise<KnowledgeArticle> {
    return firstValueFrom(this.http.post<KnowledgeArticle>(KNOWLEDGE, article));
  }

  /**
   * An article stays with its website.
   * @param ifUpdatedAt what it was changed on; refused with `article.changed` when somebody was faster
   */
  change(id: string, { websiteId: _, ...article }: SaveKnowledgeArticle, ifUpdatedAt: string): Promise<KnowledgeArticle> {
    const body: ChangeKnowledgeArticle = { ...article, ifUpdatedAt };
    return firstValueFrom(this.http.patch<KnowledgeArticle>(`${KNOWLEDGE}/${id}`, body));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${KNOWLEDGE}/${id}`));
  }

  /** What the built-in answers would say to a visitor. */
  ask(websiteId: string, text: string): Promise<AskedKnowledge> {
    return firstValueFrom(this.http.post<AskedKnowledge>(`${KNOWLEDGE}/ask`, { websiteId, text }));
  }
}
