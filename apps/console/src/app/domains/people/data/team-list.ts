import { computed, inject, Injectable, resource } from '@angular/core';
import type { Team } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { allPages } from './all-pages';
import { PeopleApi } from './people-api';

/** The groups that handoffs are given to. */
@Injectable()
export class TeamList {
  private readonly api = inject(PeopleApi);
  private readonly answer = resource({ loader: () => allPages((cursor) => this.api.teams(cursor)) });

  readonly teams = computed<readonly Team[]>(() =>
    (this.answer.hasValue() ? this.answer.value() : []).toSorted((a, b) => a.name.localeCompare(b.name)),
  );
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  reload(): void {
    this.answer.reload();
  }
}
