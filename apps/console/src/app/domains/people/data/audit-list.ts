import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { AuditEntry, ProblemBody } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { PeopleApi, type AuditFilter } from './people-api';

/** As the page asks for it: whole days, in the time of this place. */
export interface AuditChoice {
  readonly actorId: string;
  readonly subjectType: string;
  readonly websiteId: string;
  readonly fromDay: string;
  readonly toDay: string;
}

const EVERYTHING: AuditChoice = { actorId: '', subjectType: '', websiteId: '', fromDay: '', toDay: '' };

/** The log, newest first, as far as it was asked for. */
@Injectable()
export class AuditList {
  private readonly api = inject(PeopleApi);
  private readonly shown = signal<readonly AuditEntry[]>([]);
  private readonly next = signal<string | null>(null);
  private readonly busy = signal(false);
  private readonly failure = signal<ProblemBody | null>(null);
  private asked = 0;

  readonly choice = signal<AuditChoice>(EVERYTHING);
  readonly entries = this.shown.asReadonly();
  readonly loading = this.busy.asReadonly();
  readonly problem = this.failure.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);
  readonly narrowed = computed(() => Object.values(this.choice()).some((value) => value !== ''));

  constructor() {
    effect(() => {
      const choice = this.choice();
      untracked(() => this.load(choice, null));
    });
  }

  choose(part: Partial<AuditChoice>): void {
    this.choice.update((choice) => ({ ...choice, ...part }));
  }

  showAll(): void {
    this.choice.set(EVERYTHING);
  }

  more(): Promise<void> {
    return this.load(this.choice(), this.next());
  }

  again(): Promise<void> {
    return this.load(this.choice(), null);
  }

  private async load(choice: AuditChoice, cursor: string | null): Promise<void> {
    const question = ++this.asked;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const page = await this.api.audit(filterOf(choice), cursor);
      // Somebody may have chosen something else meanwhile.
      if (question !== this.asked) return;
      this.shown.update((entries) => (cursor === null ? page.items : [...entries, ...page.items]));
      this.next.set(page.nextCursor);
    } catch (error) {
      if (question === this.asked) this.failure.set(problemOf(error));
    } finally {
      if (question === this.asked) this.busy.set(false);
    }
  }
}

/** The last day counts too, so the instant before which everything lies is the next midnight. */
export function filterOf({ fromDay, toDay, ...same }: AuditChoice): AuditFilter {
  return { ...same, from: midnightOf(fromDay, 0), to: midnightOf(toDay, 1) };
}

function midnightOf(day: string, daysLater: number): string {
  if (day === '') return '';
  const midnight = new Date(`${day}T00:00`);
  midnight.setDate(midnight.getDate() + daysLater);
  return midnight.toISOString();
}
