import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Page, Website } from '#contracts';
import { problemOf } from './problem';
import { editingTexts } from './texts';

export interface WebsiteName {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
}

/** The websites this person sees, by name: what roles, keys and articles are bound to. */
@Injectable()
export class WebsiteNames {
  private readonly http = inject(HttpClient);
  private readonly t = editingTexts();
  private readonly answer = resource({
    loader: () => firstValueFrom(this.http.get<Page<Website>>('/api/v1/websites', { params: { limit: 200 } })),
  });

  readonly websites = computed<readonly WebsiteName[]>(() => (this.answer.hasValue() ? this.answer.value().items : []));
  readonly loading = this.answer.isLoading;
  readonly problem = computed(() => (this.answer.error() ? problemOf(this.answer.error()) : null));

  nameOf(id: string | null): string {
    if (id === null) return this.t('websites.all');
    return this.websites().find((website) => website.id === id)?.name ?? this.t('websites.other');
  }

  reload(): void {
    this.answer.reload();
  }
}
