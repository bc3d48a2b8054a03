import { computed, inject, Injectable, signal } from '@angular/core';
import type { Checklist, ChecklistStep } from '#contracts';
import { BatonTeam } from '#sdk';

/** Good to have, but nobody has to: who works alone is done without it. */
const OPTIONAL: ReadonlySet<ChecklistStep> = new Set(['teammate']);

export interface Step {
  readonly id: ChecklistStep;
  readonly done: boolean;
  readonly optional: boolean;
}

/** How far the installation has come, as the server last said. */
@Injectable({ providedIn: 'root' })
export class ChecklistStore {
  private readonly team = inject(BatonTeam);
  private readonly current = signal<Checklist | null>(null);
  private readonly unanswered = signal(false);
  private readonly claimedNow = signal(0);
  private asking: Promise<void> | null = null;
  private askAgain = false;

  readonly list = this.current.asReadonly();
  /** The last question was not answered; what is shown may be old, or nothing. */
  readonly failed = this.unanswered.asReadonly();
  readonly steps = computed<readonly Step[]>(() => (this.current()?.steps ?? []).map((step) => ({ ...step, optional: OPTIONAL.has(step.id) })));
  readonly count = computed(() => this.steps().length);
  readonly doneCount = computed(() => this.steps().filter(({ done }) => done).length);
  /** What to do next: the first that is open, those that must be before those that may. */
  readonly next = computed(() => {
    const open = this.steps().filter(({ done }) => !done);
    return (open.find(({ optional }) => !optional) ?? open[0])?.id ?? null;
  });
  readonly isComplete = computed(() => this.count() > 0 && this.steps().every(({ done, optional }) => done || optional));
  /** Counts the moments in which the first handoff became claimed while somebody looked on. */
  readonly firstClaims = this.claimedNow.asReadonly();

  /** Questions that come while one is on its way become one more. */
  async refresh(): Promise<void> {
    this.askAgain = this.asking !== null;
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
      if (this.askAgain) void this.refresh();
    });
    return this.asking;
  }

  async dismiss(dismissed: boolean): Promise<void> {
    this.take(await this.team.setup.dismissChecklist(dismissed));
  }

  /** Somebody else may sign in next. */
  forget(): void {
    this.current.set(null);
    this.unanswered.set(false);
    this.claimedNow.set(0);
  }

  private async ask(): Promise<void> {
    try {
      this.take(await this.team.setup.checklist());
      this.unanswered.set(false);
    } catch {
      this.unanswered.set(true);
    }
  }

  private take(list: Checklist): void {
    const before = this.current();
    this.current.set(list);
    if (before && !isClaimed(before) && isClaimed(list)) this.claimedNow.update((times) => times + 1);
  }
}

const isClaimed = (list: Checklist): boolean => list.steps.some(({ id, done }) => id === 'claimed' && done);
