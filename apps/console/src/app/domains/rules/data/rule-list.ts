import { computed, inject, Injectable, signal } from '@angular/core';
import type { ProblemBody, Rule, RuleCounts, RuleStage } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { prioritiesFor } from './order';
import { turnedTo, type RuleState } from './rule-draft';
import { RulesApi } from './rules-api';

export const COUNTED_DAYS = 14;
const STAGES: readonly RuleStage[] = ['before_reply', 'after_reply', 'clock'];

export interface StageRules {
  readonly stage: RuleStage;
  readonly rules: readonly Rule[];
}

/** The rules of one website in the order they run, with how often they fired. */
@Injectable()
export class RuleList {
  private readonly api = inject(RulesApi);
  private readonly known = signal<readonly Rule[] | null>(null);
  private readonly fired = signal<ReadonlyMap<string, RuleCounts>>(new Map());
  private readonly refusal = signal<ProblemBody | null>(null);
  private websiteId = '';

  /** null: on their way */
  readonly rules = this.known.asReadonly();
  readonly counts = this.fired.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly ownCount = computed(() => (this.known() ?? []).filter(({ builtIn }) => !builtIn).length);

  async show(websiteId: string): Promise<void> {
    if (websiteId !== this.websiteId) this.known.set(null);
    this.websiteId = websiteId;
    this.refusal.set(null);
    try {
      const rules = await this.api.list(websiteId);
      if (websiteId === this.websiteId) this.known.set(rules);
    } catch (error) {
      if (websiteId === this.websiteId) this.refusal.set(problemOf(error));
      return;
    }
    // The list is of use without its numbers.
    const counts = await this.api.counts(websiteId, COUNTED_DAYS).catch(() => []);
    if (websiteId === this.websiteId) this.fired.set(new Map(counts.map((one) => [one.ruleId, one])));
  }

  again(): Promise<void> {
    return this.show(this.websiteId);
  }

  /** By when they are asked; stages without a rule are left out. */
  byStage(rules: readonly Rule[]): readonly StageRules[] {
    return STAGES.map((stage) => ({ stage, rules: rules.filter((rule) => rule.stage === stage) })).filter(({ rules: of }) => of.length > 0);
  }

  async turn(rule: Rule, state: RuleState): Promise<void> {
    this.put(await this.api.change(rule.id, turnedTo(state)));
  }

  async remove(rule: Rule): Promise<void> {
    await this.api.remove(rule.id);
    this.known.update((rules) => rules && rules.filter(({ id }) => id !== rule.id));
  }

  /**
   * Moves a rule among those of its stage.
   * @param index among them, as they stand before the move
   * @returns its place afterwards, from 1, or null when it stays
   */
  async move(rule: Rule, index: number): Promise<number | null> {
    const peers = (this.known() ?? []).filter(({ stage }) => stage === rule.stage);
    const from = peers.findIndex(({ id }) => id === rule.id);
    const to = index > from ? index - 1 : index;
    if (from < 0 || to < 0 || to >= peers.length || to === from) return null;
    const wanted = peers.toSpliced(from, 1).toSpliced(to, 0, peers[from]!);
    const next = prioritiesFor(wanted, rule.id);
    const before = this.known();
    this.known.update((rules) => rules && sorted(rules.map((each) => ({ ...each, priority: next.get(each.id) ?? each.priority }))));
    try {
      for (const [id, priority] of next) this.put(await this.api.change(id, { priority }));
    } catch (error) {
      this.known.set(before);
      void this.again();
      throw error;
    }
    return to + 1;
  }

  private put(rule: Rule): void {
    this.known.update((rules) => rules && sorted(rules.map((each) => (each.id === rule.id ? rule : each))));
  }
}

/** As the server orders them. */
function sorted(rules: readonly Rule[]): readonly Rule[] {
  return rules.toSorted((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
}
