import { computed, inject, Injectable, signal } from '@angular/core';
import type { ProblemBody } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { parseImport, type ImportedArticle } from './import-parse';
import { KnowledgeApi } from './knowledge-api';

/** Brings articles in, one after another; what came in is taken out of the text, so that a second try does not double it. */
@Injectable()
export class Importer {
  private readonly api = inject(KnowledgeApi);
  private readonly finished = signal(0);
  private readonly all = signal(0);
  private readonly running = signal(false);
  private readonly refusal = signal<ProblemBody | null>(null);
  private readonly taken = signal<ReadonlySet<string>>(new Set());

  readonly text = signal('');
  readonly found = computed(() => parseImport(this.text()));
  /** Found and not yet brought in. */
  readonly waiting = computed(() => this.found().articles.filter((article) => !this.taken().has(keyOf(article))));
  readonly busy = this.running.asReadonly();
  readonly progress = computed(() => ({ done: this.finished(), all: this.all() }));
  readonly problem = this.refusal.asReadonly();

  /** @returns whether all of them came in */
  async bringIn(websiteId: string, language: string): Promise<boolean> {
    if (this.running()) return false;
    const articles = this.waiting();
    this.running.set(true);
    this.refusal.set(null);
    this.finished.set(0);
    this.all.set(articles.length);
    try {
      for (const article of articles) {
        await this.api.create({ websiteId, ...article, language: article.language ?? language, published: false });
        this.taken.update((taken) => new Set([...taken, keyOf(article)]));
        this.finished.update((count) => count + 1);
      }
      return true;
    } catch (error) {
      this.refusal.set(problemOf(error));
      return false;
    } finally {
      this.running.set(false);
    }
  }
}

function keyOf({ title, body }: ImportedArticle): string {
  return `${title}\n${body}`;
}
