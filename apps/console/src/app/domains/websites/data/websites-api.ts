import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { Page, SaveWebsite, TestAnswer, Website } from '#contracts';

const WEBSITES = '/api/v1/websites';

/** What the console asks of the server about websites. */
@Injectable({ providedIn: 'root' })
export class WebsitesApi {
  private readonly http = inject(HttpClient);

  /** All of them: an installation has a handful, the largest page holds 200. */
  list(): Promise<readonly Website[]> {
    return firstValueFrom(this.http.get<Page<Website>>(WEBSITES, { params: { limit: 200 } })).then(({ items }) => items);
  }

  get(id: string): Promise<Website> {
    return firstValueFrom(this.http.get<Website>(`${WEBSITES}/${id}`));
  }

  create(website: SaveWebsite): Promise<Website> {
    return firstValueFrom(this.http.post<Website>(WEBSITES, website));
  }

  change(id: string, website: SaveWebsite): Promise<Website> {
    return firstValueFrom(this.http.patch<Website>(`${WEBSITES}/${id}`, website));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${WEBSITES}/${id}`));
  }

  /** Asks the website's AI, without any visitor seeing it. */
  testAnswer(id: string, text: string): Promise<TestAnswer> {
    return firstValueFrom(this.http.post<TestAnswer>(`${WEBSITES}/${id}/test-answer`, { text }));
  }
}
