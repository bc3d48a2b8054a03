import { computed, inject, Injectable, signal } from '@angular/core';
import type { ProblemBody, Rule } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { History } from './history';
import { draftOf, isSameDraft, newRule, toChange, toSave, type RuleDraft } from './rule-draft';
import { RulesApi } from './rules-api';
import type { Group } from './tree';

/** One rule being written, new or known, with every step of it. */
@Injectable()
export class RuleEditor {
  private readonly api = inject(RulesApi);
  private readonly history = new History<RuleDraft>(newRule());
  private readonly current = signal<Rule | null>(null);
  private readonly kept = signal<RuleDraft>(this.history.value());
  private readonly failure = signal<ProblemBody | null>(null);
  private readonly refusal = signal<ProblemBody | null>(null);
  private readonly rival = signal<Rule | null>(null);
  private readonly busy = signal(false);
  /** Changes with each rule that comes here. */
  private beginning = {};

  readonly draft = this.history.value;
  readonly canUndo = this.history.canUndo;
  readonly canRedo = this.history.canRedo;
  /** As the server holds it; null while it is new or on its way. */
  readonly rule = this.current.asReadonly();
  /** What somebody else has made of it since it was opened; while it stands here nothing was saved. */
  readonly theirs = this.rival.asReadonly();
  /** Why there is nothing to edit. */
  readonly loadProblem = this.failure.asReadonly();
  /** Why it was not saved. */
  readonly problem = this.refusal.asReadonly();
  readonly saving = this.busy.asReadonly();
  readonly changed = computed(() => !isSameDraft(this.draft(), this.kept()));

  async open(id: string): Promise<void> {
    const rule = await this.asked(id);
    if (rule) this.show(rule);
  }

  /** A new rule that begins as this. */
  begin(draft: RuleDraft): void {
    this.beginning = {};
    this.current.set(null);
    this.rival.set(null);
    this.refusal.set(null);
    this.failure.set(null);
    this.kept.set(draft);
    this.history.begin(draft);
  }

  /** A new rule that begins as a copy of another one, in shadow. */
  async copyOf(id: string, named: (name: string) => string): Promise<Rule | null> {
    const rule = await this.asked(id);
    if (!rule) return null;
    const original = draftOf(rule);
    this.begin({ ...original, name: named(original.name), state: 'shadow' });
    return rule;
  }

  /** @param on what is changed, so that typing into it is one step; empty for a step of its own */
  change(change: Partial<RuleDraft>, on = ''): void {
    this.history.change({ ...this.draft(), ...change }, on);
  }

  changeTree(tree: Group, on = ''): void {
    if (tree !== this.draft().tree) this.change({ tree }, on);
  }

  undo(): void {
    this.history.undo();
  }

  redo(): void {
    this.history.redo();
  }

  /** Somebody else's state is newer than what one would go back to. */
  discard(): void {
    if (this.rival()) this.takeTheirs();
    else this.history.change(this.kept());
    this.refusal.set(null);
  }

  /** @param websiteId where a new rule belongs; a known one stays where it is  @returns whether it was saved */
  async save(websiteId: string): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      await this.write(websiteId, this.draft());
      return true;
    } catch (error) {
      this.refusal.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  /** What is written here stays, and the next saving puts it over theirs. */
  keepMine(): void {
    const theirs = this.rival();
    if (theirs) {
      this.current.set(theirs);
      this.kept.set(draftOf(theirs));
    }
    this.rival.set(null);
    this.refusal.set(null);
  }

  takeTheirs(): void {
    const theirs = this.rival();
    if (theirs) this.show(theirs);
  }

  /** Who made a rule what it is; empty when nobody knows. */
  async authorOf({ id, version }: Rule): Promise<string> {
    const versions = await this.api.versions(id).catch(() => []);
    return versions.find((each) => each.version === version)?.author?.name ?? '';
  }

  async rollBack(version: number): Promise<void> {
    const rule = this.current();
    if (rule) this.show(await this.api.rollBack(rule.id, version));
  }

  /** @returns what was there, to bring it back with */
  async remove(): Promise<Rule | null> {
    const rule = this.current();
    if (rule) await this.api.remove(rule.id);
    this.kept.set(this.draft());
    return rule;
  }

  /** null when there is none, or when another has come here meanwhile: a late answer replaces nothing. */
  private async asked(id: string): Promise<Rule | null> {
    this.failure.set(null);
    const beginning = (this.beginning = {});
    try {
      const rule = await this.api.get(id);
      return beginning === this.beginning ? rule : null;
    } catch (error) {
      if (beginning === this.beginning) this.failure.set(problemOf(error));
      return null;
    }
  }

  private async write(websiteId: string, draft: RuleDraft): Promise<void> {
    const known = this.current();
    if (!known) return this.keep(await this.api.create(toSave(websiteId, draft)), draft);
    try {
      this.keep(await this.api.change(known.id, { ...toChange(draft, known), ifVersion: known.version }), draft);
    } catch (error) {
      if (problemOf(error).code === 'rule.changed') this.rival.set(await this.api.get(known.id));
      throw error;
    }
  }

  /** What was undone before saving can be redone after it, and what lights up its conditions stays lit. */
  private keep(rule: Rule, draft: RuleDraft): void {
    this.current.set(rule);
    this.kept.set(draft);
  }

  private show(rule: Rule): void {
    this.begin(draftOf(rule));
    this.current.set(rule);
  }
}
