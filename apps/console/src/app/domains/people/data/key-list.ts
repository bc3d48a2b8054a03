import { computed, inject, Injectable, resource } from '@angular/core';
import type { ApiKey } from '#contracts';
import { problemOf } from '../../../editing/problem';
import { allPages } from './all-pages';
import { PeopleApi } from './people-api';

/** The keys that work now. */
@Injectable()
export class KeyList {
  private readonly api = inject(PeopleApi);
  private readonly answer = resource({ loader: () => allPages((cursor) => this.api.apiKeys(cursor)) });

  readonly keys = computed<readonly ApiKey[]>(() => (this.answer.hasValue() ? this.answer.value() : []));
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  async revoke(id: string): Promise<void> {
    await this.api.revokeApiKey(id);
    this.reload();
  }

  reload(): void {
    this.answer.reload();
  }
}
