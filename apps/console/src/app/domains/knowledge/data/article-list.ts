import { computed, inject, Injectable, signal } from '@angular/core';
import type { KnowledgeArticle, ProblemBody } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { KnowledgeApi } from './knowledge-api';

export type Shelf = 'all' | 'published' | 'drafts';

export interface Wanted {
  readonly websiteId: string;
  readonly text: string;
  readonly shelf: Shelf;
  /** Empty: any. */
  readonly language: string;
}

const PUBLISHED: Readonly<Record<Shelf, boolean | null>> = { all: null, published: true, drafts: false };

/** The articles of one website, as far as they were paged through. */
@Injectable()
export class ArticleList {
  private readonly api = inject(KnowledgeApi);
  private readonly shown = signal<readonly KnowledgeArticle[]>([]);
  private readonly cursor = signal<string | null>(null);
  private readonly busy = signal(false);
  private readonly refusal = signal<ProblemBody | null>(null);
  private wanted: Wanted | null = null;

  readonly articles = this.shown.asReadonly();
  readonly loading = this.busy.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly hasMore = computed(() => this.cursor() !== null);

  async show(wanted: Wanted): Promise<void> {
    this.wanted = wanted;
    await this.load(null);
  }

  async more(): Promise<void> {
    if (this.hasMore() && !this.busy()) await this.load(this.cursor());
  }

  async again(): Promise<void> {
    await this.load(null);
  }

  private async load(cursor: string | null): Promise<void> {
    const asked = this.wanted;
    if (!asked) return;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      const { websiteId, text, shelf, language } = asked;
      const page = await this.api.list({ websiteId, q: text.trim(), published: PUBLISHED[shelf], language, cursor });
      // Somebody typed on meanwhile: a newer question is under way.
      if (asked !== this.wanted) return;
      this.shown.update((articles) => (cursor ? [...articles, ...page.items] : page.items));
      this.cursor.set(page.nextCursor);
    } catch (error) {
      if (asked !== this.wanted) return;
      this.refusal.set(problemOf(error));
      if (!cursor) this.shown.set([]);
    } finally {
      if (asked === this.wanted) this.busy.set(false);
    }
  }
}
