import { inject, Injectable, signal } from '@angular/core';
import type { ProblemBody, TestAnswer } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { WebsitesApi } from './websites-api';

/** A question put to the website's AI from the settings page. */
@Injectable()
export class AnswerTrial {
  private readonly api = inject(WebsitesApi);
  private readonly latest = signal<TestAnswer | null>(null);
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
      this.latest.set(await this.api.testAnswer(websiteId, text.trim()));
    } catch (error) {
      this.latest.set(null);
      this.refusal.set(problemOf(error));
    } finally {
      this.running.set(false);
    }
  }
}
