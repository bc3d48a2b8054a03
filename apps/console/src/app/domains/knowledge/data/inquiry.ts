import { inject, Injectable, signal } from '@angular/core';
import type { AskedKnowledge, ProblemBody } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { KnowledgeApi } from './knowledge-api';

/** A question put to the articles, to see what visitors would be told. */
@Injectable()
export class Inquiry {
  private readonly api = inject(KnowledgeApi);
  private readonly latest = signal<AskedKnowledge | null>(null);
  private readonly refusal = signal<ProblemBody | null>(null);
  private readonly running = signal(false);

  readonly answer = this.latest.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly asking = this.running.asReadonly();

  async ask(websiteId: string, text: string): Promise<void> {
    if (this.running() || text.trim() === '') return;
    this.running.set(true);
    this.refusal.set(null);
    try {
      this.latest.set(await this.api.ask(websiteId, text.trim()));
    } catch (error) {
      this.latest.set(null);
      this.refusal.set(problemOf(error));
    } finally {
      this.running.set(false);
    }
  }
}
