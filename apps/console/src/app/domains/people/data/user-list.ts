import { computed, inject, Injectable, resource } from '@angular/core';
import { problemOf } from '../../../editing/problem';
import { allPages } from './all-pages';
import { PeopleApi } from './people-api';

/** Everybody who works here, those who left at the end. */
@Injectable()
export class UserList {
  private readonly api = inject(PeopleApi);
  private readonly answer = resource({ loader: () => allPages((cursor) => this.api.users(cursor)) });

  readonly users = computed(() => {
    const users = this.answer.hasValue() ? this.answer.value() : [];
    return users.toSorted((a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name));
  });
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  reload(): void {
    this.answer.reload();
  }
}
