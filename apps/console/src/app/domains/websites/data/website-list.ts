import { computed, inject, Injectable, resource } from '@angular/core';
import { problemOf } from '../../../editing/problem';
import { WebsitesApi } from './websites-api';

/** The websites this person may see. */
@Injectable()
export class WebsiteList {
  private readonly api = inject(WebsitesApi);
  private readonly answer = resource({ loader: () => this.api.list() });

  readonly websites = computed(() => (this.answer.hasValue() ? this.answer.value() : []));
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  reload(): void {
    this.answer.reload();
  }
}
