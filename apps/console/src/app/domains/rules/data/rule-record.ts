import { computed, inject, Injectable, signal } from '@angular/core';
import type { RuleComparison, RuleDecision, RuleVersion } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { RulesApi } from './rules-api';

export const COMPARED_DAYS = 14;
/** All, only those that fired, only those that came close. */
export type DecisionShelf = 'all' | 'fired' | 'close';

/** What became of a rule: its versions, what it decided, and how that compares with what happened. */
@Injectable()
export class RuleRecord {
  private readonly api = inject(RulesApi);
  private readonly known = signal<readonly RuleVersion[] | null>(null);
  private readonly made = signal<readonly RuleDecision[] | null>(null);
  private readonly compared = signal<RuleComparison | null>(null);
  private readonly versionFailure = signal('');
  private readonly decisionFailure = signal('');
  private readonly next = signal<string | null>(null);
  private readonly chosen = signal<DecisionShelf>('all');
  private ruleId = '';

  /** Newest first; null: on their way. */
  readonly versions = this.known.asReadonly();
  readonly decisions = this.made.asReadonly();
  readonly comparison = this.compared.asReadonly();
  readonly versionProblem = this.versionFailure.asReadonly();
  readonly decisionProblem = this.decisionFailure.asReadonly();
  readonly shelf = this.chosen.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);

  async of(ruleId: string): Promise<void> {
    if (ruleId !== this.ruleId) {
      this.known.set(null);
      this.made.set(null);
      this.compared.set(null);
    }
    this.ruleId = ruleId;
    if (ruleId) await Promise.all([this.loadVersions(), this.show(this.chosen()), this.compare()]);
  }

  async show(shelf: DecisionShelf): Promise<void> {
    this.chosen.set(shelf);
    this.next.set(null);
    await this.loadDecisions([]);
  }

  more(): Promise<void> {
    return this.loadDecisions(this.made() ?? []);
  }

  private async loadVersions(): Promise<void> {
    const of = this.ruleId;
    this.versionFailure.set('');
    try {
      const versions = await this.api.versions(of);
      if (of === this.ruleId) this.known.set(versions);
    } catch (error) {
      if (of === this.ruleId) this.versionFailure.set(problemOf(error).detail);
    }
  }

  private async loadDecisions(before: readonly RuleDecision[]): Promise<void> {
    const [of, shelf] = [this.ruleId, this.chosen()];
    const isWanted = () => of === this.ruleId && shelf === this.chosen();
    this.decisionFailure.set('');
    try {
      const page = await this.api.decisions(of, this.next(), shelf === 'all' ? null : shelf === 'fired');
      if (!isWanted()) return;
      this.made.set([...before, ...page.items]);
      this.next.set(page.nextCursor);
    } catch (error) {
      if (isWanted()) this.decisionFailure.set(problemOf(error).detail);
    }
  }

  /** The list is of use without it. */
  private async compare(): Promise<void> {
    const of = this.ruleId;
    const comparison = await this.api.comparison(of, COMPARED_DAYS).catch(() => null);
    if (of === this.ruleId) this.compared.set(comparison);
  }
}
