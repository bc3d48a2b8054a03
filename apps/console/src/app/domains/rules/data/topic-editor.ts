import { computed, inject, Injectable, signal } from '@angular/core';
import type { BuiltInTopic, ProblemBody, TopicLists, TopicListsVersion, TopicsTrial } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { same } from './rule-draft';
import type { Topics } from './topic-draft';
import { TopicsApi } from './topics-api';

/** The topics of one website while somebody edits them. */
@Injectable()
export class TopicEditor {
  private readonly api = inject(TopicsApi);
  private readonly kept = signal<TopicLists | null>(null);
  private readonly written = signal<Topics>([]);
  private readonly signs = signal<readonly BuiltInTopic[]>([]);
  private readonly past = signal<readonly TopicListsVersion[]>([]);
  private readonly failure = signal<ProblemBody | null>(null);
  private readonly refusal = signal<ProblemBody | null>(null);
  private readonly found = signal<TopicsTrial | null>(null);
  private readonly busy = signal(false);
  private websiteId = '';

  /** As the server holds them; null: on their way. */
  readonly lists = this.kept.asReadonly();
  readonly topics = this.written.asReadonly();
  readonly builtIn = this.signs.asReadonly();
  readonly versions = this.past.asReadonly();
  readonly loadProblem = this.failure.asReadonly();
  readonly problem = this.refusal.asReadonly();
  readonly trial = this.found.asReadonly();
  readonly saving = this.busy.asReadonly();
  readonly changed = computed(() => !same(this.written(), this.kept()?.topics ?? []));
  /** Somebody else was faster. */
  readonly isOutdated = computed(() => this.refusal()?.code === 'topics.changed');

  async open(websiteId: string): Promise<void> {
    this.websiteId = websiteId;
    this.failure.set(null);
    this.found.set(null);
    try {
      const [lists, builtIn] = await Promise.all([this.api.get(websiteId), this.signs().length > 0 ? this.signs() : this.api.builtIn()]);
      if (websiteId !== this.websiteId) return;
      this.signs.set(builtIn);
      this.show(lists);
    } catch (error) {
      if (websiteId === this.websiteId) this.failure.set(problemOf(error));
    }
  }

  change(topics: Topics): void {
    this.written.set(topics);
  }

  discard(): void {
    this.refusal.set(null);
    this.written.set(this.kept()?.topics ?? []);
  }

  /** @returns whether they were saved */
  save(): Promise<boolean> {
    const version = this.kept()?.version ?? 0;
    return this.write(() => this.api.save(this.websiteId, { version, topics: this.written() }));
  }

  rollBack(version: number): Promise<boolean> {
    return this.write(() => this.api.rollBack(this.websiteId, version));
  }

  /** With what is written here, saved or not. */
  async try(text: string): Promise<void> {
    try {
      this.found.set(await this.api.try(this.websiteId, { text, topics: this.written() }));
      this.refusal.update((problem) => (problem?.code === 'topics.changed' ? problem : null));
    } catch (error) {
      this.found.set(null);
      this.refusal.set(problemOf(error));
    }
  }

  private async write(act: () => Promise<TopicLists>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    this.refusal.set(null);
    try {
      this.show(await act());
      return true;
    } catch (error) {
      this.refusal.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  private show(lists: TopicLists): void {
    this.kept.set(lists);
    this.written.set(lists.topics);
    this.refusal.set(null);
    void this.loadVersions();
  }

  /** The lists are of use without their past. */
  private async loadVersions(): Promise<void> {
    const of = this.websiteId;
    const versions = await this.api.versions(of).catch(() => []);
    if (of === this.websiteId) this.past.set(versions);
  }
}
