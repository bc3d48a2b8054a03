import { computed, inject, Injectable, signal } from '@angular/core';
import type { FactList, ProblemBody, Team } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { rulesTexts } from '../texts';
import { FactBook } from './fact-book';
import { RulesApi } from './rules-api';

interface Known {
  readonly facts: FactList;
  readonly teams: readonly Team[];
}

/** What rules of one website may ask about, and whom they may call. */
@Injectable()
export class RuleFacts {
  private readonly api = inject(RulesApi);
  private readonly t = rulesTexts();
  private readonly known = signal<Known | null>(null);
  private readonly refusal = signal<ProblemBody | null>(null);
  private websiteId = '';

  /** null: on its way */
  readonly book = computed(() => {
    const known = this.known();
    return known && new FactBook(known.facts, this.t);
  });
  readonly teams = computed(() => this.known()?.teams ?? []);
  readonly problem = this.refusal.asReadonly();

  async of(websiteId: string): Promise<void> {
    if (websiteId === this.websiteId && this.known()) return;
    this.websiteId = websiteId;
    this.refusal.set(null);
    try {
      const [facts, teams] = await Promise.all([
        this.api.facts(websiteId),
        // Who may edit rules need not see teams; a rule without one goes to any.
        this.api.teams(websiteId).catch(() => []),
      ]);
      if (websiteId === this.websiteId) this.known.set({ facts, teams });
    } catch (error) {
      if (websiteId === this.websiteId) this.refusal.set(problemOf(error));
    }
  }

  again(): Promise<void> {
    return this.of(this.websiteId);
  }
}
